/**
 * What is at a place: the building or public space that contains it, or else what is nearest, with distances in metres
 * on the ellipsoid and bearings from true north. Answers from the index alone.
 */
@NullMarked
package org.diachi.search.reverse;

import org.jspecify.annotations.NullMarked;
