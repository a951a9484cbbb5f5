/**
 * Whether the zones of one plan fit one another: overlaps, gaps, slivers, bow-ties and duplicates.
 *
 * <p>Takes zones as they are, in the storage CRS, valid or not; finds every fault once, each with the place that it
 * covers. Gaps are ground that zones enclose: whether the outer border of a plan is the right one, nobody can tell from
 * its zones. Works in memory, with about 1 kB for each zone.
 */
@NullMarked
package org.diachi.landuse.coverage;

import org.jspecify.annotations.NullMarked;
