package org.diachi.source.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class WkbReaderTest {

    private final WkbReader reader = new WkbReader(Geometries.factory(9214));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (1 2)",
                "POINT EMPTY",
                "LINESTRING (1 2, 3 4)",
                "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))",
                "POLYGON EMPTY",
                "MULTIPOINT ((1 2), (3 4))",
                "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
                "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))"
            })
    void readsWhatJtsWrites(String wkt) throws ParseException, UnreadableGeometryException {
        Geometry expected = new WKTReader().read(wkt);
        for (int order : new int[] {ByteOrderValues.BIG_ENDIAN, ByteOrderValues.LITTLE_ENDIAN}) {
            for (boolean srid : new boolean[] {false, true}) {
                Geometry geometry = reader.read(new WKBWriter(2, order, srid).write(expected), 0);
                assertThat(geometry.toText()).isEqualTo(wkt);
                assertThat(geometry.getSRID()).isEqualTo(9214);
            }
        }
    }

    @Test
    void dropsHeightsOfBothKinds() throws ParseException, UnreadableGeometryException {
        Geometry heights = new WKTReader().read("LINESTRING Z (1 2 9, 3 4 9)");
        assertThat(reader.read(new WKBWriter(3).write(heights), 0).toText()).isEqualTo("LINESTRING (1 2, 3 4)");
        byte[] iso = bytes("01 B90B0000 000000000000F03F 0000000000000040 0000000000002240 0000000000002240");
        assertThat(reader.read(iso, 0).toText()).isEqualTo("POINT (1 2)");
    }

    @Test
    void arcsBecomeChords() throws UnreadableGeometryException {
        byte[] halfCircle = bytes(
                "01 08000000 03000000"
                        + "000000000000F0BF 0000000000000000 0000000000000000 000000000000F03F 000000000000F03F 0000000000000000");
        Geometry arc = reader.read(halfCircle, 0);
        assertThat(reader.wasLinearised()).isTrue();
        assertThat(arc.getLength()).isBetween(Math.PI * 0.999, Math.PI);
        assertThat(arc.getEnvelopeInternal().getMaxY()).isBetween(0.999, 1.0);
        assertThat(arc.getEnvelopeInternal().getMinY()).isBetween(-1e-12, 1e-12);
    }

    @Test
    void everyCutIsNoticed() throws ParseException {
        byte[] whole = new WKBWriter().write(new WKTReader().read("POLYGON ((0 0, 9 0, 9 9, 0 0))"));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> reader.read(cut, 0)).isInstanceOf(UnreadableGeometryException.class);
        }
    }

    @Test
    void anOpenRingIsTheProblemOfItsRow() {
        byte[] open = bytes(
                "01 03000000 01000000 03000000"
                        + "0000000000000000 0000000000000000 000000000000F03F 0000000000000000 000000000000F03F 000000000000F03F");
        assertThatThrownBy(() -> reader.read(open, 0)).isInstanceOf(UnreadableGeometryException.class);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
