package org.diachi.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diachi.sample.Districts.Density;
import org.locationtech.jts.geom.Coordinate;

/** Drives alleys from the streets into a block, and branches from those, as long as there is room for houses. */
final class AlleyPlanner {
    private static final double STEP = 4;
    private static final double SHORTEST = 26;
    private static final double SHORTEST_BRANCH = 12;
    /** How far ahead, and to either side, an alley needs room. */
    private static final double ROOM_AHEAD = 13;

    private static final double ROOM_BESIDE = 11;

    private final Ground ground;
    private final Dice dice;

    AlleyPlanner(Ground ground, Dice dice) {
        this.ground = ground;
        this.dice = dice;
    }

    /** Takes the ground of the alleys that leave this piece of street. */
    List<Alley> plan(Frontage frontage, Density density) {
        List<Alley> alleys = new ArrayList<>();
        double chance = density == Density.CORE ? 0.75 : density == Density.URBAN ? 0.6 : 0.35;
        Path street = frontage.path();
        double at = dice.between(22, 34);
        while (at < street.length() - 20) {
            if (dice.chance(chance)) {
                drive(street, at, frontage.inwardsLeft(), frontage.halfWidth(), SHORTEST, dice.between(40, 110))
                        .ifPresent(alley -> {
                            branch(alley);
                            alleys.add(alley);
                        });
            }
            at += dice.between(30, 46);
        }
        return alleys;
    }

    private void branch(Alley alley) {
        double at = dice.between(18, 30);
        while (at < alley.path().length() - 3) {
            if (dice.chance(0.5)) {
                drive(alley.path(), at, dice.chance(0.5), Alley.HALF_WIDTH, SHORTEST_BRANCH, dice.between(16, 45))
                        .ifPresent(alley.branches()::add);
            }
            at += dice.between(16, 30);
        }
    }

    private Optional<Alley> drive(
            Path parent, double mouth, boolean left, double halfWidth, double shortest, double longest) {
        Coordinate a = parent.at(mouth - 1);
        Coordinate b = parent.at(mouth + 1);
        double length = Math.sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
        double dx = (left ? a.y - b.y : b.y - a.y) / length;
        double dy = (left ? b.x - a.x : a.x - b.x) / length;
        Coordinate here = parent.at(mouth);
        here = new Coordinate(here.x + dx * (halfWidth + 0.3), here.y + dy * (halfWidth + 0.3));
        List<Coordinate> points = new ArrayList<>();
        points.add(here);
        double bend = dice.between(-0.05, 0.05);
        double driven = 0;
        while (driven + STEP <= longest && hasRoom(here, dx, dy, driven)) {
            here = new Coordinate(here.x + dx * STEP, here.y + dy * STEP);
            points.add(here);
            driven += STEP;
            double turned = dx - bend * dy;
            dy += bend * dx;
            dx = turned;
            double norm = Math.sqrt(dx * dx + dy * dy);
            dx /= norm;
            dy /= norm;
        }
        if (driven < shortest) {
            return Optional.empty();
        }
        ground.takeStrip(points, Alley.HALF_WIDTH);
        return Optional.of(new Alley(new Path(points), mouth, left));
    }

    /** Near the mouth only the alley itself must fit; further in, there must be room for houses around. */
    private boolean hasRoom(Coordinate here, double dx, double dy, double driven) {
        double beside = driven < 8 ? Alley.HALF_WIDTH : ROOM_BESIDE;
        double from = driven < 8 ? 0.2 : 4.5;
        Coordinate start = new Coordinate(here.x + dx * from, here.y + dy * from);
        Coordinate ahead = new Coordinate(here.x + dx * (STEP + ROOM_AHEAD), here.y + dy * (STEP + ROOM_AHEAD));
        return ground.isFree(Quad.along(start, ahead, -beside, beside));
    }
}
