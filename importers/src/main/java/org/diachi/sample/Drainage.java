package org.diachi.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.diachi.export.Feature;
import org.diachi.sample.Drain.Section;
import org.locationtech.jts.geom.Coordinate;

/**
 * Writes the drainage network: trees that follow the streets. Inner streets drain to the streets between rows of
 * quarters, those to {@link Trunks}, and every trunk to an outfall at a river. Each part is made from its own place on
 * the lattice alone.
 */
final class Drainage {
    private static final double MANHOLE_SPACING = 33;
    /** Fall of the pipes in side streets, metres per metre. */
    private static final double SLOPE = 0.003;

    private static final double DROP = 0.08;
    private static final double MEAN_COVER = 2.6;
    private static final double INLETS = 0.22;

    private final CityPlan plan;
    private final Trunks trunks;

    Drainage(CityPlan plan) {
        this.plan = plan;
        this.trunks = new Trunks(plan.grid, plan.districts);
    }

    /** Writes what belongs to a quarter: its western and southern border, others only if no quarter follows. */
    void write(int column, int row, SampleSink sink) throws IOException {
        trunk(column, row, sink);
        if (!plan.grid.contains(column + 1, row)) {
            trunk(column + 1, row, sink);
        }
        street(column, row, sink);
        if (!plan.grid.contains(column, row + 1)) {
            street(column, row + 1, sink);
        }
        innerStreets(column, row, sink);
    }

    private void trunk(int line, int row, SampleSink sink) throws IOException {
        int quarters = trunks.upstream(line, row);
        if (quarters == 0) {
            return;
        }
        boolean south = trunks.flowsSouth(row);
        int outlet = south ? 2 * row : 2 * row + 2;
        int step = south ? 1 : -1;
        Section section = Section.trunk(quarters, !trunks.isServing(line, row));
        if (plan.grid.isRiver(south ? row - 1 : row + 1)) {
            outfall(line, row, outlet, section, sink);
        }
        for (int half = 0; half < (trunks.isWatershed(row) ? 1 : 2); half++) {
            int at = outlet + half * step;
            List<Coordinate> points = plan.outlines.vertical(2 * line, Math.min(at, at + step));
            if (!south) {
                Collections.reverse(points);
            }
            double[] from = {line, at / 2.0};
            double[] to = {line, (at + step) / 2.0};
            String head = manhole(2 * line, at + step);
            write(
                    new Drain(
                            head,
                            manhole(2 * line, at),
                            head,
                            points,
                            row,
                            from,
                            to,
                            1,
                            trunks.level(from[1], row),
                            trunks.level(to[1], row),
                            section),
                    sink);
        }
    }

    /** The last manhole of a trunk, on the bank, and the outfall in the river. */
    private void outfall(int line, int row, int bank, Section section, SampleSink sink) throws IOException {
        double v = bank / 2.0;
        double towards = trunks.flowsSouth(row) ? -1 : 1;
        double level = trunks.level(v, row);
        Coordinate on = plan.shape.point(line, v);
        Coordinate beyond = plan.shape.point(line, v + towards);
        Coordinate in = new Path(List.of(on, beyond)).at(14);
        Coordinate mouth = new Coordinate(Math.rint(in.x * 1000) / 1000, Math.rint(in.y * 1000) / 1000);
        String manhole = manhole(2 * line, bank);
        String outfall = "O" + manhole.substring(1);
        node(outfall, "outfall", mouth, level + 0.3, level - 0.15, sink);
        node(manhole, "manhole", on, ground(line, v, row), level, sink);
        link("L" + outfall, manhole, outfall, List.of(on, mouth), level, level - 0.15, section, sink);
    }

