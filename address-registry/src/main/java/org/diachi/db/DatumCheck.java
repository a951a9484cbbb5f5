package org.diachi.db;

import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import net.postgis.jdbc.PGgeometry;
import net.postgis.jdbc.geometry.Point;
import org.diachi.city.GoldenPoint;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Refuses a registry whose coordinates would come out wrong. A wrong datum transform is silent: maps look right and
 * boundaries are off by half a metre to 225 m.
 */
public final class DatumCheck {

    private final JdbcTemplate jdbc;
    private final UnaryOperator<Coordinate> toLongitudeLatitude;

    /**
     * Makes the check of one database and one transform of ours.
     *
     * @param jdbc the database, already migrated
     * @param toLongitudeLatitude the transform used in Java, from easting and northing in the storage CRS to longitude
     *     and latitude in degrees
     */
    public DatumCheck(JdbcTemplate jdbc, UnaryOperator<Coordinate> toLongitudeLatitude) {
        this.jdbc = jdbc;
        this.toLongitudeLatitude = toLongitudeLatitude;
    }

    /**
     * Transforms the point in SQL and in Java.
     *
     * @throws DatabaseSetupException if either is further off than the point tolerates; the message says which, and how far
     */
    public void verify(GoldenPoint point) {
        require("PostGIS (ST_Transform)", point, inSql(point));
        require("Java", point, toLongitudeLatitude.apply(new Coordinate(point.x(), point.y())));
    }

    private Coordinate inSql(GoldenPoint point) {
        String sql = "SELECT ST_Transform(ST_SetSRID(ST_MakePoint(?, ?), ?), 4326)";
        PGgeometry globe = jdbc.queryForObject(
                sql, PGgeometry.class, point.x(), point.y(), point.crs().epsg());
        Point found = Objects.requireNonNull(globe).getGeometry().getFirstPoint();
        return new Coordinate(found.getX(), found.getY());
    }

    private static void require(String side, GoldenPoint point, Coordinate found) {
        double metres = point.deviationMetres(found.x, found.y);
        // Not written as "off > tolerance": a transform that gives NaN must fail too.
        if (!(metres <= point.toleranceMetres())) {
            throw new DatabaseSetupException(String.format(
                    Locale.ROOT,
                    "%s puts the golden point of EPSG:%d (%s, %s) %.3f m away from where it is. Coordinates would be"
                            + " wrong everywhere, so nothing is started. The definition of the CRS, its datum shift or"
                            + " the golden point in the city's profile is not right.",
                    side,
                    point.crs().epsg(),
                    point.x(),
                    point.y(),
                    metres));
        }
    }
}
