package org.diachi;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.address.AddressContent;
import org.diachi.address.Outcome;
import org.diachi.address.Registration;
import org.diachi.address.RegistrationRules;
import org.diachi.change.ActContext;
import org.diachi.city.CityProfile;
import org.diachi.cli.Service;
import org.diachi.db.DatabaseAddress;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.place.PlaceQuery;
import org.diachi.registry.Registry;
import org.diachi.security.Bounds;
import org.diachi.security.KeyStore;
import org.diachi.security.Role;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.diachi.value.PositionQuality;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A small city of the Hue profile that is served on a free port, one for all tests of the module. What a test writes is
 * seen by the others: tests ask for what they wrote, not for all there is.
 *
 * <p>Lê Lợi has the houses 1 to 30, twenty metres apart from (561000, 1821000) eastward, all in ward 19789. House 30 is
 * retired since 2026, house 29 succeeds it. There are a park, a café in house 1, three zones, a drain and a restricted
 * layer with one feature.
 */
public final class TestCity {

    public static final String WARD = "19789";
    public static final LocalDate FOUNDED = LocalDate.of(2025, 7, 1);
    public static final LocalDate RETIRED = LocalDate.of(2026, 1, 1);
    public static final int HOUSES = 30;

    private static TestCity instance;

    private final Registry registry;
    private final ConfigurableApplicationContext service;
    private final JdbcTemplate jdbc;
    private final DatabaseAddress address;
    private final List<Code> houses = new ArrayList<>();
    private final long ward;
    private Code park;
    private Code cafe;

