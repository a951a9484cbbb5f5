package org.diachi.source.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;

/** Circular arcs as chains of chords of at most {@value #STEP_DEGREES} degrees, the step GDAL uses, too. */
public final class Arc {

    private static final double STEP_DEGREES = 4;
    private static final double STEP = Math.toRadians(STEP_DEGREES);

    private Arc() {}

    /** A circular string: each odd position lies on the arc between its two neighbours. */
    public static CoordinateSequence linearise(CoordinateSequence string) throws UnreadableGeometryException {
        if (string.size() > 0 && string.size() % 2 == 0) {
            throw new UnreadableGeometryException("a circular string needs an odd number of positions");
        }
        List<Coordinate> chords = new ArrayList<>();
        if (string.size() > 0) {
            chords.add(string.getCoordinate(0));
        }
        for (int i = 2; i < string.size(); i += 2) {
            add(chords, string.getCoordinate(i - 2), string.getCoordinate(i - 1), string.getCoordinate(i));
        }
        return Geometries.sequence(chords);
    }

    /** Appends the arc from a over b to c, without a; the centre is that of the circle through three points. */
    private static void add(List<Coordinate> chords, Coordinate a, Coordinate b, Coordinate c) {
        boolean full = a.equals2D(c);
        double abX = b.x - a.x;
        double abY = b.y - a.y;
        double acX = c.x - a.x;
        double acY = c.y - a.y;
        double twiceArea = 2 * (abX * acY - abY * acX);
        if (!full && Math.abs(twiceArea) < 1e-14 * (acX * acX + acY * acY)) {
            chords.add(b);
            chords.add(c);
            return;
        }
        double ab2 = abX * abX + abY * abY;
        double ac2 = acX * acX + acY * acY;
        double centreX = full ? (a.x + b.x) / 2 : a.x + (acY * ab2 - abY * ac2) / twiceArea;
        double centreY = full ? (a.y + b.y) / 2 : a.y + (abX * ac2 - acX * ab2) / twiceArea;
        double start = Math.atan2(a.y - centreY, a.x - centreX);
        double sweep = full ? 2 * Math.PI : Math.atan2(c.y - centreY, c.x - centreX) - start;
        if (!full && twiceArea > 0 && sweep < 0) {
            sweep += 2 * Math.PI;
        } else if (!full && twiceArea < 0 && sweep > 0) {
            sweep -= 2 * Math.PI;
        }
        double radius = Math.hypot(a.x - centreX, a.y - centreY);
        int steps = Math.max(2, (int) Math.ceil(Math.abs(sweep) / STEP));
        for (int i = 1; i < steps; i++) {
            double angle = start + sweep * i / steps;
            chords.add(Geometries.position(centreX + radius * Math.cos(angle), centreY + radius * Math.sin(angle)));
        }
        chords.add(c);
    }
}
