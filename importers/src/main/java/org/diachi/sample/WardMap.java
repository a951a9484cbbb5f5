package org.diachi.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Gives every quarter to a ward. Wards grow from their seeds over quarters that touch along a border, so each is in one
 * piece; seeds lie closer together near the centre, where wards are small.
 */
final class WardMap {
    private static final int CANDIDATES = 60;
    /** Steps along and across the lattice: east, north, west, south. */
    private static final int[] DX = {1, 0, -1, 0};

    private static final int[] DY = {0, 1, 0, -1};

    private final CityGrid grid;
    private final Outlines outlines;
    private final long seed;
    private final int[] ward;
    private final List<TreeSet<Integer>> neighbours = new ArrayList<>();

    WardMap(CityGrid grid, Outlines outlines, int wards, long seed) {
        this.grid = grid;
        this.outlines = outlines;
        this.seed = seed;
        this.ward = new int[grid.columns() * grid.rows()];
        Arrays.fill(ward, -1);
        grow(seeds(wards));
        for (int w = 0; w < wards; w++) {
            neighbours.add(new TreeSet<>());
        }
        for (int i = 0; i < ward.length; i++) {
            meet(i, 0);
            meet(i, 1);
        }
    }

    /** The ward of a quarter of the city, as an index into the area's list. */
    int at(int column, int row) {
        return ward[grid.index(column, row)];
    }

    /** The wards that share a border with this one. */
    TreeSet<Integer> neighbours(int of) {
        return neighbours.get(of);
    }

    /** The outline of a ward, or of the whole city if −1 is asked for, with holes where another ward lies inside. */
    Polygon outline(int of, GeometryFactory geometries) {
        TreeMap<Integer, Integer> open = borders(of);
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        while (!open.isEmpty()) {
            LinearRing ring = geometries.createLinearRing(trace(open).toArray(new Coordinate[0]));
            if (Orientation.isCCW(ring.getCoordinateSequence())) {
                shell = ring;
            } else {
                holes.add(ring);
            }
        }
        if (shell == null) {
            throw new IllegalStateException("Ward " + of + " has no outline.");
        }
        return geometries.createPolygon(shell, holes.toArray(new LinearRing[0]));
    }

    private boolean belongs(int of, int column, int row) {
        return grid.contains(column, row) && (of < 0 || at(column, row) == of);
    }

    /** All borders with the ward on their left: from each corner of the lattice, a bit for each direction. */
    private TreeMap<Integer, Integer> borders(int of) {
        TreeMap<Integer, Integer> open = new TreeMap<>();
        for (int r = 0; r < grid.rows(); r++) {
            for (int c = 0; c < grid.columns(); c++) {
                if (belongs(of, c, r)) {
                    add(open, !belongs(of, c, r - 1), c, r, 0);
                    add(open, !belongs(of, c + 1, r), c + 1, r, 1);
                    add(open, !belongs(of, c, r + 1), c + 1, r + 1, 2);
                    add(open, !belongs(of, c - 1, r), c, r + 1, 3);
                }
            }
        }
        return open;
    }

    private void add(TreeMap<Integer, Integer> open, boolean border, int x, int y, int direction) {
        if (border) {
            open.merge(corner(x, y), 1 << direction, (a, b) -> a | b);
        }
    }

    /** Follows borders until they close; at a corner where two rings meet it turns right, so that no ring crosses. */
    private List<Coordinate> trace(TreeMap<Integer, Integer> open) {
        int start = open.firstKey();
        int x = start % (grid.columns() + 1);
        int y = start / (grid.columns() + 1);
        int direction = Integer.numberOfTrailingZeros(open.getOrDefault(start, 1));
        List<Coordinate> ring = new ArrayList<>();
        do {
            take(open, corner(x, y), direction);
            draw(ring, x, y, direction);
            x += DX[direction];
            y += DY[direction];
            direction = turn(open.getOrDefault(corner(x, y), 0), direction);
        } while (corner(x, y) != start);
        ring.add(ring.get(0).copy());
        return ring;
    }

