/** Measures the rasteriser and the PNG encoder beside Java2D and ImageIO, on the same shapes in one run. */
@NullMarked
package org.diachi.bench.raster;

import org.jspecify.annotations.NullMarked;
