package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.run.ImportFixture.counts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.diachi.change.Snapshot;
import org.diachi.db.Geometries;
import org.diachi.landuse.PlanStep;
import org.diachi.landuse.statement.Statement;
import org.diachi.landuse.statement.Statement.PlanPart;
import org.diachi.landuse.statement.Statement.Zone;
import org.diachi.landuse.statement.StatementQuestion;
import org.diachi.layer.Feature;
import org.diachi.layer.FeatureQuery;
import org.diachi.layer.Layer;
import org.diachi.source.ReadOptions;
import org.diachi.source.Source;
import org.diachi.source.SourceFile;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.diachi.value.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Statements of every parcel of a real city, beside the areas that PostGIS computes of the same shapes. */
@Tag("real-data")
class CambridgeStatementsTest {

    @RegisterExtension
    static final ImportFixture cambridge = ImportFixture.of("cambridge");

    /** Areas agree within this or within this fraction, whichever is more. */
    private static final double SQUARE_METRES = 0.01;

    private static final double FRACTION = 0.00001;

    /** Computed by PostGIS, apart from the code that is tried. */
    private static final String AREAS = """
            SELECT p.id AS parcel, l.collection, z.id, ST_Area(ST_Intersection(p.shape, z.shape)) AS area
              FROM registry.feature p
              JOIN registry.layer pl ON pl.id = p.layer AND pl.collection = 'parcels'
              JOIN registry.feature z ON z.shape && p.shape AND z.ended IS NULL
              JOIN registry.layer l ON l.id = z.layer AND l.collection IN ('zones', 'zoning-overlays')
             WHERE p.ended IS NULL
            """;

    /** The same of a shape that is not in the register. */
    private static final String AREAS_OF_SHAPE = """
            SELECT l.collection, z.id, ST_Area(ST_Intersection(p.shape, z.shape)) AS area
              FROM (SELECT ST_GeomFromEWKB(?) AS shape) p
              JOIN registry.feature z ON z.shape && p.shape AND z.ended IS NULL
              JOIN registry.layer l ON l.id = z.layer AND l.collection IN ('zones', 'zoning-overlays')
            """;

    private record Pair(long parcel, String collection, long feature) {}

    @BeforeAll
    static void load() {
        assertThat(counts(cambridge.run(ImportFixture.real("cambridge-ma/zoning_districts.geojson"), "zoning")))
                .startsWith("read 261: added 261");
        assertThat(counts(cambridge.run(ImportFixture.real("cambridge-ma/zoning_overlays.geojson"), "zoning-overlays")))
                .startsWith("read 53: added 53");
        assertThat(counts(cambridge.run(ImportFixture.real("cambridge-ma/parcels_fy2014.gpkg"), "parcels")))
                .isEqualTo("read 13116: added 13112, changed 0, same 0, merged 0, refused 4");
    }

    /**
     * Four parcels cross themselves so badly that the register refuses them: they are mended here, by their row numbers. One of
     * them encloses no ground at all.
     */
    @Test
    void everyParcelHasTheAreasThatPostgisComputes() {
        Map<Long, Geometry> parcels = new HashMap<>();
        registered().forEach(parcel -> parcels.put(parcel.id(), Objects.requireNonNull(parcel.shape())));
        Map<Pair, Double> expected = new HashMap<>();
        cambridge.rows(AREAS).forEach(row -> put(expected, number(row, "parcel"), row));
        refused().forEach((row, shape) -> {
            parcels.put(-row, shape);
            cambridge.rows(AREAS_OF_SHAPE, (Object) Geometries.ewkb(shape)).forEach(hit -> put(expected, -row, hit));
        });
        assertThat(parcels).hasSize(13_115);
        Map<Pair, Double> found = new HashMap<>();
        List<String> wrongShares = new ArrayList<>();
        parcels.forEach((id, shape) -> {
            Statement statement = statement(shape);
            for (PlanPart part : statement.plans()) {
                zones(part)
                        .forEach(zone -> found.put(
                                new Pair(id, "zones", zone.id()), zone.amount().area()));
                double sum =
                        zones(part).mapToDouble(zone -> zone.amount().share()).sum()
                                + part.outside().share()
                                - part.overlap().share();
                if (Math.abs(sum - 100) > 0.01) {
                    wrongShares.add(id + ": " + sum);
                }
            }
            statement
                    .overlays()
                    .forEach(part -> found.put(
                            new Pair(id, part.collection(), part.id()),
                            part.amount().area()));
        });
        assertThat(wrongShares).isEmpty();
        assertThat(expected.values().stream()
                        .filter(area -> area > SQUARE_METRES)
                        .count())
                .as("pairs of a parcel and a zone or overlay that share ground")
                .isGreaterThan(13_116);
        assertThat(differences(expected, found)).isEmpty();
        assertThat(differences(found, expected)).isEmpty();
    }

