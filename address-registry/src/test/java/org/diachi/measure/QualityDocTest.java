package org.diachi.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diachi.address.ActResult;
import org.diachi.address.AddressActs;
import org.diachi.address.AddressPatch;
import org.diachi.address.Subject;
import org.diachi.change.ActContext;
import org.diachi.feed.Village;
import org.diachi.landuse.Plan;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.place.PlaceRow;
import org.diachi.value.Code;
import org.diachi.value.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of docs/quality.md gives what the service answers, and that is what one works out by hand. */
class QualityDocTest {

    @RegisterExtension
    static final Village village = Village.create();

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final Pattern BLOCK = Pattern.compile("### ([a-z-]+)\n\n.*?```sql\n(.*?)\n```", Pattern.DOTALL);
    private static final Measures MEASURES = village.registry().measures();
    private static Measures.Run run;

    @BeforeAll
    static void build() {
        // The east is a square of a hundred metres with ten people; the west has no outline.
        village.registry()
                .placeRegister()
                .register(
                        List.of(
                                new PlaceRow(
                                        "east",
                                        Village.EAST,
                                        "ward",
                                        "Phường",
                                        "Đông",
                                        "Phường Đông",
                                        Period.since(Village.FOUNDED),
                                        List.of(),
                                        List.of(),
                                        10,
                                        (MultiPolygon)
                                                Village.geometry(
                                                        "MULTIPOLYGON (((561000 1821000, 561100 1821000, 561100 1821100, 561000 1821100, 561000 1821000)))"))),
                        ActContext.of("surveyor", Village.FOUNDED));
        long ward = village.ward(Village.EAST, Village.FOUNDED);
        Code in = village.register(Village.building(ward, "1", 561010, 1821010), "in");
        Code out = village.register(Village.building(ward, "3", 561510, 1821010), "out");
        act(DAY.minusDays(10), acts -> acts.verify(Subject.of(in)));
        act(DAY.minusDays(30), acts -> acts.verify(Subject.of(out)));
        act(DAY, acts -> acts.change(Subject.of(out), AddressPatch.EMPTY.name("Chợ")));
        long plan = village.registry()
                .planRegister()
                .enter(
                        new Plan("p", "P", "city", "plan", "vn-land-law", null, null, null, "1", DAY, "legalForce"),
                        ActContext.of("surveyor", DAY));
        feature(
                "zones",
                plan,
                "z1",
                Map.of("scheme", "vn-land-law", "code", "ODT", "legalArea", 5000.0),
                561000,
                561050);
        feature(
                "zones",
                plan,
                "z2",
                Map.of("scheme", "vn-land-law", "code", "XXX", "legalArea", 900.0),
                561040,
                561060);
        feature("green-spaces", null, "g1", Map.of("name", "Vườn"), 561090, 561110);
        register(layer("drainage-nodes"), null, "n1", Map.of("nodeId", "N1"), "POINT (561000 1821000)");
        register(
                layer("drainage-links"),
                null,
                "l1",
                Map.of("fromNode", "N1", "toNode", "N2"),
                "LINESTRING (561000 1821000, 561050 1821000)");
        run = MEASURES.run(DAY);
    }

    private static void act(LocalDate day, Function<AddressActs, ActResult> act) {
        village.registry().addressRegister().act(ActContext.of("surveyor", day), act);
    }

    private static void feature(
            String collection, Long plan, String id, Map<String, Object> attributes, int west, int east) {
        register(
                layer(collection),
                plan,
                id,
                attributes,
                "POLYGON ((%1$d 1821000, %2$d 1821000, %2$d 1821100, %1$d 1821100, %1$d 1821000))"
                        .formatted(west, east));
    }

    private static Layer layer(String collection) {
        return village.registry().layers().find(collection).orElseThrow();
    }

