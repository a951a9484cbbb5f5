package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diachi.change.ActContext;
import org.diachi.change.Snapshot;
import org.diachi.city.CityProfile;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.filter.Selection;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.diachi.value.Period;
import org.diachi.value.PositionQuality;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/** Objects in any state of the register; a source tells of them on one day and differently on a later one. */
class AddressReaderTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 1, 1);
    private static final int COUNT = 4500;

    private static Registry registry;
    private static AddressReader reader;
    private static List<Code> codes;
    private static long afterFirst;

    @BeforeAll
    static void register() {
        registry = Registry.open(
                DATABASE.database(), CityProfile.read(Path.of("..", "data", "hue")), TestHome.environment());
        reader = registry.addressReader();
        List<Registration> all = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            all.add(house(i, "Lê Lợi", 1));
        }
        codes = register(all, FIRST);
        afterFirst = registry.changes().head();
        register(List.of(house(0, "Nguyễn Huệ", 2)), SECOND);
    }

    private static List<Code> register(List<Registration> all, LocalDate day) {
        return registry.addressRegister().register(all, RegistrationRules.STRICT, ActContext.of("test", day)).stream()
                .map(Outcome::code)
                .toList();
    }

    private static Registration house(int i, String street, long fingerprint) {
        GeometryFactory factory = new GeometryFactory(new PrecisionModel(), 9214);
        Point position = factory.createPoint(new Coordinate(561000 + 5 * (i % 100), 1821000 + 5 * (i / 100)));
        AddressContent content = new AddressContent(
                AddressKind.BUILDING,
                AddressStatus.CURRENT,
                null,
                String.valueOf(i),
                street,
                null,
                new PositionQuality("survey", 0.3),
                position,
                position,
                null,
                List.of(),
                Map.of());
        SourceRecord source = new SourceRecord(new ExternalId("survey", "house/" + i), fingerprint, null);
        return new Registration(content, source, List.of());
    }

    private static Snapshot now(LocalDate day) {
        return new Snapshot(day, registry.changes().head());
    }

    @Test
    void anObjectIsAsItWasOnTheDayAndAsItWasKnown() {
        Code code = codes.get(0);
        assertThat(reader.find(code, now(FIRST)).orElseThrow().street()).isEqualTo("Lê Lợi");
        AddressObject changed = reader.find(code, now(SECOND)).orElseThrow();
        assertThat(changed.street()).isEqualTo("Nguyễn Huệ");
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.changed()).isEqualTo(registry.changes().head());
        assertThat(changed.quality()).isEqualTo(new PositionQuality("survey", 0.3));
        assertThat(changed.externalIds()).containsExactly(new ExternalId("survey", "house/0"));
        assertThat(changed.outline()).isNull();
        AddressObject before =
                reader.find(code, new Snapshot(SECOND, afterFirst)).orElseThrow();
        assertThat(before.street()).isEqualTo("Lê Lợi");
        assertThat(before.valid()).isEqualTo(Period.since(FIRST));
        assertThat(reader.find(code, now(FIRST.minusDays(1)))).isEmpty();
        assertThat(reader.find(code, new Snapshot(SECOND, 0))).isEmpty();
        assertThat(reader.findFirstDay(code, now(SECOND))).contains(FIRST);
        assertThat(reader.findFirstDay(Code.of(0), now(SECOND))).isEmpty();
    }

    @Test
    void aPeriodShowsEachObjectOnceInItsLastState() {
        AddressQuery both = byStreetOrAll(null);
        List<AddressObject> during =
                reader.listDuring(both, new Period(FIRST, null), Long.MAX_VALUE, Selection.first(COUNT + 1));
        assertThat(during).hasSize(COUNT).extracting(AddressObject::code).doesNotHaveDuplicates();
        assertThat(during)
                .filteredOn(object -> object.code().equals(codes.get(0)))
                .extracting(AddressObject::street)
                .containsExactly("Nguyễn Huệ");
        Period early = new Period(FIRST, FIRST.plusDays(1));
        assertThat(reader.listDuring(byStreetOrAll("Nguyễn Huệ"), early, Long.MAX_VALUE, Selection.first(10)))
                .isEmpty();
    }

    private static AddressQuery byStreetOrAll(String street) {
        return new AddressQuery(null, null, null, street, null, List.of(), List.of(), null, null, null);
    }

    @Test
    void aStreamReadsBatchAfterBatchOfOneState() {
        List<Code> streamed = reader.stream(AddressQuery.ALL, now(SECOND), false)
                .map(AddressObject::code)
                .toList();
        assertThat(streamed).isSorted().containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void severalCodesAreReadAtOnce() {
        Set<Code> wanted = Set.of(codes.get(3), codes.get(7), Code.of(0));
        assertThat(reader.listByCodes(wanted, now(SECOND)))
                .extracting(AddressObject::code)
                .containsExactlyInAnyOrder(codes.get(3), codes.get(7));
        assertThat(reader.listByCodes(Set.of(), now(SECOND))).isEmpty();
    }

    @Test
    void lookUpsAreAnsweredFromAnIndex() {
        List<String> plan = DATABASE.jdbc()
                .queryForList(
                        "EXPLAIN SELECT * FROM registry.address_version v WHERE v.code = 'A'"
                                + " AND v.valid_from <= now() AND v.ended IS NULL",
                        String.class);
        assertThat(String.join("\n", plan)).contains("address_version_pkey").doesNotContain("Seq Scan");
    }
}
