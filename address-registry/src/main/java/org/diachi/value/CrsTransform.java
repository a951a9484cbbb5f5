package org.diachi.value;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;

/**
 * Takes coordinates from one system to another, always x, y. The path of every datum goes through WGS 84 by the shift
 * the catalogue gives it (for VN-2000 EPSG:6960), the same as in the database. Thread-safe; one per pair of systems.
 */
public final class CrsTransform {

    /** Bounded by the catalogue: one entry per pair of its systems that was asked for. */
    private static final ConcurrentMap<Long, CrsTransform> BY_PAIR = new ConcurrentHashMap<>();

    private final Crs from;
    private final Crs to;

    /** Null when both systems have the same coordinates. */
    private final @Nullable MathTransform math;

    private CrsTransform(Crs from, Crs to) {
        this.from = from;
        this.to = to;
        this.math = from.epsg() == to.epsg() ? null : find(from, to);
    }

    /** The transform between two systems. */
    public static CrsTransform between(Crs from, Crs to) {
        Long pair = (long) from.epsg() << 32 | to.epsg();
        CrsTransform known = BY_PAIR.get(pair);
        return known != null ? known : BY_PAIR.computeIfAbsent(pair, p -> new CrsTransform(from, to));
    }

    private static MathTransform find(Crs from, Crs to) {
        try {
            return CRS.findMathTransform(
                    from.definition().system(), to.definition().system());
        } catch (FactoryException e) {
            throw new IllegalStateException("No transform from " + from + " to " + to, e);
        }
    }

    /** Whether coordinates stay as they are. */
    public boolean isIdentity() {
        return math == null;
    }

    /**
     * The geometry in the target system, with its SRID; other dimensions and the original are left alone. Where nothing
     * changes the geometry itself is returned.
     *
     * @throws CoordinateOutOfRangeException if a coordinate has no image in the target system
     */
    public Geometry apply(Geometry geometry) {
        if (math == null && geometry.getSRID() == to.epsg()) {
            return geometry;
        }
        Geometry result = geometry.copy();
        if (math != null) {
            result.apply(new SequenceTransform(this));
        }
        setSrid(result);
        return result;
    }

    private void setSrid(Geometry geometry) {
        geometry.setSRID(to.epsg());
        if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                setSrid(geometry.getGeometryN(i));
            }
        }
    }

    /**
     * Transforms coordinates in place.
     *
     * @param xy x0, y0, x1, y1, …
     * @param points how many
     * @throws CoordinateOutOfRangeException if a coordinate has no image in the target system
     */
    public void apply(double[] xy, int points) {
        if (math == null) {
            return;
        }
        requireOnEarth(xy, points);
        try {
            math.transform(xy, 0, xy, 0, points);
        } catch (TransformException | IllegalArgumentException e) {
            // GeoTools fails in either way, the latter while it writes its message about an absurd angle.
            throw new CoordinateOutOfRangeException("No image in " + to + " for a coordinate in " + from, e);
        }
        requireFinite(xy, points);
    }

    /** Latitudes beyond the poles and longitudes beyond a whole turn would be folded to some wrong place. */
    private void requireOnEarth(double[] xy, int points) {
        requireFinite(xy, points);
        if (from.isGeographic()) {
            for (int i = 0; i < points; i++) {
                if (Math.abs(xy[2 * i]) > 360 || Math.abs(xy[2 * i + 1]) > 90) {
                    throw new CoordinateOutOfRangeException("Not a longitude, latitude in degrees: " + xy[2 * i] + ", "
                            + xy[2 * i + 1] + " in " + from);
                }
            }
        }
    }

    private void requireFinite(double[] xy, int points) {
        for (int i = 0; i < 2 * points; i++) {
            if (!Double.isFinite(xy[i])) {
                throw new CoordinateOutOfRangeException(
                        "A coordinate is not a finite number, or has no image, from " + from + " to " + to);
            }
        }
    }
}
