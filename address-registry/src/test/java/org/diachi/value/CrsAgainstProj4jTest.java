package org.diachi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/** A second, independent implementation must give the same coordinates, over the whole country and the cities used. */
class CrsAgainstProj4jTest {

    /** EPSG:6960 in the position vector convention of {@code +towgs84}: rotations with the sign turned. */
    private static final String VN2000 = " +ellps=WGS84 +units=m"
            + " +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278";

    private final CRSFactory factory = new CRSFactory();
    private final CoordinateReferenceSystem wgs84 =
            factory.createFromParameters("WGS 84", "+proj=longlat +datum=WGS84");

    @ParameterizedTest
    @CsvSource({
        "3405, 105, 0.9996",
        "3406, 111, 0.9996",
        "5896, 102, 0.9999",
        "5897, 105, 0.9999",
        "5898, 108, 0.9999",
        "5899, 107.75, 0.9999",
        "9205, 103, 0.9999",
        "9206, 104, 0.9999",
        "9207, 104.5, 0.9999",
        "9208, 104.75, 0.9999",
        "9209, 105.5, 0.9999",
        "9210, 105.75, 0.9999",
        "9211, 106, 0.9999",
        "9212, 106.25, 0.9999",
        "9213, 106.5, 0.9999",
        "9214, 107, 0.9999",
        "9215, 107.25, 0.9999",
        "9216, 107.5, 0.9999",
        "9217, 108.25, 0.9999",
        "9218, 108.5, 0.9999",
    })
    void agreesOnVn2000(int epsg, double meridian, double scale) {
        String parameters = "+proj=tmerc +lat_0=0 +lon_0=" + meridian + " +k=" + scale + " +x_0=500000 +y_0=0" + VN2000;
        for (double lon = meridian - 1.5; lon <= meridian + 1.5; lon += 0.5) {
            for (double lat = 8.5; lat <= 23.5; lat += 1.5) {
                assertSame(epsg, parameters, lon, lat, 0.002);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "32648 | 107.6 | 16.5 | +proj=utm +zone=48 +datum=WGS84",
                "32649 | 108.6 | 16.5 | +proj=utm +zone=49 +datum=WGS84",
                "25832 | 9.5 | 47.1 | +proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0",
                "3857 | 107.6 | 16.5 | +proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +nadgrids=@null",
                "2154 | 2.35 | 48.85 | +proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0",
                "26986 | -71.11 | 42.37 | +proj=lcc +lat_1=42.68333333333333 +lat_2=41.71666666666667 +lat_0=41 +lon_0=-71.5 +x_0=200000 +y_0=750000 +ellps=GRS80 +towgs84=0,0,0",
                "32147 | -76.27 | 36.84 | +proj=lcc +lat_1=37.96666666666667 +lat_2=36.76666666666667 +lat_0=36.33333333333334 +lon_0=-78.5 +x_0=3500000 +y_0=1000000 +ellps=GRS80 +towgs84=0,0,0",
            })
    void agreesElsewhere(int epsg, double lon, double lat, String parameters) {
        assertSame(epsg, parameters, lon, lat, 0.002);
    }

    private void assertSame(int epsg, String parameters, double lon, double lat, double toleranceMetres) {
        CoordinateReferenceSystem system = factory.createFromParameters("EPSG:" + epsg, parameters);
        CoordinateTransform transform = new CoordinateTransformFactory().createTransform(wgs84, system);
        ProjCoordinate theirs = transform.transform(new ProjCoordinate(lon, lat), new ProjCoordinate());
        double[] ours = {lon, lat};
        CrsTransform.between(Crs.CRS84, Crs.of(epsg)).apply(ours, 1);
        assertThat(ours).containsExactly(new double[] {theirs.x, theirs.y}, within(toleranceMetres));
    }
}