    private TestCity() {
        TestDatabase database = TestDatabase.create();
        jdbc = database.jdbc();
        address = database.address();
        registry = Registry.open(
                database.database(), CityProfile.read(Path.of("..", "data", "hue")), TestHome.environment());
        ward = registry.placeReader()
                .list(new PlaceQuery(FOUNDED, WARD, null, null, null, null), Long.MAX_VALUE, 1, false)
                .get(0)
                .id();
        build();
        registry.views().runOnce();
        registry.views().start();
        // All tests are one client.
        service = Service.start(registry, 0, "--diachi.limits.enabled=false");
        // The map packs are a view of the service.
        registry.views().runOnce();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            database.close();
        }));
    }

    public static synchronized TestCity get() {
        if (instance == null) {
            instance = new TestCity();
        }
        return instance;
    }

    private void build() {
        List<Registration> registrations = new ArrayList<>();
        for (int number = 1; number <= HOUSES; number++) {
            registrations.add(house(number));
        }
        register(registrations).forEach(outcome -> houses.add(outcome.code()));
        park = register(List.of(object(
                        AddressKind.PUBLIC_SPACE,
                        "Công viên Thương Bạc",
                        null,
                        "POLYGON ((561000 1821100, 561100 1821100, 561100 1821200, 561000 1821200, 561000 1821100))",
                        List.of())))
                .get(0)
                .code();
        cafe = register(List.of(new Registration(
                        new AddressContent(
                                AddressKind.BUSINESS,
                                AddressStatus.CURRENT,
                                "Cà phê \"Sông Hương\"",
                                null,
                                null,
                                ward,
                                new PositionQuality("digitised", null),
                                point("POINT (561001 1821001)"),
                                point("POINT (561001 1821001)"),
                                houses.get(0),
                                List.of(),
                                Map.of("opening_hours", "06:00-22:00")),
                        null,
                        List.of())))
                .get(0)
                .code();
        retireLastHouse();
        addLayers();
        addImportRun();
    }

    private Registration house(int number) {
        double x = 561000 + 20 * (number - 1);
        String outline =
                "POLYGON ((%1$s 1821000, %2$s 1821000, %2$s 1821010, %1$s 1821010, %1$s 1821000))".formatted(x, x + 10);
        return object(
                AddressKind.BUILDING, null, number, outline, List.of(new ExternalId("survey", "house/" + number)));
    }

    private Registration object(
            AddressKind kind, String name, Integer number, String outline, List<ExternalId> externalIds) {
        Geometry shape = geometry(outline);
        Point position = shape.getInteriorPoint();
        position.setSRID(shape.getSRID());
        AddressContent content = new AddressContent(
                kind,
                AddressStatus.CURRENT,
                name,
                number == null ? null : number.toString(),
                number == null ? null : "Lê Lợi",
                ward,
                new PositionQuality("survey", 0.3),
                position,
                shape,
                null,
                List.of(),
                Map.of());
        return new Registration(content, null, externalIds);
    }

    /** Registers objects as the office does. */
    public List<Outcome> register(List<Registration> registrations) {
        return registry.addressRegister()
                .register(registrations, RegistrationRules.STRICT, ActContext.of("test", FOUNDED));
    }

    /** A house far from all others that no test but the caller knows of. */
    public Code registerLonely(int number) {
        String wkt = "POINT (%d %d)".formatted(561000 + 50 * (number % 1000), 1830000 + 50 * (number / 1000));
        AddressContent content = new AddressContent(
                AddressKind.BUILDING,
                AddressStatus.CURRENT,
                null,
                String.valueOf(number),
                "Đường Vắng",
                ward,
                new PositionQuality("survey", null),
                point(wkt),
                point(wkt),
                null,
                List.of(),
                Map.of());
        Outcome outcome =
                register(List.of(new Registration(content, null, List.of()))).get(0);
        return Objects.requireNonNull(outcome.code(), "another test has a lonely house " + number);
    }

    /** As an act of retirement leaves it. */
    private void retireLastHouse() {
        String code = houses.get(HOUSES - 1).toString();
        long seq = nextSeq(code);
        jdbc.update("UPDATE registry.address_version SET ended = ? WHERE code = ? AND ended IS NULL", seq, code);
        String copy = """
                INSERT INTO registry.address_version
                       (code, version, valid_from, valid_to, added, kind, status, house_number, street, street_key,
                        number_key, ward, method, accuracy, position, shape)
                SELECT code, 2, ?, ?, ?, kind, ?, house_number, street, street_key, number_key, ward, method, accuracy,
                       position, shape
                  FROM registry.address_version WHERE code = ? AND version = 1
                """;
        jdbc.update(copy, FOUNDED, RETIRED, seq, "current", code);
        jdbc.update(copy, RETIRED, null, seq, "retired", code);
        jdbc.update(
                "INSERT INTO registry.succession VALUES (?, ?, 'merge', ?, ?)",
                code,
                houses.get(HOUSES - 2).toString(),
                RETIRED,
                seq);
    }

    private long nextSeq(String code) {
        long seq = jdbc.queryForObject("UPDATE registry.log_head SET seq = seq + 1 RETURNING seq", Long.class);
        jdbc.update(
                "INSERT INTO registry.change (seq, at, actor, act, kind, code, version, effective)"
                        + " VALUES (?, clock_timestamp(), 'test', 'retire', 'building', ?, 2, ?)",
                seq,
                code,
                RETIRED);
        return seq;
    }

    private void addLayers() {
        register("zones", feature("z1", Map.of("code", "ODT", "name", "Đất ở", "maxStoreys", 5), square(561000)));
        register("zones", feature("z2", Map.of("code", "ODT", "legalArea", 10000.0), square(561100)));
        register("zones", feature("z3", Map.of("code", "DKV"), square(561200)));
        register(
                "drainage-links",
                feature("l1", Map.of("linkId", "L1", "diameter", 400), "LINESTRING (561000 1821000, 561100 1821050)"));
        registry.layers().create("flood-lines", Map.of("en", "Flood lines"), "any", List.of(), "The city");
        register("flood-lines", feature("f1", Map.of(), square(561300)));
        jdbc.update("UPDATE registry.layer SET access = 'restricted' WHERE collection = 'flood-lines'");
    }

    private static FeatureRegistration feature(String id, Map<String, Object> attributes, String wkt) {
        return new FeatureRegistration(id, id.hashCode(), null, null, attributes, geometry(wkt));
    }

    private void register(String collection, FeatureRegistration feature) {
        Layer layer = registry.layers().find(collection).orElseThrow();
        registry.featureRegister().register(layer, "test", List.of(feature), ActContext.of("test", FOUNDED));
    }

    private static String square(double x) {
        return "POLYGON ((%1$s 1821000, %2$s 1821000, %2$s 1821100, %1$s 1821100, %1$s 1821000))".formatted(x, x + 100);
    }

    private void addImportRun() {
        for (int run = 1; run <= 3; run++) {
            jdbc.update("""
                    INSERT INTO registry.import_run
                           (source, file_name, sha256, actor, dry_run, state, rows_total, rows_read, rows_added, rows_refused)
                    VALUES ('survey', 'houses.csv', repeat('0', 64), 'test', false, 'done', 5, 5, 3, 2)
                    """);
        }
        String issue = "INSERT INTO registry.import_issue VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)";
        jdbc.update(issue, 1, 4, "house/4", "refused", "noPosition", "geometry", null, "Row 4 has no geometry.");
        jdbc.update(issue, 2, 5, null, "refused", "missingValue", "number", null, "Row 5 has no number.");
        jdbc.update(issue, 3, 5, null, "warning", "odd", null, "x", "Row 5 is odd.");
    }

    /** A geometry in the storage CRS. */
    public static Geometry geometry(String wkt) {
        try {
            Geometry geometry = new WKTReader().read(wkt);
            geometry.setSRID(9214);
            return geometry;
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Point point(String wkt) {
        return (Point) geometry(wkt);
    }

    public Registry registry() {
        return registry;
    }

    public ConfigurableApplicationContext service() {
        return service;
    }

    /** Where its database is. */
    public DatabaseAddress database() {
        return address;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** A new key. */
    public String key(Role role, String... wards) {
        return new KeyStore(registry.dataSource())
                .create(
                        new KeyStore.Grant(role, Bounds.of(List.of(wards), List.of(), List.of()), "test", null),
                        "test");
    }

    /** The code of a house of Lê Lợi. */
    public String house(String number) {
        return houses.get(Integer.parseInt(number) - 1).toString();
    }

    public String park() {
        return park.toString();
    }

    public String cafe() {
        return cafe.toString();
    }
}
