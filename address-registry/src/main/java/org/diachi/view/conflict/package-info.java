/**
 * What lies where it must not, by the rules of the city profile: pairs of objects with the ground that they share.
 *
 * <p>Kept for all days at once: a conflict holds while both of its objects do. Areas are in the storage CRS. Only what is
 * believed now is kept; geometries that are not valid are mended for the comparison.
 */
@NullMarked
package org.diachi.view.conflict;

import org.jspecify.annotations.NullMarked;
