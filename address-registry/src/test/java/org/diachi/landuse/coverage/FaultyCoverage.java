package org.diachi.landuse.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diachi.city.CoverageFault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * A generated plan: a lattice of crooked quadrilaterals of about 100 metres that share every border, in which faults are
 * then seeded, each among zones of its own.
 */
public final class FaultyCoverage {

    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 9214);
    private static final double CELL = 100;

    private final int side;
    private final Coordinate[][] nodes;
    private final List<CoverageZone> zones = new ArrayList<>();
    private final List<Seed> seeds = new ArrayList<>();

    /** A fault, the zone that was tampered with, and the ground concerned in square metres, worked out by hand. */
    public record Seed(CoverageFault fault, String zone, double area) {}

    /** A faultless plan of side × side zones. */
    public FaultyCoverage(int side, long seed) {
        this.side = side;
        this.nodes = new Coordinate[side + 1][side + 1];
        Random random = new Random(seed);
        for (int x = 0; x <= side; x++) {
            for (int y = 0; y <= side; y++) {
                nodes[x][y] = new Coordinate(
                        561000 + CELL * x + 30 * random.nextDouble(), 1821000 + CELL * y + 30 * random.nextDouble());
            }
        }
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                zones.add(zone(x, y, corners(x, y)));
            }
        }
    }

    /** Seeds four faults of each of the five kinds. */
    public FaultyCoverage withTwentyFaults() {
        for (int k = 0; k < 4; k++) {
            int x = 2 + 5 * k;
            seedBulge(CoverageFault.OVERLAP, x, 2, 4 + k);
            seedGap(x, 6);
            seedBulge(CoverageFault.SLIVER, x, 10, 0.02 + 0.05 * k);
            seedBowTie(x, 14);
            seedDuplicate(x, 18);
        }
        zones.removeIf(zone -> zone.shape().isEmpty());
        return this;
    }

    /** The zones, in the order of their rows but for copies, which come last. */
    public List<CoverageZone> zones() {
        return List.copyOf(zones);
    }

    /** What was seeded. */
    public List<Seed> seeds() {
        return List.copyOf(seeds);
    }

    private CoverageZone zone(int x, int y, Coordinate... ring) {
        return new CoverageZone(id(x, y), 1L + (long) x * side + y, FACTORY.createPolygon(ring));
    }

    private static String id(int x, int y) {
        return "z" + x + "-" + y;
    }

    private Coordinate[] corners(int x, int y) {
        return new Coordinate[] {nodes[x][y], nodes[x + 1][y], nodes[x + 1][y + 1], nodes[x][y + 1], nodes[x][y]};
    }

    private void replace(int x, int y, Coordinate... ring) {
        zones.set(x * side + y, zone(x, y, ring));
    }

    /** The western border bulges into the neighbour: a triangle over the border. */
    private void seedBulge(CoverageFault fault, int x, int y, double metresWest) {
        Coordinate[] c = corners(x, y);
        Coordinate middle = new Coordinate((c[3].x + c[0].x) / 2 - metresWest, (c[3].y + c[0].y) / 2);
        replace(x, y, c[0], c[1], c[2], c[3], middle, c[0]);
        seeds.add(new Seed(fault, id(x, y), metresWest * (c[3].y - c[0].y) / 2));
    }

    private void seedGap(int x, int y) {
        Polygon missing = (Polygon) zones.get(x * side + y).shape();
        replace(x, y);
        seeds.add(new Seed(CoverageFault.GAP, id(x, y), missing.getArea()));
    }

    /** The two northern corners are drawn in the wrong order. */
    private void seedBowTie(int x, int y) {
        Coordinate[] c = corners(x, y);
        replace(x, y, c[0], c[1], c[3], c[2], c[0]);
        seeds.add(new Seed(CoverageFault.BOW_TIE, id(x, y), 0));
    }

    private void seedDuplicate(int x, int y) {
        CoverageZone original = zones.get(x * side + y);
        String id = "copy of " + original.id();
        zones.add(new CoverageZone(id, 100_000L + x, original.shape().copy()));
        seeds.add(new Seed(CoverageFault.DUPLICATE, id, original.shape().getArea()));
    }
}
