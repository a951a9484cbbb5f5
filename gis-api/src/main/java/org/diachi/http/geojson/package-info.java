/**
 * GeoJSON (RFC 7946) as this service writes and reads it, straight between rows and bytes.
 *
 * <p>Coordinates are in the order of the answer's system: longitude before latitude in CRS84, latitude first where the
 * authority says so. They are rounded to about a millimetre. Heights are not written.
 */
@NullMarked
package org.diachi.http.geojson;

import org.jspecify.annotations.NullMarked;
