package org.diachi.pack.grid;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;

/**
 * Reads well-known binary (OGC 06-103r4, 8.2, two dimensions, as {@code ST_AsBinary} gives it) of any CRS onto the grid.
 * A collection is read as what its first member is. To be used by one thread.
 */
public final class WkbShapes {

    /** What Web Mercator ends at; beyond it the formulas have no image. */
    private static final double EDGE = Grid.HALF_WIDTH;

    private final CrsTransform toMercator;
    private final ShapeBuilder builder = new ShapeBuilder();
    private double[] buffer = new double[256];

    /** A reader of geometries in a CRS. */
    public WkbShapes(Crs crs) {
        this.toMercator = CrsTransform.between(crs, Crs.of(3857));
    }

    /**
     * The geometry on the grid; empty where there is nothing left of it.
     *
     * @throws IllegalArgumentException if it is no WKB of points, lines, polygons or collections of them
     */
    public Optional<Shape> read(byte[] wkb) {
        builder.clear();
        ShapeKind kind = read(ByteBuffer.wrap(wkb), null);
        return kind == null || builder.points() == 0 ? Optional.empty() : Optional.of(builder.build(kind));
    }

    private @Nullable ShapeKind read(ByteBuffer wkb, @Nullable ShapeKind wanted) {
        wkb.order(wkb.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = wkb.getInt();
        return switch (type) {
            case 1 -> readPoint(wkb, wanted);
            case 2 -> readLine(wkb, wanted);
            case 3 -> readPolygon(wkb, wanted);
            case 4, 5, 6, 7 -> readMembers(wkb, wanted);
            default -> throw new IllegalArgumentException("Not a geometry of two dimensions: WKB type " + type);
        };
    }

    private @Nullable ShapeKind readMembers(ByteBuffer wkb, @Nullable ShapeKind wanted) {
        ShapeKind kind = wanted;
        int members = wkb.getInt();
        for (int i = 0; i < members; i++) {
            ShapeKind member = read(wkb, kind);
            kind = kind == null ? member : kind;
        }
        return kind;
    }

    private ShapeKind readPoint(ByteBuffer wkb, @Nullable ShapeKind wanted) {
        load(wkb, 1);
        if ((wanted == null || wanted == ShapeKind.POINT) && !Double.isNaN(buffer[0])) {
            addPoints(1);
            builder.endPart();
        }
        return ShapeKind.POINT;
    }

    private ShapeKind readLine(ByteBuffer wkb, @Nullable ShapeKind wanted) {
        int points = wkb.getInt();
        load(wkb, points);
        if (wanted == null || wanted == ShapeKind.LINE) {
            addPoints(points);
            if (builder.openPoints() > 1) {
                builder.endPart();
            } else {
                builder.dropPart();
            }
        }
        return ShapeKind.LINE;
    }

    private ShapeKind readPolygon(ByteBuffer wkb, @Nullable ShapeKind wanted) {
        int rings = wkb.getInt();
        boolean isWanted = wanted == null || wanted == ShapeKind.POLYGON;
        boolean hasOuter = false;
        for (int ring = 0; ring < rings; ring++) {
            int points = wkb.getInt();
            load(wkb, points);
            if (isWanted && (ring == 0 || hasOuter)) {
                boolean isKept = addRing(points, ring == 0);
                hasOuter |= ring == 0 && isKept;
            }
        }
        return ShapeKind.POLYGON;
    }

    private boolean addRing(int points, boolean isOuter) {
        addPoints(points);
        builder.openRing();
        double area = builder.openDoubleArea();
        if (area == 0) {
            builder.dropPart();
            return false;
        }
        if (area > 0 != isOuter) {
            builder.reversePart();
        }
        builder.endPart();
        return true;
    }

    private void load(ByteBuffer wkb, int points) {
        if (points < 0 || points > wkb.remaining() / 16) {
            throw new IllegalArgumentException("The geometry ends before its points do");
        }
        if (buffer.length < 2 * points) {
            buffer = new double[2 * points];
        }
        for (int i = 0; i < 2 * points; i++) {
            buffer[i] = wkb.getDouble();
        }
    }

    private void addPoints(int points) {
        toMercator.apply(buffer, points);
        for (int i = 0; i < points; i++) {
            double x = Math.max(-EDGE, Math.min(EDGE, buffer[2 * i]));
            double y = Math.max(-EDGE, Math.min(EDGE, buffer[2 * i + 1]));
            builder.addIfNew(Grid.x(x), Grid.y(y));
        }
    }
}