    private static Stream<Zone> zones(PlanPart part) {
        return Stream.concat(part.zones().stream(), part.slivers().stream());
    }

    private static void put(Map<Pair, Double> areas, long parcel, Map<String, Object> row) {
        Pair pair = new Pair(parcel, String.valueOf(row.get("collection")), number(row, "id"));
        areas.put(pair, ((Number) Objects.requireNonNull(row.get("area"))).doubleValue());
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) Objects.requireNonNull(row.get(column))).longValue();
    }

    /** By the numbers of their rows. */
    private static Map<Long, Geometry> refused() {
        Set<Long> numbers = new HashSet<>();
        cambridge
                .rows("SELECT row_number FROM registry.import_issue WHERE severity = 'refused'")
                .forEach(row -> numbers.add(number(row, "row_number")));
        Map<Long, Geometry> shapes = new HashMap<>();
        CrsTransform toStorage =
                CrsTransform.between(Crs.CRS84, cambridge.registry().profile().storageCrs());
        ReadOptions options = ReadOptions.DETECT.withLayer("parcels");
        try (Source source = SourceFile.open(ImportFixture.real("cambridge-ma/parcels_fy2014.gpkg"), options)) {
            source.forEach(row -> {
                if (numbers.contains(row.number())) {
                    Geometry shape = GeometryFixer.fix(toStorage.apply(Objects.requireNonNull(row.geometry())));
                    shape.setSRID(cambridge.registry().profile().storageCrs().epsg());
                    if (shape.getArea() > 0) {
                        shapes.put(row.number(), shape);
                    }
                }
            });
        }
        return shapes;
    }

    private static List<String> differences(Map<Pair, Double> one, Map<Pair, Double> other) {
        List<String> differences = new ArrayList<>();
        one.forEach((pair, area) -> {
            double there = other.getOrDefault(pair, 0.0);
            if (Math.abs(area - there) > Math.max(SQUARE_METRES, FRACTION * area)) {
                differences.add(pair + ": " + area + " and " + there);
            }
        });
        return differences;
    }

    private static List<Feature> registered() {
        Layer layer = cambridge.registry().layers().find("parcels").orElseThrow();
        LocalDate today = cambridge.registry().profile().today();
        FeatureQuery all = FeatureQuery.during(new Period(today, today.plusDays(1)));
        return cambridge.registry().featureReader().stream(layer, all, Long.MAX_VALUE)
                .toList();
    }

    private static Statement statement(Geometry parcel) {
        List<Layer> layers = cambridge.registry().layers().list().stream()
                .filter(layer -> !layer.collection().equals("parcels"))
                .toList();
        return cambridge
                .registry()
                .statements()
                .make(new StatementQuestion(
                        parcel,
                        Snapshot.latest(cambridge.registry().profile().today()),
                        layers,
                        EnumSet.of(PlanStep.LEGAL_FORCE),
                        false,
                        0));
    }
}
