package org.diachi.source;

import org.jspecify.annotations.Nullable;

/**
 * The columns of a table of text that hold a geometry: either two numbers or one well-known text.
 *
 * @param x easting or longitude
 * @param y northing or latitude
 * @param wkt well-known text, with or without a leading {@code SRID=n;}
 */
public record GeometryColumns(
        @Nullable String x, @Nullable String y, @Nullable String wkt) {

    /** Found by the names of the columns. */
    public static final GeometryColumns DETECT = new GeometryColumns(null, null, null);

    public GeometryColumns {
        if ((x == null) != (y == null)) {
            throw new IllegalArgumentException("A point needs both its x and its y column");
        }
        if (x != null && wkt != null) {
            throw new IllegalArgumentException("Name either an x and a y column or a WKT column, not both");
        }
    }

    /** Two columns of numbers, x (easting, longitude) first. */
    public static GeometryColumns ofPoint(String x, String y) {
        return new GeometryColumns(x, y, null);
    }

    /** One column of well-known text. */
    public static GeometryColumns ofWkt(String wkt) {
        return new GeometryColumns(null, null, wkt);
    }
}
