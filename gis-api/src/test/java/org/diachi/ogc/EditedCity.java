package org.diachi.ogc;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.change.ActContext;
import org.diachi.city.CityProfile;
import org.diachi.cli.Service;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.diachi.security.Bounds;
import org.diachi.security.KeyStore;
import org.diachi.security.Role;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A city that clients edit, served on a free port. It has a layer of trees (points, open, with a personal field), which a
 * source has told of one tree each ten metres from (570000, 1840000) eastward, and no addresses but those of the tests.
 */
public final class EditedCity {

    public static final LocalDate FOUNDED = LocalDate.of(2025, 7, 1);
    public static final int TREES = 12;

    private static EditedCity instance;

    private final TestDatabase database = TestDatabase.create();
    private final Registry registry;
    private final ConfigurableApplicationContext service;
    private int houses;

    private EditedCity() {
        registry = Registry.open(
                database.database(), CityProfile.read(Path.of("..", "data", "hue")), TestHome.environment());
        List<LayerField> fields = List.of(
                new LayerField("species", "string", Map.of("en", "Species"), null, null),
                new LayerField("height", "number", Map.of(), "m", null),
                new LayerField("trunks", "integer", Map.of(), null, null),
                new LayerField("listed", "boolean", Map.of(), null, null),
                new LayerField("owner-name", "string", Map.of(), null, null, true));
        var trees = registry.layers().create("trees", Map.of("en", "Trees"), "point", fields, null);
        List<FeatureRegistration> told = new ArrayList<>();
        for (int i = 0; i < TREES; i++) {
            Map<String, Object> attributes = Map.of("species", "Bàng", "height", 5 + i, "owner-name", "Hoa");
            String wkt = "POINT (%d 1840000)".formatted(570_000 + 10 * i);
            told.add(new FeatureRegistration("t" + i, i, null, null, attributes, geometry(wkt)));
        }
        registry.featureRegister().register(trees, "survey", told, ActContext.of("test", FOUNDED));
        registry.views().runOnce();
        registry.views().start();
        service = Service.start(registry, 0, "--diachi.limits.enabled=false", "--diachi.ogc.most-seconds=2");
        registry.views().runOnce();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            registry.close();
            database.close();
        }));
    }

    /** The one for all tests that edit. */
    public static synchronized EditedCity get() {
        if (instance == null) {
            instance = new EditedCity();
        }
        return instance;
    }

    public static Geometry geometry(String wkt) {
        try {
            Geometry geometry = new WKTReader().read(wkt);
            geometry.setSRID(9214);
            return geometry;
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public Registry registry() {
        return registry;
    }

    public TestDatabase database() {
        return database;
    }

    public String base() {
        return "http://localhost:" + Service.port(service);
    }

    /** A key that is bound by nothing. */
    public String key(Role role) {
        return key(role, Bounds.NONE);
    }

    public String key(Role role, Bounds bounds) {
        return new KeyStore(registry.dataSource()).create(new KeyStore.Grant(role, bounds, "test", null), "test");
    }

    /** The addresses of the items of a collection, or of what is below them. */
    public String items(String collection, String more) {
        return base() + "/ogc/collections/" + collection + "/items" + more;
    }

    public Reply get(String collection, String more, String... headers) {
        return Http.get(items(collection, more), headers);
    }

    /** Sends a body of GeoJSON or, by PATCH, a merge patch. */
    public Reply send(String key, String method, String url, String body, String... headers) {
        String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/geo+json";
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", type));
        }
        if (!key.isEmpty()) {
            all.addAll(List.of("Authorization", "Bearer " + key));
        }
        return Http.send(method, url, body, all.toArray(String[]::new));
    }

    /** A tree as a caller tells of it, in CRS84. */
    public static String tree(String properties) {
        return "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [107.6571, 16.6341]},"
                + " \"properties\": {" + properties + "}}";
    }

    /** A house as a caller tells of it, in EPSG:9214, where there is no other. */
    public synchronized String house() {
        houses++;
        return """
                {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%d, 1850000]}, "properties": {
                 "kind": "building", "houseNumber": "%d", "street": "Phố Vắng", "validFrom": "2025-07-01",
                 "position": {"method": "survey", "accuracy": 0.5}}}
                """.formatted(570_000 + 40 * houses, houses);
    }

    /** The entries of the change log on an item, the oldest first, as act and version. */
    public List<String> acts(String code) {
        return database.jdbc()
                .queryForList(
                        "SELECT act || ' ' || version FROM registry.change WHERE code = ? ORDER BY seq",
                        String.class,
                        code);
    }

    /** The methods that a caller is told of. */
    public Set<String> allowed(String key, String url) {
        Reply reply = send(key, "OPTIONS", url, "");
        return Set.of(reply.header("Allow").split(", "));
    }
}