    private static int turn(int choices, int direction) {
        for (int turn : new int[] {3, 0, 1}) {
            int next = (direction + turn) % 4;
            if ((choices & 1 << next) != 0) {
                return next;
            }
        }
        return -1;
    }

    private static void take(TreeMap<Integer, Integer> open, int corner, int direction) {
        int left = open.getOrDefault(corner, 0) & ~(1 << direction);
        if (left == 0) {
            open.remove(corner);
        } else {
            open.put(corner, left);
        }
    }

    private void draw(List<Coordinate> ring, int x, int y, int direction) {
        boolean horizontal = direction % 2 == 0;
        boolean backwards = direction >= 2;
        int piece = 2 * (horizontal ? x : y) - (backwards ? 2 : 0);
        for (int half = 0; half < 2; half++) {
            int at = piece + (backwards ? 1 - half : half);
            Outlines.append(
                    ring, horizontal ? outlines.horizontal(2 * y, at) : outlines.vertical(2 * x, at), backwards);
        }
    }

    private int corner(int x, int y) {
        return y * (grid.columns() + 1) + x;
    }

    private void meet(int i, int direction) {
        int c = i % grid.columns();
        int r = i / grid.columns();
        int nc = c + DX[direction];
        int nr = r + DY[direction];
        if (grid.contains(c, r) && grid.contains(nc, nr) && at(c, r) != at(nc, nr)) {
            neighbours.get(at(c, r)).add(at(nc, nr));
            neighbours.get(at(nc, nr)).add(at(c, r));
        }
    }

    /** Column and row of the seeds, from the centre outwards. */
    private List<int[]> seeds(int wards) {
        List<int[]> seeds = new ArrayList<>();
        for (int w = 0; w < wards; w++) {
            Dice dice = Dice.of(seed, Purpose.WARD_SEED, w, 0);
            int[] best = {0, 0};
            double bestScore = 0;
            for (int tries = 0; tries < CANDIDATES || bestScore == 0; tries++) {
                int[] candidate = {dice.below(grid.columns()), dice.below(grid.rows())};
                double score = grid.contains(candidate[0], candidate[1]) ? score(seeds, candidate) : 0;
                if (score > bestScore) {
                    best = candidate;
                    bestScore = score;
                }
            }
            seeds.add(best);
        }
        seeds.sort(Comparator.<int[]>comparingDouble(this::fromCentre).thenComparingInt(s -> grid.index(s[0], s[1])));
        return seeds;
    }

    private double score(List<int[]> seeds, int[] candidate) {
        double nearest = grid.columns();
        for (int[] other : seeds) {
            double dx = candidate[0] - other[0];
            double dy = candidate[1] - other[1];
            nearest = Math.min(nearest, Math.sqrt(dx * dx + dy * dy));
        }
        return nearest / (0.25 + fromCentre(candidate));
    }

    private double fromCentre(int[] quarter) {
        double dx = (quarter[0] + 0.5) / grid.columns() - 0.5;
        double dy = (quarter[1] + 0.5) / grid.rows() - 0.5;
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** Nearest seed first, over borders that are more or less easy to cross. */
    private void grow(List<int[]> seeds) {
        PriorityQueue<long[]> front = new PriorityQueue<>(Comparator.<long[]>comparingLong(s -> s[0])
                .thenComparingLong(s -> s[1])
                .thenComparingLong(s -> s[2]));
        for (int w = 0; w < seeds.size(); w++) {
            front.add(new long[] {0, grid.index(seeds.get(w)[0], seeds.get(w)[1]), w});
        }
        while (!front.isEmpty()) {
            long[] step = front.remove();
            int here = (int) step[1];
            if (ward[here] >= 0) {
                continue;
            }
            ward[here] = (int) step[2];
            for (int d = 0; d < 4; d++) {
                int c = here % grid.columns() + DX[d];
                int r = here / grid.columns() + DY[d];
                if (grid.contains(c, r) && ward[grid.index(c, r)] < 0) {
                    long cost = 10 + (Dice.hash(seed, Purpose.WARD_GROWTH, c, r) >>> 61);
                    front.add(new long[] {step[0] + cost, grid.index(c, r), step[2]});
                }
            }
        }
    }
}
