package org.diachi.sheet;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.diachi.Http;
import org.diachi.address.AddressContent;
import org.diachi.address.Outcome;
import org.diachi.address.Registration;
import org.diachi.address.RegistrationRules;
import org.diachi.change.ActContext;
import org.diachi.city.CityProfile;
import org.diachi.cli.Service;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.landuse.Plan;
import org.diachi.landuse.PlanMove;
import org.diachi.landuse.PlanStep;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.registry.Registry;
import org.diachi.security.Bounds;
import org.diachi.security.KeyStore;
import org.diachi.security.Role;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.ExternalId;
import org.diachi.value.PositionQuality;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A city of its own that is served, for tests that move plans. Shapes are WKT in metres from (561000, 1821000).
 *
 * <p>The plan {@code in-force} has three zones of 100 × 100 m side by side, ODT, DKV and DGD; {@code draft} is being drafted
 * and has one zone over all of them. A house lies over the border of the first two.
 */
public final class LandUseCity implements AutoCloseable {

    public static final LocalDate FOUNDED = LocalDate.of(2025, 7, 1);

    private final TestDatabase database = TestDatabase.create();
    private final Registry registry =
            Registry.open(database.database(), CityProfile.read(Path.of("..", "data", "hue")), TestHome.environment());
    private final ConfigurableApplicationContext service;
    private final Map<String, Long> plans = new HashMap<>();
    private final String house;

    /** @param arguments of the service */
    public LandUseCity(String... arguments) {
        plan("in-force", PlanStep.LEGAL_FORCE, FOUNDED);
        plan("draft", PlanStep.ELABORATION, FOUNDED);
        zones("in-force", FOUNDED, "A", "ODT", box(0, 0, 100, 100), "B", "DKV", box(100, 0, 200, 100));
        zones("in-force", FOUNDED, "C", "DGD", box(200, 0, 300, 100));
        zones("draft", FOUNDED, "T", "TMD", box(0, 0, 300, 100));
        feature("green-spaces", "park", Map.of("name", "Công viên Thương Bạc"), box(120, 130, 160, 160));
        feature("drainage-links", "l1", Map.of("linkId", "L-1", "diameter", 400), "LINESTRING (0 -10, 300 -10)");
        registry.layers().create("heritage-belts", Map.of("en", "Heritage belts"), "polygon", List.of(), null);
        feature("heritage-belts", "belt", Map.of("name", "Vành đai I"), box(90, -50, 110, 150));
        house = register(box(80, 20, 120, 40));
        registry.views().runOnce();
        registry.views().start();
        service = Service.start(
                registry,
                0,
                Stream.concat(Stream.of("--diachi.limits.enabled=false"), Stream.of(arguments))
                        .toArray(String[]::new));
        registry.views().runOnce();
    }

    public void plan(String identifier, PlanStep step, LocalDate from) {
        Plan plan = new Plan(
                identifier,
                "Quy hoạch " + identifier,
                "city",
                "landUsePlan",
                "vn-land-law",
                LocalDate.of(2021, 1, 1),
                LocalDate.of(2031, 1, 1),
                2050,
                "12/QĐ-UBND",
                null,
                step.label());
        plans.put(identifier, registry.planRegister().enter(plan, ActContext.of("test", from)));
    }

    public void move(String identifier, PlanMove move, LocalDate from) {
        registry.planRegister().move(identifier, move, ActContext.of("test", from));
    }

    /** Zones of a plan: ids, codes and WKT in turn. */
    public void zones(String plan, LocalDate from, String... idCodeWkt) {
        List<FeatureRegistration> all = new ArrayList<>();
        for (int i = 0; i < idCodeWkt.length; i += 3) {
            String code = idCodeWkt[i + 1];
            String wkt = idCodeWkt[i + 2];
            Map<String, Object> attributes = Map.of(
                    "code",
                    code,
                    "scheme",
                    "vn-land-law",
                    "maxStoreys",
                    5,
                    "buildingDensity",
                    62.5,
                    "setbackFront",
                    2.5);
            all.add(new FeatureRegistration(
                    idCodeWkt[i], (code + wkt).hashCode(), null, plans.get(plan), attributes, shape(wkt)));
        }
        Layer zones = registry.layers().find("zones").orElseThrow();
        registry.featureRegister().register(zones, "test-" + plan, all, ActContext.of("test", from));
    }

