package org.diachi.source.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.diachi.source.geometry.Geometries;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class RingAssemblerTest {

    private static final String SHELL = "LINEARRING (0 0, 0 9, 9 9, 9 0, 0 0)";
    private static final String HOLE = "LINEARRING (1 1, 3 1, 3 3, 1 1)";
    private static final String TOUCHING_HOLE = "LINEARRING (0 0, 3 1, 1 3, 0 0)";
    private static final String ISLAND = "LINEARRING (2 1.5, 2 1.8, 2.2 1.8, 2 1.5)";

    private final GeometryFactory factory = Geometries.factory(0);

    @Test
    void holesGoIntoTheirShell() {
        assertThat(assemble(HOLE, SHELL)).isEqualTo("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 3 1, 3 3, 1 1))");
    }

    @Test
    void aHoleMayTouchTheEdge() {
        assertThat(assemble(SHELL, TOUCHING_HOLE)).startsWith("POLYGON").contains("(0 0, 3 1, 1 3, 0 0)");
    }

    @Test
    void anIslandInAHoleIsAPolygonOfItsOwn() {
        assertThat(assemble(SHELL, HOLE, ISLAND)).startsWith("MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1");
    }

    @Test
    void anOrphanedHoleIsNotLost() {
        assertThat(assemble(SHELL, "LINEARRING (20 20, 22 20, 22 22, 20 20)"))
                .contains("((20 20, 22 20, 22 22, 20 20))");
    }

    private String assemble(String... rings) {
        List<LinearRing> read = Stream.of(rings).map(this::ring).toList();
        return new RingAssembler(factory).assemble(read).toText();
    }

    private LinearRing ring(String wkt) {
        try {
            return (LinearRing) new WKTReader(factory).read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
