package org.diachi.wms.map;

import java.util.Optional;
import org.diachi.pack.grid.Box;
import org.diachi.pack.grid.Grid;
import org.diachi.value.CoordinateOutOfRangeException;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;

/**
 * The screen of a frame in any other system: exact at the nodes of a mesh, in between by the four around (bilinear), with as
 * many nodes as keep the error below a fiftieth of a pixel.
 */
final class MeshScreen extends Screen {

    private static final int FEWEST_CELLS = 4;
    private static final int MOST_CELLS = 128;
    private static final double TOLERANCE = 0.02;

    /** How many places of the frame are looked at, each way, to find where it lies. */
    private static final int SAMPLES = 16;

    private static final Crs MERCATOR = Crs.of(WEB_MERCATOR);

    private final MapFrame frame;
    private final Box mesh;
    private final int cells;
    private final double[] nodes;

    private MeshScreen(MapFrame frame, Box mesh, int cells, double[] nodes) {
        this.frame = frame;
        this.mesh = mesh;
        this.cells = cells;
        this.nodes = nodes;
    }

    static Optional<Screen> ofMesh(MapFrame frame, Box data, double margin) {
        Box seen = boxOf(frame, margin);
        Box mesh = seen == null ? data : intersection(seen, data);
        if (mesh == null || mesh.minX() == mesh.maxX() || mesh.minY() == mesh.maxY()) {
            return Optional.empty();
        }
        for (int cells = FEWEST_CELLS; ; cells *= 2) {
            double[] nodes = nodes(frame, mesh, cells);
            MeshScreen screen = new MeshScreen(frame, mesh, cells, nodes);
            if (cells == MOST_CELLS || screen.error() < TOLERANCE) {
                return Optional.of(screen);
            }
        }
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

    /** The box of the frame on the grid; null if some of the frame has no place on earth. */
    private static @Nullable Box boxOf(MapFrame frame, double margin) {
        int side = SAMPLES + 1;
        double[] xy = new double[2 * side * side];
        double width = frame.width() + 2 * margin;
        double height = frame.height() + 2 * margin;
        for (int i = 0; i < side * side; i++) {
            double pixelX = -margin + width * (i % side) / SAMPLES;
            double pixelY = -margin + height * (i / side) / SAMPLES;
            xy[2 * i] = frame.box().getMinX() + pixelX * frame.unitsPerPixelX();
            xy[2 * i + 1] = frame.box().getMaxY() - pixelY * frame.unitsPerPixelY();
            if (frame.crs().isGeographic() && Math.abs(xy[2 * i + 1]) > 85) {
                return null;
            }
        }
        try {
            CrsTransform.between(frame.crs(), MERCATOR).apply(xy, side * side);
        } catch (CoordinateOutOfRangeException e) {
            return null;
        }
        return around(xy, side * side);
    }

    private static Box around(double[] metres, int points) {
        double west = metres[0];
        double east = west;
        double south = metres[1];
        double north = south;
        for (int i = 1; i < points; i++) {
            west = Math.min(west, metres[2 * i]);
            east = Math.max(east, metres[2 * i]);
            south = Math.min(south, metres[2 * i + 1]);
            north = Math.max(north, metres[2 * i + 1]);
        }
        // The edges between two samples bend outwards by less than this.
        double spareX = (east - west) / 100;
        double spareY = (north - south) / 100;
        return Box.ofMetres(west - spareX, south - spareY, east + spareX, north + spareY);
    }

    /** Pixels of the nodes, row by row. */
    private static double[] nodes(MapFrame frame, Box mesh, int cells) {
        int side = cells + 1;
        double[] xy = new double[2 * side * side];
        for (int i = 0; i < side * side; i++) {
            xy[2 * i] = gridX(mesh, (double) (i % side) / cells);
            xy[2 * i + 1] = gridY(mesh, (double) (i / side) / cells);
        }
        toPixelsExactly(frame, xy, side * side);
        return xy;
    }

    private static double gridX(Box mesh, double share) {
        return mesh.minX() + share * ((double) mesh.maxX() - mesh.minX());
    }

    private static double gridY(Box mesh, double share) {
        return mesh.minY() + share * ((double) mesh.maxY() - mesh.minY());
    }

    private static void toPixelsExactly(MapFrame frame, double[] xy, int points) {
        for (int i = 0; i < points; i++) {
            xy[2 * i] = Grid.metres(xy[2 * i]);
            xy[2 * i + 1] = -Grid.metres(xy[2 * i + 1]);
        }
        CrsTransform.between(MERCATOR, frame.crs()).apply(xy, points);
        for (int i = 0; i < points; i++) {
            xy[2 * i] = frame.pixelX(xy[2 * i]);
            xy[2 * i + 1] = frame.pixelY(xy[2 * i + 1]);
        }
    }

    /** The greatest distance in pixels between what the middles of cells are taken for and where they are. */
    private double error() {
        double[] exact = new double[2 * cells * cells];
        int[] grid = new int[2 * cells * cells];
        for (int i = 0; i < cells * cells; i++) {
            grid[2 * i] = (int) gridX(mesh, (i % cells + 0.5) / cells);
            grid[2 * i + 1] = (int) gridY(mesh, (i / cells + 0.5) / cells);
            exact[2 * i] = grid[2 * i];
            exact[2 * i + 1] = grid[2 * i + 1];
        }
        toPixelsExactly(frame, exact, cells * cells);
        double[] taken = new double[exact.length];
        toPixels(grid, cells * cells, 0, taken, 0);
        double most = 0;
        for (int i = 0; i < exact.length; i++) {
            most = Math.max(most, Math.abs(exact[i] - taken[i]));
        }
        return most;
    }

    @Override
    public Box box(double margin) {
        return mesh;
    }

    @Override
    public double stepsPerPixel() {
        int middle = 2 * ((cells / 2) * (cells + 1) + cells / 2);
        double pixels = Math.hypot(nodes[middle + 2] - nodes[middle], nodes[middle + 3] - nodes[middle + 1]);
        return ((double) mesh.maxX() - mesh.minX()) / cells / pixels;
    }

    @Override
    public double metresPerPixel() {
        double y = -Grid.metres(gridY(mesh, 0.5)) / (Grid.HALF_WIDTH / Math.PI);
        return Grid.metres(stepsPerPixel()) / Math.cosh(y);
    }

    @Override
    public void toPixels(int[] xy, int points, int shift, double[] pixels, int from) {
        double cellsPerStepX = cells / ((double) mesh.maxX() - mesh.minX());
        double cellsPerStepY = cells / ((double) mesh.maxY() - mesh.minY());
        for (int i = 0; i < 2 * points; i += 2) {
            double x = (((long) xy[i] << shift) - (double) mesh.minX()) * cellsPerStepX;
            double y = (((long) xy[i + 1] << shift) - (double) mesh.minY()) * cellsPerStepY;
            // Beyond the mesh its outermost cells go on.
            int column = Math.max(0, Math.min(cells - 1, (int) Math.floor(x)));
            int row = Math.max(0, Math.min(cells - 1, (int) Math.floor(y)));
            double right = x - column;
            double down = y - row;
            int upper = 2 * (row * (cells + 1) + column);
            int lower = upper + 2 * (cells + 1);
            for (int axis = 0; axis < 2; axis++) {
                double above = nodes[upper + axis] + right * (nodes[upper + 2 + axis] - nodes[upper + axis]);
                double below = nodes[lower + axis] + right * (nodes[lower + 2 + axis] - nodes[lower + axis]);
                pixels[from + i + axis] = above + down * (below - above);
            }
        }
    }
}
