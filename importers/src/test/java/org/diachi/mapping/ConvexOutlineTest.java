package org.diachi.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ConvexOutlineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    true  | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))
                    true  | POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0))
                    true  | POLYGON ((2 0, 4 1, 3 4, 1 4, 0 1, 2 0))
                    false | POLYGON ((0 0, 4 0, 4 4, 2 1, 0 4, 0 0))
                    false | POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))
                    false | POLYGON ((0 2, 4 2, 1 4, 2 0, 3 4, 0 2))
                    false | POLYGON ((0 0, 2 0, 4 0, 4 4, 0 4, 0 0))
                    false | POLYGON ((0 0, 4 0, 4 0, 4 4, 0 4, 0 0))
                    false | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1))
                    false | LINESTRING (0 0, 1 1)
                    """)
    void knowsStrictlyConvexOutlines(boolean isConvex, String wkt) throws ParseException {
        assertThat(ConvexOutline.is(new WKTReader().read(wkt))).isEqualTo(isConvex);
    }

    @Test
    void neverTakesAnInvalidRing() {
        Random random = new Random(7);
        GeometryFactory factory = new GeometryFactory();
        int convex = 0;
        for (int round = 0; round < 100_000; round++) {
            Coordinate[] ring = new Coordinate[4 + random.nextInt(4)];
            for (int i = 0; i < ring.length - 1; i++) {
                ring[i] = new Coordinate(random.nextInt(6), random.nextInt(6));
            }
            ring[ring.length - 1] = ring[0].copy();
            Geometry polygon = factory.createPolygon(ring);
            if (ConvexOutline.is(polygon)) {
                convex++;
                assertThat(polygon.isValid()).as(polygon.toText()).isTrue();
            }
        }
        assertThat(convex).isGreaterThan(1_000);
    }

    @Test
    void leavesEndlessCoordinatesToTheFullCheck() {
        Coordinate[] ring = {
            new Coordinate(0, 0), new Coordinate(4, 0), new Coordinate(4, Double.NaN), new Coordinate(0, 0)
        };
        assertThat(ConvexOutline.is(new GeometryFactory().createPolygon(ring))).isFalse();
    }
}
