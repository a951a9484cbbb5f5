/**
 * OGC API Features, parts 1 to 3, over every collection: addresses, places and the map layers.
 *
 * <p>Restricted layers are not there for callers whose key does not open them. Dates of {@code datetime} are legal time,
 * to the day, as they are written; the offset of an instant is not looked at.
 * Filters are read by {@link org.diachi.filter}; what a caller may not see can be neither asked for nor sorted by.
 */
@NullMarked
package org.diachi.ogc;

import org.jspecify.annotations.NullMarked;
