package org.diachi.http.geojson;

import java.util.List;
import java.util.Set;
import org.diachi.http.OutputCrs;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.value.CoordinateOutOfRangeException;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Takes geometries of callers to the storage CRS. */
public final class StoredGeometry {

    private static final String POINTER = "/geometry";
    private static final Set<String> TYPES = Set.of(
            Geometry.TYPENAME_POINT,
            Geometry.TYPENAME_LINESTRING,
            Geometry.TYPENAME_MULTILINESTRING,
            Geometry.TYPENAME_POLYGON,
            Geometry.TYPENAME_MULTIPOLYGON);

    private StoredGeometry() {}

    /**
     * The geometry in the storage CRS.
     *
     * @param told in the axis order of its system
     * @throws ProblemException if it is missing, of a type that no object has, not valid or out of reach
     */
    public static Geometry read(@Nullable Geometry told, OutputCrs crs) {
        if (told == null || told.isEmpty()) {
            throw refuse("is missing; an object has a position");
        }
        if (!TYPES.contains(told.getGeometryType())) {
            throw refuse("is a " + told.getGeometryType() + "; give a Point, line or polygon");
        }
        return readAny(told, crs);
    }

    /**
     * Some ground in the storage CRS.
     *
     * @param told in the axis order of its system
     * @param pointer where it stands in the body, as RFC 6901 has it
     * @throws ProblemException if it is none, not valid or out of reach
     */
    public static Geometry readArea(Geometry told, OutputCrs crs, String pointer) {
        if (told.isEmpty() || !(told instanceof Polygonal)) {
            throw refuse(pointer, "is a " + told.getGeometryType() + "; give a Polygon or a MultiPolygon with ground");
        }
        return readAny(told, crs, pointer);
    }

    /**
     * A geometry of whatever type in the storage CRS.
     *
     * @param told in the axis order of its system
     * @throws ProblemException if it is not valid or out of reach
     */
    public static Geometry readAny(Geometry told, OutputCrs crs) {
        return readAny(told, crs, POINTER);
    }

    private static Geometry readAny(Geometry told, OutputCrs crs, String pointer) {
        TopologyValidationError error = new IsValidOp(told).getValidationError();
        if (error != null) {
            throw refuse(
                    pointer,
                    "is not valid: " + error.getMessage() + " at " + error.getCoordinate().x + ", "
                            + error.getCoordinate().y);
        }
        try {
            return CrsTransform.between(crs.crs(), crs.storage()).apply(crs.flipped(told));
        } catch (CoordinateOutOfRangeException e) {
            throw refuse(pointer, "is out of reach: " + e.getMessage());
        }
    }

    /** The point that stands for a shape: itself, or one inside. */
    public static Point position(Geometry shape) {
        Point position = shape instanceof Point point ? point : shape.getInteriorPoint();
        position.setSRID(shape.getSRID());
        return position;
    }

    /** A geometry that the register cannot take. */
    public static ProblemException refuse(String detail) {
        return refuse(POINTER, detail);
    }

    private static ProblemException refuse(String pointer, String detail) {
        return new ProblemException(Problem.ofErrors(
                ProblemType.UNPROCESSABLE,
                "The member " + pointer + " " + detail + ".",
                List.of(new Problem.MemberError(pointer, detail))));
    }
}
