/**
 * Vector tiles out of packs (Mapbox Vector Tile specification 2.1): shapes of the level that fits, clipped with a buffer so
 * that no seams show, polygons valid in the whole numbers of the tile, attributes as the layer has them.
 */
@NullMarked
package org.diachi.pack.tile;

import org.jspecify.annotations.NullMarked;
