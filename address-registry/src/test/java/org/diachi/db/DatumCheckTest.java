package org.diachi.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.diachi.city.GoldenPoint;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

class DatumCheckTest {

    private static final GoldenPoint HUE =
            new GoldenPoint(Crs.of(9214), 561000, 1821000, 107.57312654, 16.46393978, 0.001);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    @Test
    void acceptsTheRightTransforms() {
        DatumCheck check = new DatumCheck(database.jdbc(), easting -> new Coordinate(107.57312654, 16.46393978));

        assertThatCode(() -> check.verify(HUE)).doesNotThrowAnyException();
    }

    @Test
    void saysHowFarJavaIsOff() {
        // 0.00001 degrees of latitude are 1.113 m on a sphere of the equator's radius.
        DatumCheck check = new DatumCheck(database.jdbc(), easting -> new Coordinate(107.57312654, 16.46394978));

        assertThatThrownBy(() -> check.verify(HUE))
                .isInstanceOf(DatabaseSetupException.class)
                .hasMessageStartingWith("Java puts the golden point of EPSG:9214")
                .hasMessageContaining("1.113 m");
    }

    @Test
    void refusesATransformWithoutAnAnswer() {
        DatumCheck check = new DatumCheck(database.jdbc(), easting -> new Coordinate(Double.NaN, Double.NaN));

        assertThatThrownBy(() -> check.verify(HUE)).isInstanceOf(DatabaseSetupException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // The rotations with the wrong sign: 0.655 m.
        "'0.00928836,-0.01975479,0.00427372', '-0.00928836,0.01975479,-0.00427372', 0.65",
        // No shift of the datum worth the name: about 225 m.
        "'-191.90441429,-39.30318279,-111.45032835', '0,0,0', 22",
    })
    void saysHowFarPostgisIsOff(String right, String wrong, String metres) {
        try (TestDatabase broken = TestDatabase.create()) {
            broken.jdbc()
                    .update(
                            "UPDATE spatial_ref_sys SET srtext = replace(srtext, ?, ?), proj4text = replace(proj4text, ?, ?)"
                                    + " WHERE srid = 9214",
                            right,
                            wrong,
                            right,
                            wrong);
            DatumCheck check = new DatumCheck(broken.jdbc(), easting -> new Coordinate(107.57312654, 16.46393978));

            assertThatThrownBy(() -> check.verify(HUE))
                    .isInstanceOf(DatabaseSetupException.class)
                    .hasMessageStartingWith("PostGIS (ST_Transform) puts the golden point")
                    .hasMessageContaining(metres);
        }
    }

    /** Inside, on the edges of and outside the box where PROJ left to itself takes EPSG:5194 instead of EPSG:6960. */
    @ParameterizedTest
    @CsvSource({
        "106, 10",
        "106, 11.0399999",
        "106, 11.0400001",
        "107.1099999, 10",
        "107.1100001, 10",
        "104.2399999, 9.5",
        "104.2400001, 9.5",
        "105, 9.3499999",
        "105, 9.3500001",
        "107.6, 16.46",
    })
    void takesOneAndTheSameTransformEverywhere(double longitude, double latitude) {
        for (int srid : List.of(9211, 9214, 5897, 3405)) {
            Coordinate inSql = database.jdbc()
                    .queryForObject(
                            "SELECT ST_X(p) AS x, ST_Y(p) AS y"
                                    + " FROM ST_Transform(ST_SetSRID(ST_MakePoint(?, ?), 4326), ?) AS p",
                            (row, number) -> new Coordinate(row.getDouble("x"), row.getDouble("y")),
                            longitude,
                            latitude,
                            srid);
            assertThat(inSql.distance(byProj4j(srid, longitude, latitude)))
                    .describedAs("EPSG:%d at %s, %s", srid, longitude, latitude)
                    .isCloseTo(0, within(0.001));
        }
    }

    @ParameterizedTest
    @CsvSource({"9211, 545000, 1200000", "9214, 561000, 1821000", "3405, 600000, 1150000"})
    void ourTransformAndPostgisAgree(int srid, double x, double y) {
        double[] inJava = {x, y};
        CrsTransform.between(Crs.of(srid), Crs.CRS84).apply(inJava, 1);
        GoldenPoint point = new GoldenPoint(Crs.of(srid), x, y, inJava[0], inJava[1], 0.002);
        DatumCheck check = new DatumCheck(database.jdbc(), easting -> new Coordinate(inJava[0], inJava[1]));

        assertThatCode(() -> check.verify(point)).doesNotThrowAnyException();
    }

    private static Coordinate byProj4j(int srid, double longitude, double latitude) {
        String definition = database.jdbc()
                .queryForObject("SELECT proj4text FROM spatial_ref_sys WHERE srid = ?", String.class, srid);
        CRSFactory systems = new CRSFactory();
        CoordinateTransform transform = new CoordinateTransformFactory()
                .createTransform(
                        systems.createFromParameters("globe", "+proj=longlat +datum=WGS84 +no_defs"),
                        systems.createFromParameters("zone", definition));
        ProjCoordinate result = transform.transform(new ProjCoordinate(longitude, latitude), new ProjCoordinate());
        return new Coordinate(result.x, result.y);
    }
}
