/** WMTS 1.0.0 at {@code /wmts}, by key-value pairs and by paths: the pictures of WMS in grids of tiles. */
@NullMarked
package org.diachi.wms.wmts;

import org.jspecify.annotations.NullMarked;
