package org.diachi.sample;

import java.io.IOException;
import java.util.List;
import org.diachi.export.Feature;
import org.locationtech.jts.geom.Coordinate;

/** Writes green spaces, all within zones of that use, and public spaces. */
final class Greenery {
    private static final List<String> LAWNS =
            List.of("garden", "garden", "lawn", "lawn", "grove", "verge", "playground");

    private final CityPlan plan;
    private final OpenSpaces openSpaces;
    private int greenSpaces;
    private int publicSpaces;

    Greenery(CityPlan plan, OpenSpaces openSpaces) {
        this.plan = plan;
        this.openSpaces = openSpaces;
    }

    void write(Block block, SampleSink sink) throws IOException {
        Dice dice = block.dice(plan.seed, Purpose.NATURE);
        if (block.role() == LandUseRole.GREEN) {
            for (List<Coordinate> lawn : openSpaces.lawns(block)) {
                green(lawn, dice.pick(LAWNS), dice, sink);
            }
            open(block, openSpaces.park(block), "park", dice, sink);
        }
        OpenSpaces.Pocket pocket = openSpaces.findPocket(block).orElse(null);
        if (pocket == null) {
            return;
        }
        switch (pocket.use()) {
            case GARDEN -> {
                green(pocket.ring(), "park", dice, sink);
                open(block, pocket.ring(), "park", dice, sink);
            }
            case SQUARE -> open(block, pocket.ring(), "square", dice, sink);
            case MARKET -> open(block, pocket.ring(), "market", dice, sink);
            case POND -> {}
        }
    }

    private void green(List<Coordinate> ring, String type, Dice dice, SampleSink sink) throws IOException {
        greenSpaces++;
        double access = dice.unit();
        sink.write(
                SampleLayer.GREEN_SPACES,
                Feature.of(
                        plan.geometries.createPolygon(ring.toArray(new Coordinate[0])),
                        Ids.of("G", greenSpaces, 6),
                        type,
                        access < 0.8 ? "public" : access < 0.95 ? "limited" : "special",
                        dice.pick(plan.area.words().managers()),
                        1975L + dice.below(50)));
    }

    private void open(Block block, List<Coordinate> ring, String type, Dice dice, SampleSink sink) throws IOException {
        publicSpaces++;
        List<SampleArea.Kind> kinds = plan.area.words().publicSpaces().stream()
                .filter(kind -> kind.type().equals(type))
                .toList();
        sink.write(
                SampleLayer.PUBLIC_SPACES,
                Feature.of(
                        plan.geometries.createPolygon(ring.toArray(new Coordinate[0])),
                        Ids.of("P", publicSpaces, 6),
                        dice.pick(kinds).word() + " "
                                + dice.pick(plan.area.words().names()),
                        type,
                        plan.wardCode(block)));
    }
}
