package org.diachi.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * Ground in a block that stays free of buildings: the lawns of a park, and pockets within built blocks for a small
 * garden, a pond, a square or a market.
 */
final class OpenSpaces {
    private final CityShape city;
    private final long seed;

    /** What a pocket in a built block is used for. */
    enum PocketUse {
        GARDEN,
        POND,
        SQUARE,
        MARKET
    }

    /** A pocket with its closed, counter-clockwise ring and a patch of ground that covers it. */
    record Pocket(PocketUse use, List<Coordinate> ring, Quad ground) {
        /** Whether the pocket is a zone of its own. */
        boolean isZone() {
            return use == PocketUse.GARDEN || use == PocketUse.POND;
        }
    }

    OpenSpaces(CityShape city, long seed) {
        this.city = city;
        this.seed = seed;
    }

    /** The pocket of a built block, if it has one. */
    Optional<Pocket> findPocket(Block block) {
        Dice dice = block.dice(seed, Purpose.PARK);
        boolean plaza = block.role() == LandUseRole.COMMERCIAL || block.role() == LandUseRole.PUBLIC;
        double chance = plaza ? 0.95 : block.width() * block.height() > 1 ? 0.6 : 0.25;
        if (!block.role().isBuilt() || block.role() == LandUseRole.INDUSTRIAL || !dice.chance(chance)) {
            return Optional.empty();
        }
        PocketUse use = plaza
                ? (dice.chance(0.55) ? PocketUse.SQUARE : PocketUse.MARKET)
                : (dice.chance(0.72) ? PocketUse.GARDEN : PocketUse.POND);
        double size = plaza ? dice.between(0.13, 0.19) : dice.between(0.12, 0.22);
        double u = (block.x() + block.width() / 2.0) / 2;
        double v = (block.y() + block.height() / 2.0) / 2;
        double half = size / 2;
        double room = half * 1.12;
        Quad ground = new Quad(
                city.point(u - room, v - room),
                city.point(u + room, v - room),
                city.point(u + room, v + room),
                city.point(u - room, v + room));
        double round = use == PocketUse.MARKET ? 0 : use == PocketUse.SQUARE ? 0.12 : dice.between(0.55, 1);
        double rough = plaza ? 0 : 0.25;
        return Optional.of(new Pocket(use, shape(new double[] {u, v, half, half}, round, rough, dice), ground));
    }

    /** The outline of a park that fills a block between its streets. */
    List<Coordinate> park(Block block) {
        return shape(inner(block), 0.14, 0, block.dice(seed, Purpose.PARK));
    }

    /** Lawns, groves and ponds of a park, with paths between them. */
    List<List<Coordinate>> lawns(Block block) {
        Dice dice = block.dice(seed, Purpose.PARK);
        double[] inner = inner(block);
        int across = 3 * block.width() + dice.below(2);
        int up = 3 * block.height() + dice.below(2);
        List<List<Coordinate>> lawns = new ArrayList<>();
        for (int j = 0; j < up; j++) {
            for (int i = 0; i < across; i++) {
                double[] cell = {
                    inner[0] + inner[2] * ((2 * i + 1.0) / across - 1),
                    inner[1] + inner[3] * ((2 * j + 1.0) / up - 1),
                    inner[2] / across * 0.86,
                    inner[3] / up * 0.86
                };
                lawns.add(shape(cell, dice.between(0.25, 0.9), 0.12, dice));
            }
        }
        return lawns;
    }

    /** Centre and half sizes, on the lattice, of a block without its streets. */
    private double[] inner(Block block) {
        return new double[] {
            (block.x() + block.width() / 2.0) / 2,
            (block.y() + block.height() / 2.0) / 2,
            block.width() / 4.0 - 0.065,
            block.height() / 4.0 - 0.06
        };
    }

    /**
     * A closed ring within a rectangle of the lattice, between a rectangle (0) and an ellipse (1).
     *
     * @param box centre and half sizes
     * @param rough share by which the outline moves in at random
     */
    private List<Coordinate> shape(double[] box, double round, double rough, Dice dice) {
        int points = round == 0 ? 8 : 20;
        List<Coordinate> ring = new ArrayList<>(points + 1);
        for (int k = 0; k < points; k++) {
            double angle = 2 * Math.PI * (k + 0.5) / points + (round == 0 ? Math.PI / 8 : 0);
            double x = StrictMath.cos(angle);
            double y = StrictMath.sin(angle);
            double square = 1 / Math.max(Math.abs(x), Math.abs(y));
            double radius = (square + round * (1 - square)) * (1 - rough * dice.unit());
            ring.add(city.point(box[0] + radius * x * box[2], box[1] + radius * y * box[3]));
        }
        ring.add(ring.get(0).copy());
        return ring;
    }
}
