package org.diachi.city;

import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;

/**
 * A point whose coordinates are known in two systems, by which the service proves at start-up that its transforms take
 * the intended path.
 *
 * @param crs the system of x and y
 * @param x easting, in the system's unit
 * @param y northing, in the system's unit
 * @param lon WGS 84 longitude in degrees
 * @param lat WGS 84 latitude in degrees
 * @param toleranceMetres how far the transformed point may be off
 */
public record GoldenPoint(Crs crs, double x, double y, double lon, double lat, double toleranceMetres) {

    private static final double EARTH_RADIUS = 6_378_137;

    /**
     * The distance in metres between the known position and a computed one.
     *
     * @param computedLon WGS 84 longitude in degrees
     * @param computedLat WGS 84 latitude in degrees
     */
    public double deviationMetres(double computedLon, double computedLat) {
        double north = Math.toRadians(computedLat - lat) * EARTH_RADIUS;
        double east = Math.toRadians(computedLon - lon) * EARTH_RADIUS * Math.cos(Math.toRadians(lat));
        return Math.hypot(north, east);
    }

    /** The deviation in metres of our own transform. */
    public double deviationMetres() {
        double[] xy = {x, y};
        CrsTransform.between(crs, Crs.CRS84).apply(xy, 1);
        return deviationMetres(xy[0], xy[1]);
    }
}
