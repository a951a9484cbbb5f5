package org.diachi.sample;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.diachi.export.Feature;
import org.diachi.sample.Districts.Density;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Two zoning plans, each a coverage of the whole city: the plan in force, whose zones are the blocks with their pockets
 * cut out, and the vision, whose zones are whole quarters. Both draw a river in long pieces.
 */
final class Zoning {
    private static final int RIVER_PIECE = 6;

    private final CityPlan plan;
    private final OpenSpaces openSpaces;
    private int zones;

    Zoning(CityPlan plan, OpenSpaces openSpaces) {
        this.plan = plan;
        this.openSpaces = openSpaces;
    }

    void write(int column, int row, SampleSink sink) throws IOException {
        if (plan.grid.isRiver(row)) {
            writeRiver(column, row, sink);
            return;
        }
        for (Block block : plan.blocks.of(column, row)) {
            Optional<OpenSpaces.Pocket> pocket = openSpaces.findPocket(block).filter(OpenSpaces.Pocket::isZone);
            LinearRing shell = ring(plan.outlines.ring(block.x(), block.y(), block.width(), block.height()));
            LinearRing[] holes =
                    pocket.map(p -> new LinearRing[] {ring(p.ring()).reverse()}).orElse(new LinearRing[0]);
            Dice dice = block.dice(plan.seed, Purpose.ZONE);
            write(0, plan.geometries.createPolygon(shell, holes), block.role(), block.density(), dice, sink);
            if (pocket.isPresent()) {
                OpenSpaces.Pocket inner = pocket.get();
                LandUseRole role = inner.use() == OpenSpaces.PocketUse.POND ? LandUseRole.WATER : LandUseRole.GREEN;
                write(0, plan.geometries.createPolygon(ring(inner.ring())), role, block.density(), dice, sink);
            }
        }
        Dice dice = Dice.of(plan.seed, Purpose.VISION, column, row);
        Density density = plan.districts.density(column, row);
        Polygon quarter = plan.geometries.createPolygon(ring(plan.outlines.ring(2 * column, 2 * row, 2, 2)));
        write(1, quarter, vision(column, row, dice), density, dice, sink);
    }

    private void writeRiver(int column, int row, SampleSink sink) throws IOException {
        boolean begins = column % RIVER_PIECE == 0 || !plan.grid.contains(column - 1, row);
        if (!begins) {
            return;
        }
        int end = column + 1;
        while (plan.grid.contains(end, row) && end % RIVER_PIECE != 0) {
            end++;
        }
        List<Coordinate> ring = plan.outlines.ring(2 * column, 2 * row, 2 * (end - column), 2);
        Dice dice = Dice.of(plan.seed, Purpose.ZONE, 2 * column, 2 * row);
        for (int which = 0; which < 2; which++) {
            Polygon river = plan.geometries.createPolygon(ring(ring));
            write(which, river, LandUseRole.WATER, Density.COUNTRY, dice, sink);
        }
    }

    /** Towns grow into the suburbs and the suburbs into the country; forests and what is central stay. */
    private LandUseRole vision(int column, int row, Dice dice) {
        double unit = dice.unit();
        return switch (plan.districts.density(column, row)) {
            case CORE ->
                unit < 0.6
                        ? LandUseRole.URBAN_RESIDENTIAL
                        : unit < 0.8 ? LandUseRole.COMMERCIAL : unit < 0.9 ? LandUseRole.PUBLIC : LandUseRole.GREEN;
            case URBAN ->
                unit < 0.75
                        ? LandUseRole.URBAN_RESIDENTIAL
                        : unit < 0.84 ? LandUseRole.COMMERCIAL : unit < 0.9 ? LandUseRole.PUBLIC : LandUseRole.GREEN;
            case SUBURB ->
                unit < 0.45
                        ? LandUseRole.URBAN_RESIDENTIAL
                        : unit < 0.75
                                ? LandUseRole.RURAL_RESIDENTIAL
                                : unit < 0.87 ? LandUseRole.INDUSTRIAL : LandUseRole.GREEN;
            case COUNTRY ->
                unit < 0.15
                        ? LandUseRole.RURAL_RESIDENTIAL
                        : unit < 0.2 ? LandUseRole.GREEN : plan.districts.nature(column, row);
        };
    }

    private void write(int which, Polygon zone, LandUseRole role, Density density, Dice dice, SampleSink sink)
            throws IOException {
        SampleArea.Plan legal = plan.area.plans().get(which);
        zones++;
        long storeys = role.isBuilt() ? storeys(role, density, dice) : 0;
        long coverage = role.isBuilt() ? 40 + 5L * dice.below(9) : role == LandUseRole.GREEN ? 5 : 0;
        sink.write(
                SampleLayer.ZONES,
                Feature.of(
                        zone,
                        Ids.of("Z", zones, 6),
                        legal.id(),
                        legal.title(),
                        plan.area.landUse(role, dice),
                        legal.decision(),
                        legal.decided(),
                        legal.validFrom(),
                        Math.rint(storeys * coverage * 0.85) / 100,
                        coverage,
                        storeys));
    }

    private static long storeys(LandUseRole role, Density density, Dice dice) {
        int most = density == Density.CORE ? 9 : density == Density.URBAN ? 6 : 4;
        return 3 + dice.below(role == LandUseRole.COMMERCIAL ? 2 * most : most - 2);
    }

    private LinearRing ring(List<Coordinate> points) {
        return plan.geometries.createLinearRing(points.toArray(new Coordinate[0]));
    }
}
