package org.diachi.value;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Transforms whole coordinate sequences, one call of the transform each. */
final class SequenceTransform implements CoordinateSequenceFilter {

    private final CrsTransform transform;

    SequenceTransform(CrsTransform transform) {
        this.transform = transform;
    }

    /** Called for every coordinate; the first one takes the whole sequence with it. */
    @Override
    public void filter(CoordinateSequence sequence, int i) {
        if (i > 0) {
            return;
        }
        int points = sequence.size();
        if (sequence instanceof PackedCoordinateSequence.Double packed && packed.getDimension() == 2) {
            transform.apply(packed.getRawCoordinates(), points);
            return;
        }
        double[] xy = new double[2 * points];
        for (int n = 0; n < points; n++) {
            xy[2 * n] = sequence.getX(n);
            xy[2 * n + 1] = sequence.getY(n);
        }
        transform.apply(xy, points);
        for (int n = 0; n < points; n++) {
            sequence.setOrdinate(n, CoordinateSequence.X, xy[2 * n]);
            sequence.setOrdinate(n, CoordinateSequence.Y, xy[2 * n + 1]);
        }
    }

    @Override
    public boolean isDone() {
        return false;
    }

    @Override
    public boolean isGeometryChanged() {
        return true;
    }
}
