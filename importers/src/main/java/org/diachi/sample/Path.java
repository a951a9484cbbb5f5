package org.diachi.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** A polyline with distances along it, in metres. */
final class Path {
    private final List<Coordinate> points;
    private final double[] distances;

    Path(List<Coordinate> points) {
        this.points = List.copyOf(points);
        this.distances = new double[points.size()];
        for (int i = 1; i < distances.length; i++) {
            distances[i] = distances[i - 1] + distance(points.get(i - 1), points.get(i));
        }
    }

    List<Coordinate> points() {
        return points;
    }

    double length() {
        return distances[distances.length - 1];
    }

    /** The point at a distance from the start, or the nearer end beyond it. */
    Coordinate at(double distance) {
        int i = 1;
        while (i < distances.length - 1 && distances[i] < distance) {
            i++;
        }
        double t = (distance - distances[i - 1]) / (distances[i] - distances[i - 1]);
        double inside = Math.max(0, Math.min(1, t));
        Coordinate a = points.get(i - 1);
        Coordinate b = points.get(i);
        return new Coordinate(a.x + inside * (b.x - a.x), a.y + inside * (b.y - a.y));
    }

    /** The part between two shares of the length, at least two points, on whole millimetres. */
    List<Coordinate> between(double low, double high) {
        List<Coordinate> part = new ArrayList<>();
        part.add(rounded(at(low * length())));
        for (int i = 1; i < distances.length - 1; i++) {
            if (distances[i] > low * length() + 0.01 && distances[i] < high * length() - 0.01) {
                part.add(rounded(points.get(i)));
            }
        }
        part.add(rounded(at(high * length())));
        return part;
    }

    private static Coordinate rounded(Coordinate point) {
        return new Coordinate(Math.rint(point.x * 1000) / 1000, Math.rint(point.y * 1000) / 1000);
    }

    private static double distance(Coordinate a, Coordinate b) {
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
