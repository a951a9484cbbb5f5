/** Marks, icons and patterns: what is drawn at a point, or repeated over an area. Knows symbols and the rasteriser only. */
@NullMarked
package org.diachi.portrayal.mark;

import org.jspecify.annotations.NullMarked;
