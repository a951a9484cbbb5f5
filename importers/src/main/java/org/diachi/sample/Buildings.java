package org.diachi.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.diachi.export.Feature;
import org.diachi.sample.Districts.Density;
import org.locationtech.jts.geom.Coordinate;

/** Writes buildings, built up block by block, and the businesses in them. */
final class Buildings {
    private static final double BUILDINGS_AT_SCALE_1 = 300_000;
    /** How many quarters are tried out to learn how many buildings the city could hold. */
    private static final int TRIALS = 400;

    private final CityPlan plan;
    private final OpenSpaces openSpaces;
    private final double occupancy;
    private int buildings;
    private int businesses;

    Buildings(CityPlan plan, OpenSpaces openSpaces, double scale) {
        this.plan = plan;
        this.openSpaces = openSpaces;
        this.occupancy = Math.min(1, BUILDINGS_AT_SCALE_1 * scale / capacity());
    }

    /** Share of the lots that carry a house. */
    double occupancy() {
        return occupancy;
    }

    void write(Block block, SampleSink sink) throws IOException {
        List<House> houses = new ArrayList<>();
        build(block, occupancy, houses::add);
        Dice dice = block.dice(plan.seed, Purpose.STREET);
        for (House house : houses) {
            write(house, dice, sink);
        }
    }

    /** Counts the lots of quarters spread evenly over the built ones. */
    private double capacity() {
        List<int[]> built = new ArrayList<>();
        for (int r = 0; r < plan.grid.rows(); r++) {
            for (int c = 0; c < plan.grid.columns(); c++) {
                if (plan.districts.isBuilt(c, r)) {
                    built.add(new int[] {c, r});
                }
            }
        }
        int step = Math.max(1, built.size() / TRIALS);
        long[] count = new long[2];
        for (int i = step / 2; i < built.size(); i += step) {
            count[0]++;
            for (Block block : plan.blocks.of(built.get(i)[0], built.get(i)[1])) {
                build(block, 1, house -> count[1]++);
            }
        }
        return count[1] * (double) built.size() / count[0];
    }

    private void build(Block block, double share, Consumer<House> houses) {
        if (!block.role().isBuilt()) {
            return;
        }
        Ground ground = new Ground();
        List<Frontage> frontages = new ArrayList<>();
        for (int i = block.x(); i < block.x() + block.width(); i++) {
            side(ground, frontages, false, block.y(), i, true);
            side(ground, frontages, false, block.y() + block.height(), i, false);
        }
        for (int j = block.y(); j < block.y() + block.height(); j++) {
            side(ground, frontages, true, block.x(), j, false);
            side(ground, frontages, true, block.x() + block.width(), j, true);
        }
        openSpaces.findPocket(block).ifPresent(pocket -> ground.take(pocket.ground()));
        Dice dice = block.dice(plan.seed, Purpose.BLOCK);
        String alley = dice.pick(plan.area.words().alleys());
        new BlockBuilder(block, frontages, ground, dice, alley, share, houses).build();
    }

    private void side(
            Ground ground, List<Frontage> frontages, boolean upright, int line, int piece, boolean inwardsLeft) {
        List<Coordinate> points = upright ? plan.outlines.vertical(line, piece) : plan.outlines.horizontal(line, piece);
        double halfWidth = plan.grid.halfWidth(line);
        ground.takeStrip(points, halfWidth);
        Street street = plan.streets.find(upright, line, piece);
        if (street != null) {
            frontages.add(new Frontage(new Path(points), halfWidth, inwardsLeft, street, piece));
        }
    }

    private void write(House house, Dice dice, SampleSink sink) throws IOException {
        buildings++;
        String id = Ids.of("B", buildings, 7);
        String use = use(house.block().role(), dice);
        long year = 2025 - (long) (dice.unit() * dice.unit() * 75);
        sink.write(
                SampleLayer.BUILDINGS,
                Feature.of(
                        plan.geometries.createPolygon(house.ring().toArray(new Coordinate[0])),
                        id,
                        house.number(),
                        house.street(),
                        house.alley(),
                        plan.wardCode(house.block()),
                        storeys(house.block(), dice),
                        use,
                        year));
        double chance = use.equals("shop") || use.equals("shophouse") || use.equals("office") ? 0.42 : 0.045;
        if (dice.chance(chance)) {
            writeBusiness(house, id, year, dice, sink);
        }
    }

    private void writeBusiness(House house, String building, long built, Dice dice, SampleSink sink)
            throws IOException {
        businesses++;
        SampleArea.Kind kind = dice.pick(plan.area.words().businesses());
        LocalDate opened =
                LocalDate.of((int) Math.max(built, 1990 + dice.below(36)), 1, 1).plusDays(dice.below(300));
        sink.write(
                SampleLayer.BUSINESSES,
                Feature.of(
                        plan.geometries.createPoint(house.inside()),
                        Ids.of("H", businesses, 7),
                        building,
                        kind.word() + " " + dice.pick(plan.area.words().names()),
                        kind.type(),
                        opened));
    }

    private static long storeys(Block block, Dice dice) {
        double unit = dice.unit();
        if (block.role() == LandUseRole.COMMERCIAL && unit > 0.9) {
            return 6 + dice.below(14);
        }
        int most = block.density() == Density.CORE ? 6 : block.density() == Density.URBAN ? 5 : 3;
        return block.role() == LandUseRole.INDUSTRIAL ? 1 : 1 + (long) (unit * unit * most);
    }

    private static String use(LandUseRole role, Dice dice) {
        List<String> uses = switch (role) {
            case COMMERCIAL -> List.of("shop", "shop", "shophouse", "office", "hotel");
            case PUBLIC -> List.of("school", "school", "clinic", "office", "temple");
            case INDUSTRIAL -> List.of("factory", "warehouse");
            default -> List.of("house", "house", "house", "house", "house", "house", "shophouse");
        };
        return dice.pick(uses);
    }
}
