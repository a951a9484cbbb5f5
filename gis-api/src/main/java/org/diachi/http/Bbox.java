package org.diachi.http;

import java.util.List;
import org.diachi.http.problem.ProblemException;
import org.diachi.value.Crs;
import org.locationtech.jts.geom.Envelope;

/**
 * A box as OGC API Features, part 1, 7.15.3, describes it. One that crosses the antimeridian is two.
 *
 * @param boxes x before y, in the box's own system
 */
record Bbox(List<Envelope> boxes) {

    private static final String HINT = "Give four numbers: west,south,east,north, in the axis order of bbox-crs";

    Bbox {
        boxes = List.copyOf(boxes);
    }

    static Bbox parse(String text, Crs crs) {
        double[] n = Numbers.parse("bbox", text, HINT);
        if (n.length != 4 && n.length != 6) {
            throw refusal(text, "has " + n.length + " numbers");
        }
        int second = n.length / 2;
        boolean flip = crs.isLatitudeFirst();
        double west = n[flip ? 1 : 0];
        double south = n[flip ? 0 : 1];
        double east = n[flip ? second + 1 : second];
        double north = n[flip ? second : second + 1];
        if (south > north) {
            throw refusal(text, "has its south north of its north");
        }
        return crs.isGeographic()
                ? geographic(text, west, south, east, north)
                : projected(text, west, south, east, north);
    }

    private static Bbox geographic(String text, double west, double south, double east, double north) {
        if (south < -90 || north > 90) {
            throw refusal(text, "has a latitude beyond 90 degrees");
        }
        if (west < -180 || west > 180 || east < -180 || east > 180) {
            throw refusal(text, "has a longitude beyond 180 degrees");
        }
        return west <= east
                ? new Bbox(List.of(new Envelope(west, east, south, north)))
                : new Bbox(List.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north)));
    }

    private static Bbox projected(String text, double west, double south, double east, double north) {
        if (west > east) {
            throw refusal(text, "has its west east of its east");
        }
        return new Bbox(List.of(new Envelope(west, east, south, north)));
    }

    private static ProblemException refusal(String text, String why) {
        return ProblemException.badValue(
                "bbox", "The parameter \"bbox\" is \"" + text + "\", which " + why + ". " + HINT + ".");
    }
}
