package org.diachi.landuse;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diachi.change.ActContext;
import org.diachi.change.ChangeLog;
import org.diachi.change.Snapshot;
import org.diachi.city.CityProfile;
import org.diachi.db.TestDatabase;
import org.diachi.landuse.statement.LandUseStatements;
import org.diachi.landuse.statement.Statement;
import org.diachi.landuse.statement.StatementQuestion;
import org.diachi.layer.FeatureRegister;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerCatalogue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** An empty register, to be filled with plans and zones written as WKT in metres from (561000, 1821000). */
public final class LandUseFixture implements AfterAllCallback {

    public static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final TestDatabase database = TestDatabase.create();
    private final CityProfile profile = CityProfile.read(Path.of("..", "data", "hue"));
    private final ChangeLog log = new ChangeLog(database.database().dataSource());
    private final LayerCatalogue layers = new LayerCatalogue(database.database().dataSource());
    private final FeatureRegister features = new FeatureRegister(log, 9214);
    private final Plans plans = new Plans(database.database().dataSource());
    private final PlanRegister planRegister = new PlanRegister(log);
    private final LandUseStatements statements =
            new LandUseStatements(database.database().dataSource(), plans, profile);
    private final Map<String, Long> ids = new HashMap<>();

    /** A plan in legal force since long ago. */
    public LandUseFixture plan(String identifier) {
        return plan(identifier, PlanStep.LEGAL_FORCE, LocalDate.of(2020, 1, 1));
    }

    public LandUseFixture plan(String identifier, PlanStep step, LocalDate from) {
        Plan plan = new Plan(
                identifier,
                identifier,
                "city",
                "landUsePlan",
                "vn-land-law",
                null,
                null,
                null,
                "QĐ 1",
                null,
                step.label());
        ids.put(identifier, planRegister.enter(plan, ActContext.of("test", from)));
        return this;
    }

    public void move(String identifier, PlanMove move, LocalDate from) {
        planRegister.move(identifier, move, ActContext.of("test", from));
    }

    /** Zones of a plan: ids, codes and WKT in turn. */
    public LandUseFixture zones(String plan, String... idCodeWkt) {
        return zones(plan, LocalDate.of(2020, 1, 1), idCodeWkt);
    }

    public LandUseFixture zones(String plan, LocalDate from, String... idCodeWkt) {
        List<FeatureRegistration> all = new ArrayList<>();
        for (int i = 0; i < idCodeWkt.length; i += 3) {
            Map<String, Object> attributes =
                    Map.of("code", idCodeWkt[i + 1], "maxStoreys", 5, "setbackFront", 2.5, "ref", idCodeWkt[i]);
            String wkt = idCodeWkt[i + 2];
            all.add(new FeatureRegistration(
                    idCodeWkt[i], (wkt + idCodeWkt[i + 1]).hashCode(), null, ids.get(plan), attributes, shape(wkt)));
        }
        features.register(layer("zones"), "test-" + plan, all, ActContext.of("test", from));
        return this;
    }

    public void feature(String collection, String id, Map<String, Object> attributes, String wkt) {
        FeatureRegistration feature = new FeatureRegistration(id, wkt.hashCode(), null, null, attributes, shape(wkt));
        features.register(layer(collection), "test", List.of(feature), ActContext.of("test", LocalDate.of(2020, 1, 1)));
    }

    public Layer layer(String collection) {
        return layers.find(collection)
                .orElseGet(() -> layers.create(collection, Map.of("en", collection), "any", List.of(), null));
    }

    public Statement statement(String wkt) {
        return statement(wkt, Snapshot.latest(DAY), EnumSet.of(PlanStep.LEGAL_FORCE), false);
    }

    public Statement statement(String wkt, Snapshot snapshot, Set<PlanStep> steps, boolean withDrafts) {
        return statements.make(new StatementQuestion(shape(wkt), snapshot, layers.list(), steps, withDrafts, 100));
    }

    public Plans plans() {
        return plans;
    }

    public LandUseStatements statements() {
        return statements;
    }

    public LayerCatalogue layers() {
        return layers;
    }

    public TestDatabase database() {
        return database;
    }

    public long seq() {
        Long seq = database.jdbc().queryForObject("SELECT seq FROM registry.log_head", Long.class);
        return seq == null ? 0 : seq;
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

    /** A rectangle as WKT. */
    public static String box(double left, double bottom, double right, double top) {
        return "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))".formatted(left, bottom, right, top);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database.close();
    }
}
