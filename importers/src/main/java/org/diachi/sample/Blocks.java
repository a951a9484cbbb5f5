package org.diachi.sample;

import java.util.ArrayList;
import java.util.List;
import org.diachi.sample.Districts.Density;

/** Divides every quarter into blocks by the small streets within it, and gives every block its use. */
final class Blocks {
    /** Which halves of the two inner lines of a quarter are streets: west, east, south, north. */
    private static final int WEST = 1;

    private static final int EAST = 2;
    private static final int SOUTH = 4;
    private static final int NORTH = 8;
    private static final int[] BUILT_PATTERNS = {
        15,
        15,
        15,
        3,
        3,
        12,
        12,
        WEST | EAST | NORTH,
        WEST | EAST | SOUTH,
        SOUTH | NORTH | EAST,
        SOUTH | NORTH | WEST,
        0
    };
    private static final int[] COUNTRY_PATTERNS = {0, 0, 0, 0, 0, 3, 12};

    private final CityGrid grid;
    private final Districts districts;
    private final long seed;

    Blocks(CityGrid grid, Districts districts, long seed) {
        this.grid = grid;
        this.districts = districts;
        this.seed = seed;
    }

    /** The blocks of a quarter; a quarter of the river is one block of water. */
    List<Block> of(int column, int row) {
        int x = 2 * column;
        int y = 2 * row;
        int split = splits(column, row);
        List<Block> blocks = new ArrayList<>(4);
        if ((split & 15) == 15) {
            blocks.add(block(x, y, 1, 1));
            blocks.add(block(x + 1, y, 1, 1));
            blocks.add(block(x, y + 1, 1, 1));
            blocks.add(block(x + 1, y + 1, 1, 1));
        } else if ((split & (WEST | EAST)) == (WEST | EAST)) {
            addRow(blocks, x, y, (split & SOUTH) != 0);
            addRow(blocks, x, y + 1, (split & NORTH) != 0);
        } else if ((split & (SOUTH | NORTH)) == (SOUTH | NORTH)) {
            addColumn(blocks, x, y, (split & WEST) != 0);
            addColumn(blocks, x + 1, y, (split & EAST) != 0);
        } else {
            blocks.add(block(x, y, 2, 2));
        }
        return blocks;
    }

    /** Whether a street runs along the horizontal middle line of a quarter, in its western or eastern half. */
    boolean hasHorizontalStreet(int column, int row, boolean east) {
        return districts.isBuilt(column, row) && (splits(column, row) & (east ? EAST : WEST)) != 0;
    }

    /** Whether a street runs along the vertical middle line of a quarter, in its southern or northern half. */
    boolean hasVerticalStreet(int column, int row, boolean north) {
        return districts.isBuilt(column, row) && (splits(column, row) & (north ? NORTH : SOUTH)) != 0;
    }

    private void addRow(List<Block> blocks, int x, int y, boolean split) {
        blocks.add(block(x, y, split ? 1 : 2, 1));
        if (split) {
            blocks.add(block(x + 1, y, 1, 1));
        }
    }

    private void addColumn(List<Block> blocks, int x, int y, boolean split) {
        blocks.add(block(x, y, 1, split ? 1 : 2));
        if (split) {
            blocks.add(block(x, y + 1, 1, 1));
        }
    }

    private int splits(int column, int row) {
        if (grid.isRiver(row)) {
            return 0;
        }
        int[] patterns = districts.isBuilt(column, row) ? BUILT_PATTERNS : COUNTRY_PATTERNS;
        return patterns[Dice.of(seed, Purpose.PATTERN, column, row).below(patterns.length)];
    }

    private Block block(int x, int y, int width, int height) {
        Density density = districts.density(x / 2, y / 2);
        LandUseRole role = grid.isRiver(y / 2) ? LandUseRole.WATER : role(density, x, y);
        return new Block(x, y, width, height, role, density);
    }

    private LandUseRole role(Density density, int x, int y) {
        double unit = Dice.unit(seed, Purpose.ROLE, x, y);
        return switch (density) {
            case CORE ->
                unit < 0.66
                        ? LandUseRole.URBAN_RESIDENTIAL
                        : unit < 0.82
                                ? LandUseRole.COMMERCIAL
                                : unit < 0.92
                                        ? LandUseRole.PUBLIC
                                        : unit < 0.985 ? LandUseRole.GREEN : LandUseRole.WATER;
            case URBAN ->
                unit < 0.76
                        ? LandUseRole.URBAN_RESIDENTIAL
                        : unit < 0.82
                                ? LandUseRole.COMMERCIAL
                                : unit < 0.88
                                        ? LandUseRole.PUBLIC
                                        : unit < 0.90
                                                ? LandUseRole.INDUSTRIAL
                                                : unit < 0.97 ? LandUseRole.GREEN : LandUseRole.WATER;
            case SUBURB ->
                unit < 0.64
                        ? LandUseRole.RURAL_RESIDENTIAL
                        : unit < 0.67
                                ? LandUseRole.PUBLIC
                                : unit < 0.71
                                        ? LandUseRole.INDUSTRIAL
                                        : unit < 0.76 ? LandUseRole.GREEN : districts.nature(x / 2, y / 2);
            case COUNTRY -> districts.nature(x / 2, y / 2);
        };
    }
}
