/**
 * Writes features to files and streams: GeoPackage, FlatGeobuf, GeoJSON, GeoJSONSeq and CSV.
 *
 * <p>Every writer takes one feature at a time, keeps none of them, and writes the same bytes for the same features.
 * Coordinates are written as they come, x before y (easting or longitude first), in the CRS that the
 * {@link org.diachi.export.FeatureType} names; nothing is reprojected here. A value that does not fit its field is a
 * fault of the caller and throws {@link IllegalArgumentException}.
 */
@NullMarked
package org.diachi.export;

import org.jspecify.annotations.NullMarked;
