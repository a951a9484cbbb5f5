package org.diachi.drainage.network;

import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the link that is nearest to a place. Thread-safe. */
public final class LinkIndex {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Network network;
    private final STRtree tree = new STRtree();

    private record Nearest(int link, double metres) {}

    LinkIndex(Network network) {
        this.network = network;
        for (int link = 0; link < network.links().size(); link++) {
            Geometry shape = network.link(link).shape();
            if (shape != null && !shape.isEmpty()) {
                tree.insert(shape.getEnvelopeInternal(), link);
            }
        }
        tree.build();
    }

    /**
     * The link nearest to a place; of several the one with the lowest number.
     *
     * @param place in the storage CRS
     * @param mostMetres how far it may be at most
     */
    public OptionalInt find(Coordinate place, double mostMetres) {
        Envelope around = new Envelope(place);
        around.expandBy(mostMetres);
        Point point = GEOMETRIES.createPoint(place);
        Nearest[] best = {new Nearest(-1, Double.POSITIVE_INFINITY)};
        tree.query(around, item -> best[0] = nearer(best[0], (Integer) item, point));
        return best[0].metres() <= mostMetres ? OptionalInt.of(best[0].link()) : OptionalInt.empty();
    }

    private Nearest nearer(Nearest best, int link, Point place) {
        Geometry shape = network.link(link).shape();
        double metres = shape == null ? Double.POSITIVE_INFINITY : shape.distance(place);
        boolean isNearer = metres < best.metres() || (metres == best.metres() && link < best.link());
        return isNearer ? new Nearest(link, metres) : best;
    }
}
