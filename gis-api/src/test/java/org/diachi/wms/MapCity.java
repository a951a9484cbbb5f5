package org.diachi.wms;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diachi.ClientProcess;
import org.diachi.change.ActContext;
import org.diachi.city.CityProfile;
import org.diachi.cli.Service;
import org.diachi.db.DatabaseAddress;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A city that has nothing but what maps are tried with, served on a free port: a landmark, alone in its layer, where latitude
 * and longitude cannot be confused; three zones of 100 m around it, the middle one of green, and a drain across them; and
 * {@link InventedQuarter} elsewhere.
 */
final class MapCity {

    /** The landmark in EPSG:9214. */
    static final double EASTING = 570_123;

    static final double NORTHING = 1_834_567;

    static final String LANDMARK = "Ngọ Môn";

    private static final LocalDate FOUNDED = LocalDate.of(2025, 7, 1);

    private static MapCity instance;

    private final TestDatabase database = TestDatabase.create();
    private final Registry registry;
    private final ConfigurableApplicationContext service;

    private MapCity() {
        registry = Registry.open(
                database.database(), CityProfile.read(Path.of("..", "data", "hue")), TestHome.environment());
        List<LayerField> fields = List.of(new LayerField("name", "string", Map.of(), null, null));
        registry.layers().create("landmarks", Map.of("en", "Landmarks"), "point", fields, null);
        register("landmarks", "m1", Map.of("name", LANDMARK), "POINT (%s %s)".formatted(EASTING, NORTHING));
        register("zones", "z1", Map.of("code", "ODT"), square(-150));
        register("zones", "z2", Map.of("code", "DKV"), square(-50));
        register("zones", "z3", Map.of("code", "ODT"), square(50));
        register(
                "drainage-links",
                "l1",
                Map.of("diameter", 400),
                "LINESTRING (%s %s, %s %s)".formatted(EASTING - 140, NORTHING - 30, EASTING + 140, NORTHING + 20));
        InventedQuarter quarter = new InventedQuarter();
        register("zones", quarter.zones());
        register("green-spaces", quarter.greenSpaces());
        register("drainage-links", quarter.drains());
        register("drainage-nodes", quarter.nodes());
        registry.layers().create("surveys", Map.of("en", "Surveys"), "any", List.of(), null);
        register("surveys", quarter.surveys());
        service = Service.start(registry, 0, "--diachi.limits.enabled=false");
        registry.views().runOnce();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            registry.close();
            database.close();
        }));
    }

    /** The one for all tests of maps. */
    static synchronized MapCity get() {
        if (instance == null) {
            instance = new MapCity();
        }
        return instance;
    }

    /** A square of 100 m, so far east of the landmark. */
    private static String square(double east) {
        double left = EASTING + east;
        return "POLYGON ((%1$s %3$s, %2$s %3$s, %2$s %4$s, %1$s %4$s, %1$s %3$s))"
                .formatted(left, left + 100, NORTHING - 50, NORTHING + 50);
    }

    private void register(String collection, String id, Map<String, Object> attributes, String wkt) {
        register(
                collection,
                List.of(new FeatureRegistration(id, (long) id.hashCode(), null, null, attributes, geometry(wkt))));
    }

    private void register(String collection, List<FeatureRegistration> features) {
        Layer layer = registry.layers().find(collection).orElseThrow();
        registry.featureRegister().register(layer, "test", features, ActContext.of("test", FOUNDED));
    }

    private static Geometry geometry(String wkt) {
        try {
            Geometry geometry = new WKTReader().read(wkt);
            geometry.setSRID(9214);
            return geometry;
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The address of the service. */
    String base() {
        return "http://localhost:" + Service.port(service);
    }

    /** Runs a script of a client, which looks for the landmark. */
    String show(Path folder, String script) {
        return ClientProcess.python(
                folder, script, base(), String.valueOf(EASTING), String.valueOf(NORTHING), LANDMARK);
    }

    /** Where its database is. */
    DatabaseAddress database() {
        return database.address();
    }

    /** The landmark in a system, x before y, as the database reckons: a library that the service does not use. */
    double[] landmark(int epsg) {
        return database.jdbc()
                .queryForObject(
                        "SELECT ST_X(p), ST_Y(p) FROM ST_Transform(ST_SetSRID(ST_MakePoint(?, ?), 9214), ?::int) AS p",
                        (row, number) -> new double[] {row.getDouble(1), row.getDouble(2)},
                        EASTING,
                        NORTHING,
                        epsg);
    }
}