    private static void register(Layer layer, Long plan, String id, Map<String, Object> attributes, String wkt) {
        FeatureRegistration feature =
                new FeatureRegistration(id, id.hashCode(), 1L, plan, attributes, Village.geometry(wkt));
        village.registry()
                .featureRegister()
                .register(layer, "test", List.of(feature), ActContext.of("clerk", Village.FOUNDED));
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> blocks = new LinkedHashMap<>();
        Matcher matcher = BLOCK.matcher(Files.readString(Path.of("../docs/quality.md")));
        while (matcher.find()) {
            blocks.put(matcher.group(1), matcher.group(2));
        }
        return blocks;
    }

    @Test
    void theDocumentedSqlGivesWhatTheServiceAnswers() throws IOException {
        Map<String, String> documented = documented();
        assertThat(documented.keySet())
                .containsExactlyElementsOf(
                        Measures.ALL.stream().map(Measure::name).toList());
        JdbcClient jdbc = JdbcClient.create(village.registry().dataSource());
        for (Measure measure : Measures.ALL) {
            List<String> recomputed = jdbc.sql(documented.get(measure.name()))
                    .param("day", run.day())
                    .param("seq", run.seq())
                    .param("codes", MEASURES.codes())
                    .query((row, number) -> row.getString("layer") + " " + row.getString("ward") + " "
                            + row.getString("agency") + " " + row.getDouble("value"))
                    .list();
            List<String> answered = MEASURES.list(run).stream()
                    .filter(value -> value.measure().equals(measure.name()))
                    .map(value -> value.layer() + " " + value.ward() + " " + value.agency() + " " + value.value())
                    .toList();
            assertThat(answered).as(measure.name()).isNotEmpty().containsExactlyInAnyOrderElementsOf(recomputed);
        }
    }

    private static double value(String measure, String layer, String ward) {
        return MEASURES.list(run).stream()
                .filter(value -> value.measure().equals(measure)
                        && value.layer().equals(layer)
                        && Objects.equals(ward, value.ward()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(measure + " of " + layer + " in " + ward))
                .value();
    }

    @Test
    void numbersAreThoseThatOneWorksOutByHand() {
        assertThat(value("feature-count", "zones", Village.EAST)).isEqualTo(2);
        assertThat(value("area", "zones", Village.EAST)).isCloseTo(5000 + 2000, within(1e-6));
        assertThat(value("area", "green-spaces", Village.EAST))
                .as("half of it lies in the ward")
                .isEqualTo(1000);
        assertThat(value("green-per-resident", "green-spaces", Village.EAST)).isEqualTo(100);
        assertThat(value("addressed-buildings", "addresses", Village.EAST)).isEqualTo(1);
        assertThat(value("valid-codes", "zones", null)).isEqualTo(0.5);
        assertThat(value("legal-area", "zones", null)).as("900 is not 2000").isEqualTo(0.5);
        assertThat(value("position-accuracy", "addresses", Village.EAST)).isEqualTo(1);
        assertThat(value("filled-fields", "green-spaces", null))
                .as("the name of four")
                .isEqualTo(0.25);
        assertThat(value("zoned-share", "zones", Village.EAST)).isCloseTo(0.6, within(1e-9));
        assertThat(value("duplicate-shapes", "zones", null)).isZero();
        assertThat(value("overlap-area", "zones", null)).isEqualTo(1000);
        assertThat(value("invalid-shapes", "zones", null)).isZero();
        assertThat(value("dangling-ends", "drainage-links", null)).isEqualTo(1);
        assertThat(value("scheme-agrees", "zones", null)).isEqualTo(1);
        assertThat(value("ward-agrees", "addresses", Village.EAST))
                .as("one of two lies outside")
                .isEqualTo(0.5);
        assertThat(value("open-layers", "zones", null)).isEqualTo(1);
        assertThat(value("days-since-verification", "addresses", Village.EAST)).isEqualTo(20);
    }

    @Test
    void ofSeveralNodesOneMeasuresTheNight() throws Exception {
        LocalDate night = DAY.plusYears(1);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<Optional<Measures.Run>>> runs =
                    nodes.invokeAll(Collections.nCopies(4, () -> MEASURES.runOnce(night)));
            int done = 0;
            for (Future<Optional<Measures.Run>> each : runs) {
                done += each.get().isPresent() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(MEASURES.runOnce(night)).isEmpty();
    }
}
