/**
 * GeoJSON collections, single features and geometries, and text sequences of them (GeoJSONSeq, newline-delimited). Members
 * may come in any order, so a file is read twice: once to learn its fields and coordinate system, once for its rows.
 * Broken JSON and TopoJSON are refused; an odd feature or geometry is the problem of its row.
 */
@NullMarked
package org.diachi.source.geojson;

import org.jspecify.annotations.NullMarked;
