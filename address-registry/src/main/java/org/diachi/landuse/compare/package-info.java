/**
 * What becomes of the ground from one plan, day or layer to another.
 *
 * <p>It accepts two coverages of zones, each with overlaps and gaps as they come, and gives a transition matrix by code and
 * ward with the changed pieces. What only one of the two covers is a row or column of its own, so that the sums of rows
 * and columns are the areas that went in. One comparison runs at a time, apart from those who wait for it; the last few
 * are kept.
 */
@NullMarked
package org.diachi.landuse.compare;

import org.jspecify.annotations.NullMarked;
