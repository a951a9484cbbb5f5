/**
 * Writes geometries of the storage CRS as GeoJSON (RFC 7946), straight from JTS to bytes: in another system, in its axis
 * order, rounded. Knows nothing of the register.
 */
@NullMarked
package org.diachi.geojson;

import org.jspecify.annotations.NullMarked;
