/**
 * Geometry from the bytes and texts of file formats, always as plane x, y coordinates: Z and M are dropped and circular
 * arcs become short straight lines. It tolerates geometries that are not valid, and refuses, one by one, those that
 * cannot be built at all.
 */
@NullMarked
package org.diachi.source.geometry;

import org.jspecify.annotations.NullMarked;