    /** The street between two rows of quarters drains to the trunk at one of its ends. */
    private void street(int column, int line, SampleSink sink) throws IOException {
        int target = streetOutlet(column, line);
        if (target < 0) {
            return;
        }
        boolean east = target == column;
        int row = trunks.rowOf(target, 2 * line);
        double lower = trunks.level(line, row) + DROP;
        String mid = manhole(2 * column + 1, 2 * line);
        double[] from = {target, line};
        double[] middle = {column + 0.5, line};
        double[] end = {east ? column + 1 : column, line};
        List<Coordinate> first = plan.outlines.horizontal(2 * line, east ? 2 * column : 2 * column + 1);
        List<Coordinate> second = plan.outlines.horizontal(2 * line, east ? 2 * column + 1 : 2 * column);
        if (!east) {
            Collections.reverse(first);
            Collections.reverse(second);
        }
        double upper = streetLevel(column, line);
        String outlet = manhole(2 * target, 2 * line);
        write(new Drain(mid, outlet, mid, first, row, from, middle, 1, lower, upper, Section.pipe(600)), sink);
        double head = upper + SLOPE * 0.82 * new Path(second).length();
        String key = mid + "h";
        write(new Drain(key, mid, key, second, row, middle, end, 0.82, upper, head, Section.pipe(400)), sink);
    }

    private void innerStreets(int column, int row, SampleSink sink) throws IOException {
        for (int half = 0; half < 2; half++) {
            boolean far = half == 1;
            int line = far ? column + 1 : column;
            if (plan.blocks.hasHorizontalStreet(column, row, far) && trunks.rowOf(line, 2 * row + 1) >= 0) {
                List<Coordinate> points = plan.outlines.horizontal(2 * row + 1, 2 * column + half);
                double[] from = {line, row + 0.5};
                double lower = trunks.level(from[1], row) + DROP;
                inner(manhole(2 * line, 2 * row + 1), far, points, row, from, false, lower, sink);
            }
            int street = row + half;
            int target = streetOutlet(column, street);
            if (plan.blocks.hasVerticalStreet(column, row, far) && target >= 0) {
                List<Coordinate> points = plan.outlines.vertical(2 * column + 1, 2 * row + half);
                double[] from = {column + 0.5, street};
                double lower = streetLevel(column, street) + DROP;
                int basin = trunks.rowOf(target, 2 * street);
                inner(manhole(2 * column + 1, 2 * street), far, points, basin, from, true, lower, sink);
            }
        }
    }

    private void inner(
            String outlet,
            boolean backwards,
            List<Coordinate> points,
            int row,
            double[] from,
            boolean upright,
            double lower,
            SampleSink sink)
            throws IOException {
        if (backwards) {
            Collections.reverse(points);
        }
        double step = backwards ? -0.5 : 0.5;
        double[] to = {from[0] + (upright ? 0 : step), from[1] + (upright ? step : 0)};
        double upper = lower + SLOPE * 0.86 * new Path(points).length();
        String key = outlet + (upright ? "v" : "u") + (backwards ? "b" : "a");
        write(new Drain(key, outlet, key, points, row, from, to, 0.86, lower, upper, Section.pipe(300)), sink);
    }

    /** The line of the trunk that takes the water of a street between rows; −1 if nobody lives there. */
    private int streetOutlet(int column, int line) {
        boolean served = plan.districts.isBuilt(column, line - 1) || plan.districts.isBuilt(column, line);
        if (!served) {
            return -1;
        }
        int choice = column + (int) (Dice.hash(plan.seed, Purpose.DRAIN, column, line) >>> 63);
        if (trunks.rowOf(choice, 2 * line) >= 0) {
            return choice;
        }
        int other = 2 * column + 1 - choice;
        return trunks.rowOf(other, 2 * line) >= 0 ? other : -1;
    }

    /** The invert level in the middle of a street between rows. */
    private double streetLevel(int column, int line) {
        int target = streetOutlet(column, line);
        List<Coordinate> first = plan.outlines.horizontal(2 * line, target == column ? 2 * column : 2 * column + 1);
        double lower = trunks.level(line, trunks.rowOf(target, 2 * line)) + DROP;
        return lower + SLOPE * new Path(first).length();
    }

