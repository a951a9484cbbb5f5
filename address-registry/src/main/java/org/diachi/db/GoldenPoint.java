package org.diachi.db;

/**
 * A point whose coordinates are known in the storage CRS of a city and on the globe, to tell a right transform from a
 * wrong one.
 *
 * @param epsg the storage CRS
 * @param x easting in it, metres
 * @param y northing in it, metres
 * @param longitude degrees east, WGS 84
 * @param latitude degrees north, WGS 84
 */
public record GoldenPoint(int epsg, double x, double y, double longitude, double latitude) {}
