package org.diachi.view.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diachi.change.ActContext;
import org.diachi.feed.Village;
import org.diachi.landuse.Plan;
import org.diachi.landuse.PlanMove;
import org.diachi.landuse.PlanRegister;
import org.diachi.landuse.PlanStep;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.value.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Conflicts that one can work out by hand, each a kilometre east of the one before, by the rules of Hue. */
class ConflictsTest {

    @RegisterExtension
    static final Village village = Village.create();

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static Layer belts;
    private static long inForce;
    private static long vision;

    private final Conflicts conflicts = village.registry().conflicts();
    private long fingerprint;

    @BeforeAll
    static void found() {
        belts = village.registry()
                .layers()
                .create("heritage-belts", Map.of("en", "Heritage belts"), "polygon", List.of(), null);
        inForce = village.registry().planRegister().enter(plan("in-force", "legalForce"), ActContext.of("clerk", DAY));
        vision = village.registry().planRegister().enter(plan("vision", "adoption"), ActContext.of("clerk", DAY));
    }

    private static Plan plan(String identifier, String step) {
        return new Plan(identifier, identifier, "city", "plan", "s", null, null, null, null, null, step);
    }

    private void register(
            Layer layer, String id, Long plan, Map<String, Object> attributes, String wkt, LocalDate from) {
        FeatureRegistration feature =
                new FeatureRegistration(id, ++fingerprint, 1L, plan, attributes, Village.geometry(wkt));
        village.registry().featureRegister().register(layer, "test", List.of(feature), ActContext.of("clerk", from));
    }

    private void zone(String id, Long plan, String code, String wkt) {
        register(layer("zones"), id, plan, Map.of("code", code), wkt, DAY);
    }

    private static Layer layer(String collection) {
        return village.registry().layers().find(collection).orElseThrow();
    }

    private static String box(int west, int south, int east, int north) {
        return "POLYGON ((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))".formatted(west, south, east, north);
    }

    private List<Conflict> of(String object, LocalDate day) {
        village.registry().views().runOnce();
        return conflicts.list(new ConflictQuery(day, null, null, null, 0), 1000).stream()
                .filter(conflict -> object.equals(conflict.left().sourceId())
                        || object.equals(conflict.right().sourceId())
                        || object.equals(conflict.left().object()))
                .toList();
    }

    @AfterEach
    void theViewAgreesWithTheTruth() {
        village.registry().views().runOnce();
        assertThat(village.registry().views().status())
                .allSatisfy(view -> assertThat(view.failure()).as(view.name()).isNull());
        assertThat(conflicts.verify()).isEmpty();
    }

    @Test
    void aShopZoneInABeltSharesSoMuchGround() {
        zone("shop", inForce, "TMD", box(561000, 1821000, 561100, 1821100));
        zone("home", inForce, "ODT", box(561100, 1821000, 561200, 1821100));
        zone("far", vision, "TMD", box(561000, 1821000, 561100, 1821100));
        register(belts, "belt", null, Map.of(), box(561060, 1820000, 561160, 1821050), DAY);

        assertThat(of("belt", DAY)).singleElement().satisfies(conflict -> {
            assertThat(conflict.rule()).isEqualTo("building-zone-in-heritage-belt");
            assertThat(conflict.left().sourceId()).isEqualTo("shop");
            assertThat(conflict.area()).isEqualTo(40 * 50);
            assertThat(conflict.period().from()).isEqualTo(DAY);
        });
        assertThat(of("belt", DAY.minusDays(1))).isEmpty();
    }

