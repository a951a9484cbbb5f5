/**
 * Geometry in whole numbers of Web Mercator: the grid, shapes on it, their order along a Hilbert curve, their
 * generalisation that keeps shared borders shared, and how they are written in few bytes.
 */
@NullMarked
package org.diachi.pack.grid;

import org.jspecify.annotations.NullMarked;
