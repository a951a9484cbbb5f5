/**
 * The values everything else is made of: address codes, external identifiers, periods, positions and coordinate
 * reference systems. The only package that knows EPSG codes, axis orders and units. Values check themselves when they
 * are made and never change; coordinates in geometries are always x, y: easting, northing or longitude, latitude.
 */
@NullMarked
package org.diachi.value;

import org.jspecify.annotations.NullMarked;