    /** A feature of any layer, without a plan. */
    public void feature(String collection, String id, Map<String, Object> attributes, String wkt) {
        Layer layer = registry.layers().find(collection).orElseThrow();
        FeatureRegistration feature = new FeatureRegistration(id, id.hashCode(), null, null, attributes, shape(wkt));
        registry.featureRegister().register(layer, "test", List.of(feature), ActContext.of("test", FOUNDED));
    }

    private String register(String wkt) {
        Geometry shape = shape(wkt);
        Point position = shape.getInteriorPoint();
        position.setSRID(shape.getSRID());
        AddressContent content = new AddressContent(
                AddressKind.BUILDING,
                AddressStatus.CURRENT,
                null,
                "12/34",
                "Lê Lợi",
                null,
                new PositionQuality("survey", 0.3),
                position,
                shape,
                null,
                List.of(),
                Map.of());
        Outcome outcome = registry.addressRegister()
                .register(
                        List.of(new Registration(content, null, List.of(new ExternalId("survey", "house/1")))),
                        RegistrationRules.STRICT,
                        ActContext.of("test", FOUNDED))
                .get(0);
        return Objects.requireNonNull(outcome.code()).toString();
    }

    /** The code of the house. */
    public String house() {
        return house;
    }

    /** The database, as its owner. */
    DataSource database() {
        return Objects.requireNonNull(database.jdbc().getDataSource());
    }

    public Registry registry() {
        return registry;
    }

    public String key(Role role) {
        return new KeyStore(registry.dataSource()).create(new KeyStore.Grant(role, Bounds.NONE, "test", null), "test");
    }

    public String base() {
        return "http://localhost:" + Service.port(service);
    }

    public Http.Reply get(String path, String... headers) {
        return Http.get(base() + path, headers);
    }

    /** An answer that the contract has no words for: what is at a place of the map. */
    public String featureInfo(double east, double north, String more, String... headers) {
        byte[] body = wms(
                "GetFeatureInfo&QUERY_LAYERS=zones&I=10&J=10&FEATURE_COUNT=10&INFO_FORMAT=application/json" + more,
                east,
                north,
                headers);
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The colour of a place of the map, as 0xAARRGGBB. */
    public int colour(double east, double north, String more, String... headers) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(wms("GetMap" + more, east, north, headers)));
            return picture.getRGB(10, 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] wms(String operation, double east, double north, String... headers) {
        double x = 561000 + east;
        double y = 1821000 + north;
        String box = (x - 5) + "," + (y - 5) + "," + (x + 5) + "," + (y + 5);
        URI question = URI.create(base() + "/wms?SERVICE=WMS&VERSION=1.3.0&LAYERS=zones&STYLES=&CRS=EPSG:9214&WIDTH=20"
                + "&HEIGHT=20&FORMAT=image/png&BBOX=" + box + "&REQUEST=" + operation);
        try {
            URLConnection connection = question.toURL().openConnection();
            for (int i = 0; i < headers.length; i += 2) {
                connection.setRequestProperty(headers[i], headers[i + 1]);
            }
            try (InputStream in = connection.getInputStream()) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Http.Reply post(String path, String body, String... headers) {
        return Http.send("POST", base() + path, body, headers);
    }

    /** WKT in metres from (561000, 1821000), in the storage CRS. */
    public static Geometry shape(String wkt) {
        try {
            Geometry geometry = new WKTReader().read(wkt);
            geometry.apply(new AffineTransformation().translate(561000, 1821000));
            geometry.geometryChanged();
            geometry.setSRID(9214);
            return geometry;
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    public static String box(double left, double bottom, double right, double top) {
        return "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))".formatted(left, bottom, right, top);
    }

    /** A box as GeoJSON in EPSG:9214. */
    public static String jsonBox(double left, double bottom, double right, double top) {
        double w = 561000 + left;
        double e = 561000 + right;
        double s = 1821000 + bottom;
        double n = 1821000 + top;
        return "{\"type\": \"Polygon\", \"coordinates\": [[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
                .formatted(w, s, e, n);
    }

    @Override
    public void close() {
        service.close();
        registry.close();
        database.close();
    }
}
