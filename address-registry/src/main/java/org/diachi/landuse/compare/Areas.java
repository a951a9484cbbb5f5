package org.diachi.landuse.compare;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Overlays of areas, of which only areas come: where borders touch, lines and points come too, and overlays take no mixtures. */
final class Areas {

    private Areas() {}

    /** The areas of an overlay of two areas; {@code operation} as of {@link org.locationtech.jts.operation.overlayng.OverlayNG}. */
    static Geometry overlay(Geometry one, Geometry other, int operation) {
        Geometry result = OverlayNGRobust.overlay(one, other, operation);
        return result instanceof Polygonal
                ? result
                : one.getFactory().buildGeometry(PolygonExtracter.getPolygons(result));
    }
}
