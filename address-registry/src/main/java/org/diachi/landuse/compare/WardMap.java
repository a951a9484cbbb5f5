package org.diachi.landuse.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.diachi.place.Place;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/** Cuts pieces of ground by wards. For one thread. */
final class WardMap {

    /** Where no ward is. */
    static final String NONE = "";

    /** Less is what rounding leaves, in square metres. */
    private static final double NOTHING = 1e-3;

    private final STRtree tree = new STRtree();
    private final Map<String, String> names = new HashMap<>();

    private record Ward(String code, PreparedGeometry shape) {}

    WardMap(List<Place> wards) {
        for (Place ward : wards) {
            Geometry shape = ward.outline();
            if (shape != null) {
                names.put(ward.code(), ward.fullName());
                tree.insert(shape.getEnvelopeInternal(), new Ward(ward.code(), PreparedGeometryFactory.prepare(shape)));
            }
        }
        tree.build();
    }

    Map<String, String> names() {
        return names;
    }

    /** Hands over each part with the ward that it lies in. */
    void split(Geometry piece, BiConsumer<String, Geometry> parts) {
        double left = piece.getArea();
        List<?> near = tree.query(piece.getEnvelopeInternal());
        for (Object one : near) {
            Ward ward = (Ward) one;
            if (ward.shape().covers(piece)) {
                parts.accept(ward.code(), piece);
                return;
            }
        }
        Geometry rest = piece;
        for (Object one : near) {
            Ward ward = (Ward) one;
            if (left > NOTHING && ward.shape().intersects(rest)) {
                Geometry part = Areas.overlay(rest, ward.shape().getGeometry(), OverlayNG.INTERSECTION);
                if (part.getArea() > 0) {
                    parts.accept(ward.code(), part);
                    rest = Areas.overlay(rest, ward.shape().getGeometry(), OverlayNG.DIFFERENCE);
                    left = rest.getArea();
                }
            }
        }
        if (left > 0) {
            parts.accept(NONE, rest);
        }
    }
}
