package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diachi.address.AddressContent;
import org.diachi.address.AddressObject;
import org.diachi.address.Registration;
import org.diachi.address.RegistrationRules;
import org.diachi.address.WardReform;
import org.diachi.change.ActContext;
import org.diachi.change.Snapshot;
import org.diachi.change.TimeView;
import org.diachi.city.CityProfile;
import org.diachi.city.PlaceEntry;
import org.diachi.city.TestProfiles;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.place.Place;
import org.diachi.place.PlaceMatch;
import org.diachi.place.Reform;
import org.diachi.place.ReformRefusedException;
import org.diachi.registry.Registry;
import org.diachi.source.ReadOptions;
import org.diachi.source.Source;
import org.diachi.source.SourceFile;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.diachi.value.Period;
import org.diachi.value.PositionQuality;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The merger drill: Hue as it was on 30 June 2025, with 133 wards and some thousand houses, goes through its reform as one
 * act. No code changes; what was believed and what was valid before stays readable.
 */
@Tag("real-data")
class ReformDrillTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate EVE = REFORM.minusDays(1);
    private static final LocalDate BUILT = LocalDate.of(2015, 1, 1);
    private static final int HOUSES_PER_WARD = 25;
    private static final Path HUE = Path.of("..", "data", "hue");
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 9214);

    private static final CityProfile hue = CityProfile.read(HUE);
    private static final Map<String, PlaceEntry> oldWards = wards(EVE);
    private static final Map<String, PlaceEntry> newWards = wards(REFORM);
    private static TestDatabase database;
    private static Registry registry;
    private static final Map<Code, String> oldWardOf = new TreeMap<>(Comparator.comparing(Code::toString));
    private static long before;
    private static Path table;
    private static WardReform.Result result;

    private static Map<String, PlaceEntry> wards(LocalDate day) {
        return hue.places().stream()
                .filter(place -> place.level().equals("ward") && place.period().contains(day))
                .collect(Collectors.toMap(PlaceEntry::code, place -> place, (a, b) -> a, TreeMap::new));
    }

    @BeforeAll
    static void reform(@TempDir Path folder) throws IOException {
        database = TestDatabase.create();
        registry = Registry.open(database.database(), beforeTheReform(), TestHome.environment());
        build();
        before = registry.changes().head();
        table = writeTable(folder.resolve("reform.csv"));
        result = apply();
    }

    private static WardReform.Result apply() {
        return registry.wardReform()
                .apply(
                        ReformFile.read(table, REFORM, "ward"),
                        new ActContext("council", REFORM, "Two-tier administration", "1675/NQ-UBTVQH15", null));
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    /** The profile as it would have been written in June 2025: nobody knows of the end of anything. */
    private static CityProfile beforeTheReform() {
        List<PlaceEntry> places = hue.places().stream()
                .filter(place -> place.period().from().isBefore(REFORM))
                .map(place ->
                        place.period().to() != null && !place.period().to().isBefore(REFORM) ? open(place) : place)
                .toList();
        return TestProfiles.withPlaces(hue, places);
    }

    private static PlaceEntry open(PlaceEntry place) {
        return new PlaceEntry(
                place.id(),
                place.code(),
                place.level(),
                place.type(),
                place.name(),
                place.fullName(),
                Period.since(place.period().from()),
                place.parents(),
                List.of(),
                null);
    }

    /** Invented houses in every former ward, within the real outline of the ward that took it over. */
    private static void build() {
        Map<String, Geometry> outlines = outlines();
        Random dice = new Random(1);
        LocalDate day = EVE;
        List<Registration> houses = new ArrayList<>();
        List<String> wards = new ArrayList<>();
        for (PlaceEntry ward : oldWards.values()) {
            long id = registry.wards(day).findByCode(ward.code()).orElseThrow();
            Geometry outline = outlines.get(ward.successors().get(0));
            for (int number = 1; number <= HOUSES_PER_WARD; number++) {
                houses.add(house(id, number, pointIn(outline, dice)));
                wards.add(ward.code());
            }
        }
        var outcomes = registry.addressRegister()
                .register(houses, new RegistrationRules(false, false, true), ActContext.of("survey", BUILT));
        for (int i = 0; i < wards.size(); i++) {
            oldWardOf.put(outcomes.get(i).code(), wards.get(i));
        }
    }

    private static Map<String, Geometry> outlines() {
        CrsTransform transform = CrsTransform.between(Crs.CRS84, hue.storageCrs());
        Map<String, Geometry> outlines = new TreeMap<>();
        try (Source source =
                SourceFile.open(ImportFixture.real("vietnam-hue/hue_wards_2025.geojson"), ReadOptions.DETECT)) {
            source.forEach(row -> outlines.put(row.text("code"), transform.apply(row.geometry())));
        }
        return outlines;
    }

    private static Point pointIn(Geometry outline, Random dice) {
        Envelope box = outline.getEnvelopeInternal();
        Point point;
        do {
            point = FACTORY.createPoint(new Coordinate(
                    box.getMinX() + dice.nextDouble() * box.getWidth(),
                    box.getMinY() + dice.nextDouble() * box.getHeight()));
        } while (!outline.contains(point));
        return point;
    }

    private static Registration house(long ward, int number, Point point) {
        AddressContent content = new AddressContent(
                AddressKind.BUILDING,
                AddressStatus.CURRENT,
                null,
                String.valueOf(number),
                "Đường số " + ward,
                ward,
                new PositionQuality("digitised", null),
                point,
                point,
                null,
                List.of(),
                Map.of());
        return new Registration(content, null, List.of());
    }

    private static Path writeTable(Path file) throws IOException {
        StringBuilder csv = new StringBuilder("from,to,type,name,population\n");
        for (PlaceEntry old : oldWards.values()) {
            PlaceEntry successor = newWards.get(old.successors().get(0));
            csv.append(String.join(
                            ",",
                            old.code(),
                            successor.code(),
                            successor.type(),
                            successor.name(),
                            String.valueOf(successor.population())))
                    .append('\n');
        }
        return Files.writeString(file, csv);
    }

    private static Map<Code, AddressObject> addresses(Snapshot snapshot) {
        return registry.addressReader().listByCodes(oldWardOf.keySet(), snapshot).stream()
                .collect(Collectors.toMap(AddressObject::code, object -> object));
    }

    @Test
    void isOneActOnEverythingInTheWards() {
        assertThat(oldWards).hasSize(133);
        assertThat(newWards).hasSize(40);
        assertThat(result.addresses()).isEqualTo(133 * HOUSES_PER_WARD).isEqualTo(oldWardOf.size());
        // 133 wards end, 40 begin, and every house moves.
        assertThat(result.lastSeq() - before).isEqualTo(133 + 40 + oldWardOf.size());
        assertThat(database.jdbc()
                        .queryForList(
                                "SELECT DISTINCT act || ' ' || actor || ' ' || document FROM registry.change WHERE seq > ?"
                                        + " AND seq <= ?",
                                String.class,
                                before,
                                result.lastSeq()))
                .containsExactly("reform council 1675/NQ-UBTVQH15");
        assertThat(database.jdbc()
                        .queryForObject(
                                "SELECT count(DISTINCT at) FROM registry.change WHERE seq > ? AND seq <= ?",
                                Integer.class,
                                before,
                                result.lastSeq()))
                .as("one transaction")
                .isEqualTo(1);
    }

    @Test
    void changesWardsButNotOneCode() {
        Map<Code, AddressObject> after = addresses(new Snapshot(REFORM, result.lastSeq()));
        assertThat(after).hasSize(oldWardOf.size());
        after.forEach((code, object) -> assertThat(object.ward().code())
                .isEqualTo(oldWards.get(oldWardOf.get(code)).successors().get(0)));
        assertThat(after.values())
                .allSatisfy(object -> assertThat(object.valid()).isEqualTo(Period.since(REFORM)));
        assertThat(registry.addressReader()
                        .find(oldWardOf.keySet().iterator().next(), Snapshot.latest(REFORM))
                        .orElseThrow()
                        .status())
                .isEqualTo(AddressStatus.CURRENT);
    }

    @Test
    void showsTheOldWardOnTheEve() {
        Map<Code, AddressObject> eve = addresses(new Snapshot(EVE, result.lastSeq()));
        assertThat(eve).hasSize(oldWardOf.size());
        eve.forEach((code, object) -> {
            assertThat(object.ward().code()).isEqualTo(oldWardOf.get(code));
            assertThat(object.ward().fullName())
                    .isEqualTo(oldWards.get(oldWardOf.get(code)).fullName());
            assertThat(object.valid()).isEqualTo(new Period(BUILT, REFORM));
        });
    }

    @Test
    void leavesWhatWasBelievedBeforeAsItWas() {
        Map<Code, AddressObject> belief = addresses(new Snapshot(REFORM, before));
        belief.forEach((code, object) -> {
            assertThat(object.ward().code()).isEqualTo(oldWardOf.get(code));
            assertThat(object.valid()).isEqualTo(Period.since(BUILT));
        });
        assertThat(belief).hasSize(oldWardOf.size());
        var lastBelief = database.jdbc()
                .queryForObject("SELECT at FROM registry.change WHERE seq = ?", OffsetDateTime.class, before);
        assertThat(registry.changes()
                        .resolve(new TimeView(REFORM, lastBelief.toInstant()))
                        .seq())
                .isEqualTo(before);
    }

    @Test
    void everyOldNameStillResolvesWithItsDates() {
        for (PlaceEntry old : oldWards.values()) {
            List<Place> bearers = registry.placeReader().resolve(old.fullName(), result.lastSeq(), false).stream()
                    .map(PlaceMatch::place)
                    .filter(place -> place.code().equals(old.code())
                            && place.valid().to() != null
                            && place.fullName().equals(old.fullName()))
                    .toList();
            assertThat(bearers).as(old.fullName()).isNotEmpty();
            Place last = bearers.get(0);
            assertThat(last.valid().to()).isEqualTo(REFORM);
            assertThat(last.successors())
                    .extracting(link -> link.place().code())
                    .containsExactly(old.successors().get(0));
        }
        assertThat(registry.wards(REFORM).findByName("Phường Thuận Hóa")).isPresent();
    }

    @Test
    void changesNothingWhenAppliedAgain() {
        assertThat(apply().addresses()).isZero();
        assertThat(registry.changes().head()).isEqualTo(result.lastSeq());
    }

    @Test
    void leavesTheViewsInAgreementAndTheFeedComplete() {
        registry.views().runOnce();
        assertThat(registry.views().verify()).isEmpty();
        assertThat(registry.addressCounts().list(EVE)).hasSize(133);
        assertThat(registry.addressCounts().list(REFORM)).hasSize(40);
    }

    @Test
    void refusesAWardThatNobodyKnows() {
        Reform unknown = new Reform("ward", List.of(), List.of(new Reform.Step("99999", "19789")));
        assertThatThrownBy(() -> registry.wardReform().apply(unknown, ActContext.of("council", REFORM)))
                .isInstanceOf(ReformRefusedException.class)
                .hasMessageContaining("99999");
        assertThat(registry.changes().head()).isEqualTo(result.lastSeq());
    }
}
