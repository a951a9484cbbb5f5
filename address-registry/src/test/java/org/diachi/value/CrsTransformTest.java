package org.diachi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class CrsTransformTest {

    /** One millimetre in degrees of latitude. */
    private static final Offset<Double> MILLIMETRE = within(9e-9);

    @Test
    void meetsTheGoldenPointOfVietnam() {
        double[] xy = {561000, 1821000};
        CrsTransform.between(Crs.of(9214), Crs.of(4326)).apply(xy, 1);
        assertThat(xy[0]).isCloseTo(107.57312654, MILLIMETRE);
        assertThat(xy[1]).isCloseTo(16.46393978, MILLIMETRE);
    }

    /** Points computed once by PROJ 9.1 from the longitude and latitude given. */
    @ParameterizedTest
    @CsvSource({
        "Hue,           107.57312654, 16.46393978, 3857, 11974985.6695, 1858512.651",
        "Geneva,        6.14,         46.2,        2056, 2499760.9517, 1117336.0979",
        "Cambridge,     -71.11,       42.37,       26986, 232122.8282, 902239.7811",
        "Cambridge ft,  -71.11,       42.37,       2249, 761556.3125, 2960098.3484",
        "Norfolk,       -76.27,       36.84,       32147, 3698890.1778, 1058576.2519",
        "Norfolk ft,    -76.27,       36.84,       2284, 12135442.192, 3473012.2528",
        "Paris,         2.35,         48.85,       2154, 652301.5648, 6861302.7259",
        "Utrecht,       5.12,         52.09,       28992, 136687.4934, 455782.6104",
        "Hamburg,       10.0,         53.55,       25832, 566253.4558, 5933921.4209",
    })
    void agreesWithProj(String place, double lon, double lat, int epsg, double x, double y) {
        double[] xy = {lon, lat};
        CrsTransform.between(Crs.CRS84, Crs.of(epsg)).apply(xy, 1);
        Offset<Double> tolerance = within(0.05 / Crs.of(epsg).metresPerUnit());
        assertThat(xy[0]).as(place).isCloseTo(x, tolerance);
        assertThat(xy[1]).as(place).isCloseTo(y, tolerance);
    }

    @Tag("real-data")
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void reproducesThePublishedExamples(int row) throws IOException {
        String[] point =
                lines("vietnam-vn2000/vn2000_known_points.csv").get(row).split(",", -1);
        double northing = Double.parseDouble(point[3]);
        double easting = Double.parseDouble(point[4]);
        double tolerance = Math.max(Double.parseDouble(point[9]), 1e-7) + effectOfHeight(point[5]);
        double[] xy = {easting, northing};
        CrsTransform.between(Crs.of(Integer.parseInt(point[1])), Crs.CRS84).apply(xy, 1);
        assertThat(xy[1]).isCloseTo(Double.parseDouble(point[6]), within(tolerance));
        assertThat(xy[0]).isCloseTo(Double.parseDouble(point[7]), within(tolerance));
    }

    /**
     * We transform the point on the ellipsoid below; at a height h the shift of 225 m between the datums is seen from h
     * higher, that is 225 m·h/R away, here in degrees.
     */
    private static double effectOfHeight(String height) {
        return height.isEmpty() ? 0 : Math.toDegrees(225 * Double.parseDouble(height) / 6_378_137 / 6_378_137);
    }

    @Tag("real-data")
    @Test
    void reproducesTheFortyWardOffices() throws IOException {
        List<String> offices = lines("vietnam-vn2000/hue_ward_offices_vn2000_by_proj.csv");
        assertThat(offices).hasSize(40).allSatisfy(line -> {
            String[] office = line.split(",");
            assertOffice(office, 9214, 4);
            assertOffice(office, 3405, 6);
        });
    }

    private static void assertOffice(String[] office, int epsg, int column) {
        double[] xy = {Double.parseDouble(office[2]), Double.parseDouble(office[3])};
        CrsTransform.between(Crs.CRS84, Crs.of(epsg)).apply(xy, 1);
        assertThat(xy[0]).isCloseTo(Double.parseDouble(office[column]), within(0.0025));
        assertThat(xy[1]).isCloseTo(Double.parseDouble(office[column + 1]), within(0.0025));
    }

    private static List<String> lines(String file) throws IOException {
        List<String> lines = Files.readAllLines(RealData.file(file));
        return lines.subList(1, lines.size());
    }

    /** Two dimensions forget the height between the datums, 29 m at Huế, which costs a millimetre. */
    @Test
    void comesBackToWhereItStarted() {
        double[] xy = {561000, 1821000, 540000.25, 1800000.75};
        CrsTransform.between(Crs.of(9214), Crs.of(3857)).apply(xy, 2);
        CrsTransform.between(Crs.of(3857), Crs.of(9214)).apply(xy, 2);
        assertThat(xy).containsExactly(new double[] {561000, 1821000, 540000.25, 1800000.75}, within(0.002));
    }

    @Test
    void transformsEveryPartAndSetsItsSrid() throws ParseException {
        Geometry geometry = read("GEOMETRYCOLLECTION (POINT (561000 1821000),"
                + " POLYGON ((561000 1821000, 561100 1821000, 561100 1821100, 561000 1821000)))");
        Geometry result = CrsTransform.between(Crs.of(9214), Crs.CRS84).apply(geometry);
        assertThat(result.getSRID()).isEqualTo(4326);
        assertThat(result.getGeometryN(1).getSRID()).isEqualTo(4326);
        assertThat(result.getEnvelopeInternal().getMinX()).isCloseTo(107.57312654, MILLIMETRE);
        assertThat(result.getGeometryN(0).getCoordinate().x).isCloseTo(107.57312654, MILLIMETRE);
        assertThat(geometry.getGeometryN(0).getCoordinate()).isEqualTo(new Coordinate(561000, 1821000));
    }

    @Test
    void keepsHeights() throws ParseException {
        Geometry result = CrsTransform.between(Crs.of(9214), Crs.CRS84).apply(read("POINT Z (561000 1821000 7.5)"));
        assertThat(result.getCoordinate().getZ()).isEqualTo(7.5);
    }

    @Test
    void transformsPackedSequences() throws ParseException {
        GeometryFactory packed =
                new GeometryFactory(new PackedCoordinateSequenceFactory(PackedCoordinateSequenceFactory.DOUBLE));
        Geometry line = new WKTReader(packed).read("LINESTRING (561000 1821000, 561100 1821000)");
        Geometry expected = CrsTransform.between(Crs.of(9214), Crs.CRS84).apply(read(line.toText()));
        assertThat(CrsTransform.between(Crs.of(9214), Crs.CRS84).apply(line).equalsExact(expected, 0))
                .isTrue();
    }

    @Test
    void onlySetsTheSridWhereNothingMoves() throws ParseException {
        CrsTransform same = CrsTransform.between(Crs.CRS84, Crs.of(4326));
        Geometry geometry = read("POINT (107 16)");
        Geometry result = same.apply(geometry);
        assertThat(same.isIdentity()).isTrue();
        assertThat(result.getSRID()).isEqualTo(4326);
        assertThat(same.apply(result)).isSameAs(result);
    }

    @Test
    void leavesEmptyGeometriesEmpty() throws ParseException {
        assertThat(CrsTransform.between(Crs.of(9214), Crs.CRS84)
                        .apply(read("POLYGON EMPTY"))
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"107, 91", "1000, 16", "NaN, 16", "107, Infinity", "561000, 1821000"})
    void refusesWhatIsNoPlaceOnEarth(double x, double y) {
        CrsTransform transform = CrsTransform.between(Crs.CRS84, Crs.of(9214));
        assertThatThrownBy(() -> transform.apply(new double[] {x, y}, 1))
                .isInstanceOf(CoordinateOutOfRangeException.class);
    }

    @ParameterizedTest
    @CsvSource({"9999999, 9999999", "1e9, 1e9", "-1e300, 1e300"})
    void refusesWhatIsFarBeyondItsProjection(double x, double y) {
        CrsTransform transform = CrsTransform.between(Crs.of(9214), Crs.of(3857));
        assertThatThrownBy(() -> transform.apply(new double[] {x, y}, 1))
                .isInstanceOf(CoordinateOutOfRangeException.class);
    }

    @Test
    void refusesThePoleInWebMercator() {
        CrsTransform transform = CrsTransform.between(Crs.CRS84, Crs.of(3857));
        assertThatThrownBy(() -> transform.apply(new double[] {107, 90}, 1))
                .isInstanceOf(CoordinateOutOfRangeException.class);
    }

    private static Geometry read(String wkt) throws ParseException {
        return new WKTReader().read(wkt);
    }
}
