/**
 * The land-use statement: what applies to a piece of land, with areas.
 *
 * <p>It accepts a valid geometry in the storage CRS and a state of the register. Areas and shares are computed there, in the
 * official projected CRS, with floating precision; shares of a plan's zones, its slivers and what lies outside of all zones,
 * less what zones share, are 100 %. Geometries of the register that are not valid are mended before they count. What
 * would take too long is refused.
 */
@NullMarked
package org.diachi.landuse.statement;

import org.jspecify.annotations.NullMarked;
