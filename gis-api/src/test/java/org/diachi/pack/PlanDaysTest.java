package org.diachi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.diachi.change.ActContext;
import org.diachi.city.CityProfile;
import org.diachi.db.Database;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.landuse.Plan;
import org.diachi.landuse.PlanMove;
import org.diachi.landuse.PlanStep;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.registry.Registry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Plans come to steps on days, and nobody acts at midnight. Another day is had by another time zone: in the west of the
 * Pacific it is always a later one than in its east.
 */
class PlanDaysTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Map<String, String> HOME = TestHome.environment();
    private static final TimeZone HERE = TimeZone.getDefault();
    private static final LocalDate FOUNDED = LocalDate.of(2025, 7, 1);

    @AfterEach
    void goHome() {
        TimeZone.setDefault(HERE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Registry open(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        CityProfile profile = CityProfile.read(Path.of("..", "data", "hue"));
        return Registry.open(Database.open(DATABASE.database().address()), profile, HOME);
    }

    private static int zonesDrawn(MapPacks packs) {
        return packs.find("zones").orElseThrow().rows().size();
    }

    @Test
    void aPlanIsDrawnFromTheDayOnWhichItIsAdopted() {
        LocalDate adoption = LocalDate.now(ZoneOffset.ofHours(14));
        try (Registry registry = open("Etc/GMT+12");
                MapPacks packs = new MapPacks(registry)) {
            draft(registry);
            registry.planRegister().move("draft", PlanMove.to(PlanStep.ADOPTION), ActContext.of("test", adoption));
            packs.rebuild();
            assertThat(zonesDrawn(packs)).isZero();
        }
        try (Registry registry = open("Etc/GMT-14");
                MapPacks packs = new MapPacks(registry)) {
            assertThat(packs.position()).isNotNegative();
            assertThat(packs.day()).isEqualTo(adoption);
            assertThat(zonesDrawn(packs)).isEqualTo(1);
            assertThat(packs.verify()).isEmpty();
        }
    }

    private static void draft(Registry registry) {
        Plan plan = new Plan(
                "draft",
                "Draft",
                "city",
                "landUsePlan",
                "s",
                null,
                null,
                null,
                null,
                null,
                PlanStep.ELABORATION.label());
        long id = registry.planRegister().enter(plan, ActContext.of("test", FOUNDED));
        Geometry shape = new GeometryFactory().toGeometry(new Envelope(561000, 561100, 1821000, 1821100));
        shape.setSRID(9214);
        Layer zones = registry.layers().find("zones").orElseThrow();
        FeatureRegistration zone = new FeatureRegistration("z", 1, null, id, Map.of("code", "ODT"), shape);
        registry.featureRegister().register(zones, "test", List.of(zone), ActContext.of("test", FOUNDED));
    }
}
