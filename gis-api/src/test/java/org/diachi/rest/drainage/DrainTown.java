package org.diachi.rest.drainage;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diachi.address.AddressContent;
import org.diachi.address.Registration;
import org.diachi.address.RegistrationRules;
import org.diachi.address.SourceRecord;
import org.diachi.change.ActContext;
import org.diachi.city.CityProfile;
import org.diachi.cli.Service;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.diachi.value.PositionQuality;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A town of its own with a drain along a street, a hundred metres between manholes: A, B, C and the outfall O from west to
 * east; a side drain from S in the north to B that was digitised the wrong way; a stub from C that tells an unknown node.
 * House 1 is at the link from A to B, house 2 at the one from C to O. A catchment drains to A.
 */
final class DrainTown {

    static final LocalDate FOUNDED = LocalDate.of(2025, 7, 1);
    static final int X = 561_000;
    static final int Y = 1_821_000;

    private static DrainTown instance;

    private final TestDatabase database = TestDatabase.create();
    private final Registry registry;
    private final ConfigurableApplicationContext service;
    private final List<Code> houses;

    private DrainTown() {
        registry = Registry.open(
                database.database(), CityProfile.read(Path.of("..", "data", "hue")), TestHome.environment());
        node("A", "manhole", 0, 0, 5, 3);
        node("B", "manhole", 100, 0, 4.8, 2.7);
        node("C", "pump", 200, 0, 4.5, 2.4);
        node("O", "outfall", 300, 0, 2.5, 2.1);
        node("S", "manhole", 100, 100, 6, 3.5);
        link("ab", "A", "B", 3, 2.7, "LINESTRING (0 0, 100 0)");
        link("bc", "B", "C", 2.7, 2.4, "LINESTRING (100 0, 200 0)");
        link("co", "C", "O", 2.4, 2.1, "LINESTRING (200 0, 300 0)");
        link("bs", "B", "S", 2.8, 3.5, "LINESTRING (100 0, 100 100)");
        registry.layers()
                .create(
                        "drainage-catchments",
                        Map.of("en", "Catchments"),
                        "polygon",
                        List.of(new LayerField("nodeId", "string", Map.of(), null, null)),
                        null);
        feature(
                "drainage-catchments",
                "c1",
                Map.of("nodeId", "A"),
                "POLYGON ((-50 -50, 0 -50, 0 50, -50 50, -50 -50))",
                FOUNDED);
        houses = List.of(house("1", 40, 20), house("2", 270, -15));
        service = Service.start(registry, 0, "--diachi.limits.enabled=false");
        registry.views().runOnce();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            registry.close();
            database.close();
        }));
    }

    static synchronized DrainTown get() {
        if (instance == null) {
            instance = new DrainTown();
        }
        return instance;
    }

    String base() {
        return "http://localhost:" + Service.port(service);
    }

    Registry registry() {
        return registry;
    }

    /** Lets all read a layer, or only those entitled. */
    void open(String collection, boolean isOpen) {
        database.jdbc()
                .update(
                        "UPDATE registry.layer SET access = ? WHERE collection = ?",
                        isOpen ? "open" : "restricted",
                        collection);
    }

    Code house(int i) {
        return houses.get(i);
    }

    private void node(String id, String type, int x, int y, double ground, double invert) {
        feature(
                "drainage-nodes",
                id,
                Map.of("nodeId", id, "type", type, "groundLevel", ground, "invertLevel", invert),
                "POINT (%d %d)".formatted(x, y),
                FOUNDED);
    }

    private void link(String id, String from, String to, double upper, double lower, String wkt) {
        feature("drainage-links", id, attributes(id, from, to, upper, lower), wkt, FOUNDED);
    }

    static Map<String, Object> attributes(String id, String from, String to, double upper, double lower) {
        return Map.of(
                "linkId", id,
                "fromNode", from,
                "toNode", to,
                "type", "pipe",
                "crossSection", "circular",
                "diameter", 1000,
                "upstreamInvert", upper,
                "downstreamInvert", lower);
    }

    /** Registers a feature from a day on, its geometry told from the south-west of the town. */
    void feature(String collection, String id, Map<String, Object> attributes, String wkt, LocalDate from) {
        Layer layer = registry.layers().find(collection).orElseThrow();
        long fingerprint = 31L * attributes.hashCode() + wkt.hashCode();
        registry.featureRegister()
                .register(
                        layer,
                        "test",
                        List.of(new FeatureRegistration(id, fingerprint, 1L, null, attributes, geometry(wkt))),
                        ActContext.of("test", from));
    }

    private Code house(String number, int x, int y) {
        Point position = (Point) geometry("POINT (%d %d)".formatted(x, y));
        AddressContent content = new AddressContent(
                AddressKind.BUILDING,
                AddressStatus.CURRENT,
                null,
                number,
                "Lê Lợi",
                null,
                new PositionQuality("survey", null),
                position,
                position,
                null,
                List.of(),
                Map.of());
        SourceRecord source = new SourceRecord(new ExternalId("test", number), (long) number.hashCode(), null);
        return registry.addressRegister()
                .register(
                        List.of(new Registration(content, source, List.of())),
                        RegistrationRules.STRICT,
                        ActContext.of("test", FOUNDED))
                .get(0)
                .code();
    }

    private static Geometry geometry(String wkt) {
        try {
            Geometry geometry = new WKTReader().read(wkt);
            geometry.apply(new AffineTransformation().translate(X, Y));
            geometry.setSRID(9214);
            return geometry;
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
