package org.diachi.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diachi.change.ActContext;
import org.diachi.change.ChangeLog;
import org.diachi.change.ChangeReader;
import org.diachi.db.TestDatabase;
import org.diachi.value.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Features in any state of the register: zone 0 is told of differently from 2026 on. */
class FeatureReaderTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 1, 1);
    private static final int COUNT = 2100;

    private final FeatureReader reader = new FeatureReader(DATABASE.database().dataSource(), 9214);
    private static Layer zones;

    @BeforeAll
    static void register() {
        LayerCatalogue layers = new LayerCatalogue(DATABASE.database().dataSource());
        zones = layers.find("zones").orElseThrow();
        FeatureRegister register =
                new FeatureRegister(new ChangeLog(DATABASE.database().dataSource()), 9214);
        List<FeatureRegistration> all = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            all.add(zone(i, "ODT", 1));
        }
        register.register(zones, "plan", all, ActContext.of("test", FIRST));
        register.register(zones, "plan", List.of(zone(0, "DKV", 2)), ActContext.of("test", SECOND));
    }

    private static FeatureRegistration zone(int i, String code, long fingerprint) {
        Map<String, Object> attributes = Map.of("code", code, "maxStoreys", i % 7);
        return new FeatureRegistration("z" + i, fingerprint, null, null, attributes, square(561000 + 10 * i));
    }

    private static Geometry square(int x) {
        String wkt =
                "POLYGON ((%1$d 1821000, %2$d 1821000, %2$d 1821010, %1$d 1821010, %1$d 1821000))".formatted(x, x + 10);
        try {
            Geometry geometry = new WKTReader().read(wkt);
            geometry.setSRID(9214);
            return geometry;
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private static Period on(LocalDate day) {
        return new Period(day, day.plusDays(1));
    }

    private List<Feature> list(Period valid, Geometry area, Map<String, Object> equal, long seq) {
        return reader.list(zones, new FeatureQuery(valid, area, null, equal, 0), seq, COUNT + 1);
    }

    @Test
    void featuresAreAsTheyWereOnTheDay() {
        Map<String, Object> park = Map.of("code", "DKV");
        assertThat(list(on(FIRST), null, park, Long.MAX_VALUE)).isEmpty();
        assertThat(list(on(SECOND), null, park, Long.MAX_VALUE)).hasSize(1);
        assertThat(list(on(SECOND), null, park, COUNT)).as("not known yet").isEmpty();
        assertThat(list(on(FIRST.minusDays(1)), null, Map.of(), Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void whatIsToldOfADayHoldsForAllDaysFromThenOn() {
        FeatureRegister register =
                new FeatureRegister(new ChangeLog(DATABASE.database().dataSource()), 9214);
        Layer parks = parks();
        LocalDate between = LocalDate.of(2025, 10, 1);
        register.register(parks, "late", List.of(zone(9000, "ODT", 1)), ActContext.of("test", FIRST));
        register.register(parks, "late", List.of(zone(9000, "DKV", 2)), ActContext.of("test", SECOND));
        long known = new ChangeReader(DATABASE.database().dataSource()).head();
        register.register(parks, "late", List.of(zone(9000, "DGD", 3)), ActContext.of("test", between));
        assertThat(codeOfLate(FIRST, Long.MAX_VALUE)).isEqualTo("ODT");
        assertThat(codeOfLate(between, Long.MAX_VALUE)).isEqualTo("DGD");
        assertThat(codeOfLate(SECOND, Long.MAX_VALUE)).isEqualTo("DGD");
        assertThat(codeOfLate(between, known)).as("as it was believed before").isEqualTo("ODT");
        assertThat(codeOfLate(SECOND, known)).isEqualTo("DKV");
    }

    private static Layer parks() {
        return new LayerCatalogue(DATABASE.database().dataSource())
                .find("green-spaces")
                .orElseThrow();
    }

    private String codeOfLate(LocalDate day, long seq) {
        List<Feature> found = reader.list(parks(), FeatureQuery.during(on(day)), seq, 2);
        assertThat(found).hasSize(1);
        return found.get(0).attributes().replaceAll(".*\"code\": \"(\\w+)\".*", "$1");
    }

    @Test
    void aPeriodShowsEachFeatureOnceInItsLastState() {
        List<Feature> during = list(Period.since(FIRST), null, Map.of(), Long.MAX_VALUE);
        assertThat(during).hasSize(COUNT).extracting(Feature::id).isSorted().doesNotHaveDuplicates();
        assertThat(during.get(0).attributes()).contains("DKV");
        assertThat(during.get(0).version()).isEqualTo(2);
    }

    @Test
    void areasAndValuesNarrowTheList() {
        assertThat(list(on(FIRST), square(561015), Map.of(), Long.MAX_VALUE)).hasSize(2);
        assertThat(list(on(FIRST), null, Map.of("maxStoreys", 3), Long.MAX_VALUE))
                .hasSize(COUNT / 7);
        assertThat(list(on(FIRST), null, Map.of("maxStoreys", "3"), Long.MAX_VALUE))
                .isEmpty();
    }

    @Test
    void aStreamReadsBatchAfterBatch() {
        FeatureQuery all = FeatureQuery.during(on(SECOND));
        assertThat(reader.stream(zones, all, Long.MAX_VALUE).map(Feature::id))
                .hasSize(COUNT)
                .isSorted();
    }

    @Test
    void aFeatureIsFoundByItsId() {
        Feature first = list(on(FIRST), null, Map.of(), Long.MAX_VALUE).get(0);
        assertThat(reader.find(zones, first.id(), on(FIRST), Long.MAX_VALUE)
                        .orElseThrow()
                        .attributes())
                .contains("ODT");
        assertThat(reader.find(zones, first.id(), on(SECOND), Long.MAX_VALUE)
                        .orElseThrow()
                        .attributes())
                .contains("DKV");
        assertThat(reader.find(zones, -1, on(FIRST), Long.MAX_VALUE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "validFrom", "validTo", "version", "id", "bbox", "asOf", "crs"})
    void aFieldCannotHaveANameThatEveryLayerHas(String name) {
        LayerCatalogue layers = new LayerCatalogue(DATABASE.database().dataSource());
        List<LayerField> fields = List.of(new LayerField(name, "string", Map.of(), null, null));
        assertThatThrownBy(() -> layers.create("belts", Map.of("en", "Belts"), "any", fields, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot have a field \"" + name + "\"")
                .hasMessageContaining("belts-" + name);
        assertThat(layers.find("belts")).isEmpty();
    }
}
