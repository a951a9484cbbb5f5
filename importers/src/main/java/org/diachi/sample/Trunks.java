package org.diachi.sample;

/**
 * Where the main drains run: along the lines between columns of quarters, from the outermost built quarter down to the
 * nearest river. Their levels depend only on the distance from the river, so every drain falls.
 */
final class Trunks {
    /** Fall in metres along the height of one quarter, about one in a thousand. */
    private static final double FALL = 0.28;

    private static final double LEVEL_AT_RIVER = 0.4;

    private final CityGrid grid;
    private final Districts districts;
    private final short[] upstream;

    Trunks(CityGrid grid, Districts districts) {
        this.grid = grid;
        this.districts = districts;
        this.upstream = new short[(grid.columns() + 1) * grid.rows()];
        for (int river = 0; river < grid.rows(); river++) {
            for (int line = 0; grid.isRiver(river) && line <= grid.columns(); line++) {
                grow(line, river, 1);
                grow(line, river, -1);
            }
        }
    }

    /** How many quarters of the trunk along this line drain through this row, itself included; 0 if there is none. */
    int upstream(int line, int row) {
        boolean outside = line < 0 || line > grid.columns() || row < 0 || row >= grid.rows();
        return outside ? 0 : upstream[row * (grid.columns() + 1) + line];
    }

    /** Whether the trunk has water from a built quarter beside it, not only from further up. */
    boolean isServing(int line, int row) {
        return districts.isBuilt(line - 1, row) || districts.isBuilt(line, row);
    }

    /** Whether drains of this row flow south, to a river below. */
    boolean flowsSouth(int row) {
        return row > grid.nearestRiver(row);
    }

    /** Whether the half of a row that lies further from the river would touch the basin of another river. */
    boolean isWatershed(int row) {
        int further = flowsSouth(row) ? row + 1 : row - 1;
        return further >= 0 && further < grid.rows() && grid.nearestRiver(further) != grid.nearestRiver(row);
    }

    /** The row through which a manhole of a trunk drains, or −1 if there is no manhole; position in half quarters. */
    int rowOf(int line, int position) {
        int below = Math.floorDiv(position - 1, 2);
        int above = position / 2;
        if (position % 2 != 0) {
            return upstream(line, below) > 0 ? below : -1;
        }
        boolean fromBelow =
                upstream(line, below) > 0 && (flowsSouth(below) ? !isWatershed(below) : grid.isRiver(above));
        boolean fromAbove =
                upstream(line, above) > 0 && (flowsSouth(above) ? grid.isRiver(below) : !isWatershed(above));
        return fromBelow ? below : fromAbove ? above : -1;
    }

    /** The invert level in metres of a trunk at a height on the lattice, in the basin of a row. */
    double level(double v, int row) {
        int river = grid.nearestRiver(row);
        return LEVEL_AT_RIVER + FALL * Math.max(0, flowsSouth(row) ? v - river - 1 : river - v);
    }

    private void grow(int line, int river, int step) {
        int last = river;
        int row = river + step;
        while ((grid.contains(line - 1, row) || grid.contains(line, row)) && grid.nearestRiver(row) == river) {
            if (isServing(line, row)) {
                last = row;
            }
            row += step;
        }
        for (int r = river + step; step * (last - r) >= 0; r += step) {
            upstream[r * (grid.columns() + 1) + line] = (short) (step * (last - r) + 1);
        }
    }
}