    @Test
    void aZoneThatBecomesAParkIsNoConflictFromThatDayOn() {
        LocalDate later = DAY.plusYears(1);
        zone("turned", inForce, "TMD", box(571000, 1821000, 571100, 1821100));
        register(belts, "belt of turned", null, Map.of(), box(571000, 1821000, 571100, 1821100), DAY);
        assertThat(of("turned", later)).hasSize(1);

        register(
                layer("zones"), "turned", inForce, Map.of("code", "DKV"), box(571000, 1821000, 571100, 1821100), later);

        assertThat(of("turned", later)).isEmpty();
        assertThat(of("turned", later.minusDays(1)))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.period().to()).isEqualTo(later));
    }

    @Test
    void aZoneCountsWhileItsPlanIsInForce() {
        PlanRegister plans = village.registry().planRegister();
        long plan = plans.enter(plan("moving", "adoption"), ActContext.of("clerk", DAY));
        zone("moving shop", plan, "TMD", box(621000, 1821000, 621100, 1821100));
        register(belts, "belt of moving", null, Map.of(), box(621000, 1821000, 621100, 1821100), DAY);
        assertThat(of("moving shop", DAY)).isEmpty();

        plans.move("moving", PlanMove.to(PlanStep.LEGAL_FORCE), ActContext.of("clerk", DAY.plusMonths(1)));
        assertThat(of("moving shop", DAY)).isEmpty();
        assertThat(of("moving shop", DAY.plusMonths(1))).hasSize(1);

        plans.move("moving", PlanMove.to(PlanStep.OBSOLETE), ActContext.of("clerk", DAY.plusMonths(6)));
        assertThat(of("moving shop", DAY.plusMonths(5)))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.period().to()).isEqualTo(DAY.plusMonths(6)));
        assertThat(of("moving shop", DAY.plusMonths(6))).isEmpty();
    }

    /** Conflicts are for everybody, and the rule names no steps for belts. */
    @Test
    void whatAPlanThatIsBeingDraftedDrawsIsInNoConflict() {
        PlanRegister plans = village.registry().planRegister();
        long plan = plans.enter(plan("new belts", "elaboration"), ActContext.of("clerk", DAY));
        register(belts, "drafted belt", plan, Map.of(), box(671000, 1821000, 671100, 1821100), DAY);
        zone("shop in a drafted belt", inForce, "TMD", box(671000, 1821000, 671100, 1821100));
        assertThat(of("shop in a drafted belt", DAY)).isEmpty();

        plans.move("new belts", PlanMove.to(PlanStep.ADOPTION), ActContext.of("clerk", DAY.plusMonths(1)));
        assertThat(of("shop in a drafted belt", DAY)).isEmpty();
        assertThat(of("shop in a drafted belt", DAY.plusMonths(1))).hasSize(1);
    }

    @Test
    void aHouseOverADrainTakesTheEasementOnBothSides() {
        long ward = village.ward(Village.EAST, Village.FOUNDED);
        Code over = village.register(Village.building(ward, "1", 581000, 1821000), "over");
        village.register(Village.building(ward, "2", 581020, 1821000), "beside");
        register(layer("drainage-links"), "drain", null, Map.of(), "LINESTRING (581000 1820900, 581000 1821100)", DAY);

        assertThat(of("drain", DAY)).singleElement().satisfies(conflict -> {
            assertThat(conflict.rule()).isEqualTo("building-over-drain");
            assertThat(conflict.left().object()).isEqualTo(over.toString());
            assertThat(conflict.left().sourceId()).isEqualTo("over");
            assertThat(conflict.area()).isCloseTo(8 * 2, within(1e-9));
            assertThat(conflict.addresses()).containsExactly(over.toString());
        });
    }

    @Test
    void whatSharesLessGroundThanTheRuleSaysIsNoConflict() {
        long ward = village.ward(Village.EAST, Village.FOUNDED);
        Code house = village.register(Village.building(ward, "3", 591000, 1821000), "edge");
        register(layer("green-spaces"), "lawn", null, Map.of(), box(591004, 1820990, 591050, 1821010), DAY);
        assertThat(of(house.toString(), DAY)).as("they touch").isEmpty();

        register(layer("green-spaces"), "lawn", null, Map.of(), box(591003, 1820990, 591050, 1821010), DAY);
        assertThat(of(house.toString(), DAY))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.area()).isEqualTo(8));
    }

    @Test
    void theAddressesOnTheGroundAreNamed() {
        long ward = village.ward(Village.EAST, Village.FOUNDED);
        Code inside = village.register(Village.building(ward, "4", 601050, 1821020), "inside");
        village.register(Village.building(ward, "5", 601050, 1821090), "outside");
        zone("works", inForce, "SKC", box(601000, 1821000, 601100, 1821100));
        register(belts, "belt of works", null, Map.of(), box(601000, 1821000, 601100, 1821050), DAY);

        assertThat(of("works", DAY)).singleElement().satisfies(conflict -> {
            assertThat(conflict.addresses()).containsExactly(inside.toString());
            assertThat(conflict.addressCount()).isEqualTo(1);
        });
    }

    @Test
    void aRebuiltViewIsTheSame() {
        zone("again", inForce, "TMD", box(611000, 1821000, 611100, 1821100));
        register(belts, "belt of again", null, Map.of(), box(611050, 1821000, 611100, 1821100), DAY);
        assertThat(of("again", DAY)).hasSize(1);

        conflicts.rebuild();

        assertThat(of("again", DAY))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.area()).isEqualTo(5000));
        village.database().jdbc().update("UPDATE view.conflict SET area = area + 1 WHERE left_source = 'again'");
        assertThat(conflicts.verify()).singleElement().asString().contains("5001.000 m² here, 5000.000 m² in truth");
        conflicts.rebuild();
    }

    @Test
    void conflictsAreListedByRuleAndSeverity() {
        village.registry().views().runOnce();
        assertThat(conflicts.list(new ConflictQuery(DAY, "building-over-drain", null, null, 0), 1000))
                .allMatch(conflict -> conflict.rule().equals("building-over-drain"));
        assertThat(conflicts.list(new ConflictQuery(DAY, null, "medium", null, 0), 1000))
                .allMatch(conflict -> conflict.rule().equals("building-over-drain"));
        assertThat(conflicts.list(new ConflictQuery(DAY, null, null, "10009", 0), 1000))
                .isEmpty();
    }
}
