package org.diachi.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Geometries on their way between rows and JTS, binary in both directions. Thread-safe. */
public final class Geometries {

    private final GeometryFactory factory;

    /**
     * Geometries in one CRS.
     *
     * @param srid said of every geometry that is read
     */
    public Geometries(int srid) {
        this.factory = new GeometryFactory(new PrecisionModel(), srid);
    }

    /** Makes geometries of this CRS. */
    public GeometryFactory factory() {
        return factory;
    }

    /** The geometry in a column selected with {@code ST_AsBinary}, or null. */
    public @Nullable Geometry read(ResultSet row, String column) throws SQLException {
        byte[] wkb = row.getBytes(column);
        if (wkb == null) {
            return null;
        }
        try {
            return new WKBReader(factory).read(wkb);
        } catch (ParseException e) {
            throw new SQLException("The column " + column + " has no geometry: " + e.getMessage(), e);
        }
    }

    /** A value for {@code ST_GeomFromEWKB(?)}, with the geometry's SRID. */
    public static byte[] ewkb(Geometry geometry) {
        return new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true).write(geometry);
    }
}
