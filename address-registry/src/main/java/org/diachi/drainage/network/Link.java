package org.diachi.drainage.network;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A pipe, culvert or channel as its source tells of it. "From" and "to" are the order in which it was digitised, not that
 * in which water flows.
 *
 * @param feature its id in the layer
 * @param id what its owner calls it
 * @param from the id of the node at its beginning
 * @param to the id of the node at its end
 * @param type such as {@code pipe}; empty if the source does not tell
 * @param section its cross section
 * @param fromInvertMetres level of its bottom at the beginning; NaN if not known
 * @param toInvertMetres level of its bottom at the end; NaN if not known
 * @param roughness Manning's n; NaN if not known
 * @param shape lines in the storage CRS; absent if it was not drawn
 * @param row of the file that it came from; 0 if it came from none
 */
public record Link(
        long feature,
        @Nullable String id,
        @Nullable String from,
        @Nullable String to,
        String type,
        CrossSection section,
        double fromInvertMetres,
        double toInvertMetres,
        double roughness,
        @Nullable Geometry shape,
        long row) {

    public Link {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(section, "section");
    }

    /** What to call it in an answer. */
    public String name() {
        return id == null ? "drainage-links/" + feature : id;
    }

    /** The length of the drawn line in the storage CRS, in metres; 0 if it was not drawn. */
    public double lengthMetres() {
        return shape == null ? 0 : shape.getLength();
    }

    /** The volume that it holds when full, in cubic metres; NaN if its section is not known. */
    public double volumeCubicMetres() {
        return section.areaSquareMetres() * lengthMetres();
    }

    /** Where it begins as it was drawn. */
    public @Nullable Coordinate first() {
        return shape == null || shape.isEmpty() ? null : shape.getCoordinate();
    }

    /** Where it ends as it was drawn. */
    public @Nullable Coordinate last() {
        if (shape == null || shape.isEmpty()) {
            return null;
        }
        Geometry part = shape.getGeometryN(shape.getNumGeometries() - 1);
        return part.getCoordinates()[part.getNumPoints() - 1];
    }

    /** Whether the inverts are known and rise from the beginning to the end. */
    public boolean isUphill() {
        return fromInvertMetres < toInvertMetres;
    }

    /** Whether both inverts are known. */
    public boolean hasInverts() {
        return !Double.isNaN(fromInvertMetres) && !Double.isNaN(toInvertMetres);
    }
}