    private void write(Drain drain, SampleSink sink) throws IOException {
        Path path = new Path(drain.points());
        int pieces = Math.max(1, (int) Math.rint(drain.share() * path.length() / MANHOLE_SPACING));
        String below = drain.outlet();
        for (int k = 1; k <= pieces; k++) {
            double low = drain.share() * (k - 1) / pieces;
            double high = drain.share() * k / pieces;
            String id = k == pieces ? drain.head() : drain.key() + "-" + k;
            double invert = level(drain, (double) k / pieces);
            List<Coordinate> line = path.between(low, high);
            double u = drain.from()[0] + high * (drain.to()[0] - drain.from()[0]);
            double v = drain.from()[1] + high * (drain.to()[1] - drain.from()[1]);
            double ground = ground(u, v, drain.row());
            node(id, "manhole", line.get(line.size() - 1), ground, invert, sink);
            Collections.reverse(line);
            double lower = level(drain, (k - 1.0) / pieces);
            link("L" + id, id, below, line, invert, lower, drain.section(), sink);
            inlet(id, line, ground, invert, sink);
            below = id;
        }
    }

    private static double level(Drain drain, double share) {
        return drain.lower() + share * (drain.upper() - drain.lower());
    }

    /** Now and then a gully at the kerb beside a manhole. */
    private void inlet(String manhole, List<Coordinate> line, double ground, double invert, SampleSink sink)
            throws IOException {
        if (Dice.unit(plan.seed, Purpose.DRAIN, manhole.hashCode(), 1) >= INLETS) {
            return;
        }
        Coordinate a = line.get(0);
        Coordinate b = line.get(1);
        double length = a.distance(b);
        Coordinate kerb = new Coordinate(
                Math.rint((a.x - (b.y - a.y) / length * 3.2) * 1000) / 1000,
                Math.rint((a.y + (b.x - a.x) / length * 3.2) * 1000) / 1000);
        String id = "I" + manhole.substring(1);
        double level = Math.min(invert + 0.5, ground - 0.3);
        node(id, "inlet", kerb, ground - 0.1, level, sink);
        link("L" + id, id, manhole, List.of(kerb, a), level, level - 0.05, Section.pipe(250), sink);
    }

    private double ground(double u, double v, int row) {
        double cover = MEAN_COVER + 0.55 * Noise.at(plan.seed, Purpose.TERRAIN, u / 3, v / 3);
        return trunks.level(v, row) + cover;
    }

    private static String manhole(int x, int y) {
        return "M" + x + "." + y;
    }

    private void node(String id, String kind, Coordinate at, double ground, double invert, SampleSink sink)
            throws IOException {
        sink.write(
                SampleLayer.DRAINAGE_NODES,
                Feature.of(plan.geometries.createPoint(at), id, kind, centimetres(ground), millimetres(invert)));
    }

    private void link(
            String id,
            String from,
            String to,
            List<Coordinate> line,
            double upper,
            double lower,
            Section section,
            SampleSink sink)
            throws IOException {
        List<Coordinate> points = new ArrayList<>(line);
        long year = 1985 + (long) (40 * Dice.unit(plan.seed, Purpose.DRAIN, id.hashCode(), 2));
        sink.write(
                SampleLayer.DRAINAGE_LINKS,
                Feature.of(
                        plan.geometries.createLineString(points.toArray(new Coordinate[0])),
                        id,
                        from,
                        to,
                        section.kind(),
                        section.shape(),
                        section.diameter(),
                        section.material(),
                        millimetres(upper),
                        millimetres(lower),
                        centimetres(new Path(points).length()),
                        year));
    }

    private static double centimetres(double metres) {
        return Math.rint(metres * 100) / 100;
    }

    private static double millimetres(double metres) {
        return Math.rint(metres * 1000) / 1000;
    }
}
