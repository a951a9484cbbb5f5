package org.diachi.mapping;

import java.util.List;
import java.util.function.Function;
import org.diachi.issue.InvalidGeometry;
import org.diachi.issue.RepairedGeometry;
import org.diachi.issue.RowIssue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Lets valid geometries through and mends those that can be mended safely: where mending keeps the kind of geometry and
 * changes its area by no more than {@link #TOLERATED_CHANGE}.
 */
final class GeometryCheck {

    /** Share of the area by which a mended polygon may differ from what was drawn. */
    static final double TOLERATED_CHANGE = 0.01;

    private GeometryCheck() {}

    /**
     * The geometry to use, or null if it must be refused; says what was wrong with it.
     *
     * @param toStorage to the storage CRS, to show what is refused; null where that is impossible
     */
    static @Nullable Geometry check(
            Geometry drawn, List<RowIssue> issues, Function<Geometry, @Nullable Geometry> toStorage) {
        Geometry geometry = unwrap(drawn);
        if (geometry.isEmpty()) {
            issues.add(new InvalidGeometry("The geometry is empty", null));
            return null;
        }
        if (geometry.getDimension() == 0 || ConvexOutline.is(geometry)) {
            return geometry;
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error == null) {
            return geometry;
        }
        String place = place(error.getCoordinate());
        Geometry fixed = unwrap(GeometryFixer.fix(geometry));
        if (fixed.isEmpty() || fixed.getDimension() != geometry.getDimension() || !isSafe(geometry, fixed)) {
            issues.add(new InvalidGeometry(error.getMessage(), place, site(geometry, error, toStorage)));
            return null;
        }
        issues.add(new RepairedGeometry(error.getMessage(), place));
        fixed.setSRID(geometry.getSRID());
        return fixed;
    }

    /** What can be shown of a refused geometry: itself, or the point of the error where it is too short to be stored. */
    private static @Nullable Geometry site(
            Geometry geometry, TopologyValidationError error, Function<Geometry, @Nullable Geometry> toStorage) {
        return switch (error.getErrorType()) {
            case TopologyValidationError.INVALID_COORDINATE -> null;
            case TopologyValidationError.TOO_FEW_POINTS ->
                toStorage.apply(geometry.getFactory().createPoint(error.getCoordinate()));
            default -> toStorage.apply(geometry);
        };
    }

    private static boolean isSafe(Geometry drawn, Geometry fixed) {
        if (drawn.getDimension() < 2) {
            return true;
        }
        double area = fixed.getArea();
        // The area of a self-crossing ring counts loops against one another: the drawn ring must agree with the result.
        return Math.abs(drawn.getArea() - area) <= TOLERATED_CHANGE * area;
    }

    /** A collection of one is that one. */
    private static Geometry unwrap(Geometry geometry) {
        return geometry instanceof GeometryCollection && geometry.getNumGeometries() == 1
                ? geometry.getGeometryN(0)
                : geometry;
    }

    static @Nullable String place(@Nullable Coordinate coordinate) {
        return coordinate == null ? null : coordinate.x + " " + coordinate.y;
    }
}
