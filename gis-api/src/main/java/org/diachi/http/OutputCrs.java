package org.diachi.http;

import java.util.Objects;
import org.diachi.geojson.GeometryWriter;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import tools.jackson.core.JsonGenerator;

/**
 * The system of the geometries on the wire.
 *
 * @param crs the system
 * @param storage the system of the register
 * @param transform from the storage CRS to this one
 * @param offset by how much lines may be off where they are simplified, in the unit of the storage CRS; 0 for as they are
 */
public record OutputCrs(Crs crs, Crs storage, CrsTransform transform, double offset) {

    /** For geometries that are as they shall be. */
    public static final OutputCrs UNCHANGED = of(Crs.CRS84, Crs.CRS84);

    private static final int DECIMALS_OF_DEGREES = 8;
    private static final int DECIMALS_OF_METRES = 3;

    /** A system on the wire for a register. */
    static OutputCrs of(Crs crs, Crs storage) {
        return new OutputCrs(crs, storage, CrsTransform.between(storage, crs), 0);
    }

    /** The same system, with geometries that are simplified: lines are off by no more than so many metres. */
    public OutputCrs simplifiedTo(double metres) {
        return new OutputCrs(crs, storage, transform, metres / storage.metresPerUnit());
    }

    /** A stored geometry as simple as was asked for. It stays valid, and lines keep their ends. */
    public @Nullable Geometry simplified(@Nullable Geometry stored) {
        return stored == null || offset == 0 || stored.getDimension() == 0
                ? stored
                : TopologyPreservingSimplifier.simplify(stored, offset);
    }

    /** How many decimals are a millimetre or less. */
    public int decimals() {
        return crs.isGeographic() ? DECIMALS_OF_DEGREES : DECIMALS_OF_METRES;
    }

    /** Writes geometries of the storage CRS in this system. For one answer. */
    public GeometryWriter writer(JsonGenerator json) {
        return new GeometryWriter(json, transform, crs.isLatitudeFirst(), decimals());
    }

    /** The geometry in this system, x before y. */
    public Geometry apply(Geometry stored) {
        return transform.apply(Objects.requireNonNull(simplified(stored)));
    }

    /** The geometry in this system as it goes over the wire: in the authority's axis order, rounded. */
    public Geometry toWire(Geometry stored) {
        Geometry result = transform.apply(stored).copy();
        double scale = Math.pow(10, decimals());
        result.apply(new EachPosition((points, i) -> {
            double x = Math.round(points.getX(i) * scale) / scale;
            double y = Math.round(points.getY(i) * scale) / scale;
            set(points, i, x, y);
        }));
        return result;
    }

    /** The geometry with its two axes changed about, if the authority of this system puts latitude first. */
    public Geometry flipped(Geometry geometry) {
        Geometry result = geometry.copy();
        result.apply(new EachPosition((points, i) -> set(points, i, points.getX(i), points.getY(i))));
        return result;
    }

    private void set(CoordinateSequence points, int i, double x, double y) {
        points.setOrdinate(i, 0, crs.isLatitudeFirst() ? y : x);
        points.setOrdinate(i, 1, crs.isLatitudeFirst() ? x : y);
    }

    /** The value of the header Content-Crs. */
    public String header() {
        return "<" + crs.uri() + ">";
    }

    private interface PositionChange {
        void change(CoordinateSequence points, int i);
    }

    private record EachPosition(PositionChange change) implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence points, int i) {
            change.change(points, i);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
