package org.diachi.wms.map;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.diachi.pack.grid.Box;
import org.diachi.pack.grid.Grid;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;

/**
 * The screen of a frame in any other system: exact at the nodes of a mesh, in between by the four around (bilinear). The mesh
 * is the same for all frames of a system and a size of pixels, so that a place has the same pixel in tiles and in large
 * pictures; its cells are looked up as places in them are met, inside and outside of the frame.
 */
final class MeshScreen extends Screen {

    private static final Crs MERCATOR = Crs.of(WEB_MERCATOR);

    private final MapFrame frame;
    private final Box seen;
    private final double stepsPerPixel;

    /** A cell has so many bits of a coordinate. */
    private final int bits;

    /** Pixels of the four corners of each cell that was met: upper left, upper right, lower left, lower right. */
    private final Map<Long, double[]> cells = new HashMap<>();

    private long lastKey;
    private double @Nullable [] lastCell;

    private MeshScreen(MapFrame frame, Box seen, Curvature curvature) {
        this.frame = frame;
        this.seen = seen;
        this.stepsPerPixel = frame.unitsPerPixelX() / curvature.unitsPerStep();
        this.bits = curvature.cellBits(frame.unitsPerPixelX(), frame.unitsPerPixelY());
    }

    static Optional<Screen> ofMesh(MapFrame frame, Box data, double margin) {
        Box around = FrameBox.of(frame, margin, MERCATOR)
                .map(box -> Box.ofMetres(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()))
                .orElse(null);
        Box seen = around == null ? data : intersection(around, data);
        return seen == null
                ? Optional.empty()
                : Optional.of(new MeshScreen(frame, seen, Curvature.of(frame.crs(), data)));
    }

    private static @Nullable Box intersection(Box one, Box other) {
        return one.intersects(other)
                ? new Box(
                        Math.max(one.minX(), other.minX()),
                        Math.max(one.minY(), other.minY()),
                        Math.min(one.maxX(), other.maxX()),
                        Math.min(one.maxY(), other.maxY()))
                : null;
    }

    @Override
    public Box box(double margin) {
        return seen;
    }

    @Override
    public double stepsPerPixel() {
        return stepsPerPixel;
    }

    @Override
    public double metresPerPixel() {
        double y = -Grid.metres(((double) seen.minY() + seen.maxY()) / 2) / (Grid.HALF_WIDTH / Math.PI);
        return Grid.metres(stepsPerPixel) / Math.cosh(y);
    }

    @Override
    public void toPixels(int[] xy, int points, int shift, double[] pixels, int from) {
        double cellsPerStep = 1.0 / (1L << bits);
        for (int i = 0; i < 2 * points; i += 2) {
            long x = (long) xy[i] << shift;
            long y = (long) xy[i + 1] << shift;
            long column = x >> bits;
            long row = y >> bits;
            double[] cell = cell(column, row);
            double right = (x - (column << bits)) * cellsPerStep;
            double down = (y - (row << bits)) * cellsPerStep;
            for (int axis = 0; axis < 2; axis++) {
                double above = cell[axis] + right * (cell[2 + axis] - cell[axis]);
                double below = cell[4 + axis] + right * (cell[6 + axis] - cell[4 + axis]);
                pixels[from + i + axis] = above + down * (below - above);
            }
        }
    }

    private double[] cell(long column, long row) {
        long key = column << 32 ^ row & 0xffffffffL;
        double[] cell = lastCell;
        if (cell == null || key != lastKey) {
            cell = cells.computeIfAbsent(key, missing -> corners(column, row));
            lastCell = cell;
            lastKey = key;
        }
        return cell;
    }

    private double[] corners(long column, long row) {
        double[] xy = new double[8];
        for (int corner = 0; corner < 4; corner++) {
            xy[2 * corner] = Grid.metres(column + corner % 2 << bits);
            xy[2 * corner + 1] = -Grid.metres(row + corner / 2 << bits);
        }
        CrsTransform.between(MERCATOR, frame.crs()).apply(xy, 4);
        for (int i = 0; i < xy.length; i += 2) {
            xy[i] = frame.pixelX(xy[i]);
            xy[i + 1] = frame.pixelY(xy[i + 1]);
        }
        return xy;
    }
}
