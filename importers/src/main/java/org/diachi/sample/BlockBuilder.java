package org.diachi.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Builds up one block: alleys first, then houses along the streets around it, then houses along the alleys. Every house
 * stands on a rectangular lot that keeps clear of streets, alleys and other lots, so no two houses overlap.
 */
final class BlockBuilder {
    private static final double STEP = 1.6;
    private static final double CORNER_CLEARANCE = 1.5;

    private final Block block;
    private final List<Frontage> frontages;
    private final Ground ground;
    private final Dice dice;
    private final String alleyWord;
    private final double occupancy;
    private final Consumer<House> houses;

    /**
     * @param ground with the streets and whatever else must stay free
     * @param occupancy share of the lots that carry a house
     */
    BlockBuilder(
            Block block,
            List<Frontage> frontages,
            Ground ground,
            Dice dice,
            String alleyWord,
            double occupancy,
            Consumer<House> houses) {
        this.block = block;
        this.frontages = frontages;
        this.ground = ground;
        this.dice = dice;
        this.alleyWord = alleyWord;
        this.occupancy = occupancy;
        this.houses = houses;
    }

    void build() {
        List<List<Alley>> alleys = new ArrayList<>();
        AlleyPlanner planner = new AlleyPlanner(ground, dice);
        for (Frontage frontage : frontages) {
            alleys.add(block.role().isResidential() ? planner.plan(frontage, block.density()) : List.of());
        }
        for (int i = 0; i < frontages.size(); i++) {
            Frontage front = frontages.get(i);
            Numbers numbers = new Numbers(
                    "", front.inwardsLeft(), front.street().numbersBefore(front.piece()), Street.NUMBERS_PER_PIECE);
            Row row = new Row(front.path(), front.halfWidth(), front.inwardsLeft(), front.street(), null);
            line(row, numbers, alleys.get(i), LotStyle.onStreet(block));
        }
        for (int i = 0; i < frontages.size(); i++) {
            for (Alley alley : alleys.get(i)) {
                line(alley, frontages.get(i).street(), alleyWord + " " + alley.number());
            }
        }
    }

    /** One side of a street or alley, along which houses are built. */
    private record Row(
            Path path,
            double halfWidth,
            boolean left,
            Street street,
            @Nullable String alley) {}

    private void line(Alley alley, Street street, String name) {
        for (boolean left : new boolean[] {true, false}) {
            Numbers numbers = new Numbers(alley.number() + "/", left, 0, Integer.MAX_VALUE / 4);
            Row row = new Row(alley.path(), Alley.HALF_WIDTH, left, street, name);
            line(row, numbers, alley.branches(), LotStyle.onAlley());
        }
        alley.branches().forEach(branch -> line(branch, street, name));
    }

    private void line(Row row, Numbers numbers, List<Alley> mouths, LotStyle style) {
        double end = row.path().length() - CORNER_CLEARANCE;
        double at = CORNER_CLEARANCE;
        double passed = 0;
        while (at + style.width()[0] < end) {
            countMouths(row, numbers, mouths, passed, at);
            passed = at;
            double width = Math.min(within(style.width()), end - at);
            if (lot(row, numbers, style, at, width)) {
                at += width + within(style.gap());
            } else {
                at += STEP;
            }
        }
        countMouths(row, numbers, mouths, passed, Double.MAX_VALUE);
    }

    private void countMouths(Row row, Numbers numbers, List<Alley> mouths, double from, double to) {
        for (Alley alley : mouths) {
            if (alley.isLeft() == row.left() && alley.mouth() >= from && alley.mouth() < to) {
                alley.number(numbers.next(dice));
            }
        }
    }

    private boolean lot(Row row, Numbers numbers, LotStyle style, double at, double width) {
        double depth = within(style.depth());
        double setback = row.halfWidth() + within(style.setback());
        for (double shrink = 1; shrink > 0.5; shrink -= 0.22) {
            Lot lot = Lot.beside(row.path(), at, width, setback, depth * shrink, row.left());
            if (ground.isFree(lot.quad())) {
                ground.take(lot.quad());
                String number = numbers.next(dice);
                double[] shape = Footprint.choose(width, dice);
                if (dice.chance(occupancy)) {
                    houses.accept(new House(
                            block,
                            lot.ring(shape),
                            lot.point(Footprint.INSIDE_X, Footprint.INSIDE_Y),
                            number,
                            row.street().name(),
                            row.alley()));
                }
                return true;
            }
        }
        return false;
    }

    private double within(double[] bounds) {
        return dice.between(bounds[0], bounds[1]);
    }

    /** A rectangle beside a line. */
    private record Lot(Coordinate front, double[] along, double[] inwards, double width, double depth, boolean left) {

        static Lot beside(Path path, double at, double width, double setback, double depth, boolean left) {
            Coordinate a = path.at(at);
            Coordinate b = path.at(at + width);
            double dx = b.x - a.x;
            double dy = b.y - a.y;
            double chord = Math.sqrt(dx * dx + dy * dy);
            double[] along = {dx / chord, dy / chord};
            double[] inwards = left ? new double[] {-along[1], along[0]} : new double[] {along[1], -along[0]};
            Coordinate front = new Coordinate(a.x + inwards[0] * setback, a.y + inwards[1] * setback);
            return new Lot(front, along, inwards, width, depth, left);
        }

        Quad quad() {
            return new Quad(raw(0, 0), raw(1, 0), raw(1, 1), raw(0, 1));
        }

        List<Coordinate> ring(double[] shape) {
            List<Coordinate> ring = new ArrayList<>();
            int corners = shape.length / 2;
            for (int i = 0; i <= corners; i++) {
                int k = (left ? i : corners - i) % corners;
                ring.add(point(shape[2 * k], shape[2 * k + 1]));
            }
            return ring;
        }

        /** A point of the lot on whole millimetres; the lots keep a little more apart than that. */
        Coordinate point(double x, double y) {
            Coordinate exact = raw(0.006 + 0.988 * x, 0.003 + 0.994 * y);
            return new Coordinate(Math.rint(exact.x * 1000) / 1000, Math.rint(exact.y * 1000) / 1000);
        }

        private Coordinate raw(double x, double y) {
            return new Coordinate(
                    front.x + along[0] * x * width + inwards[0] * y * depth,
                    front.y + along[1] * x * width + inwards[1] * y * depth);
        }
    }
}
