/**
 * OGC API Features, parts 1 and 2, over every collection: addresses, places and the map layers.
 *
 * <p>Restricted layers are not there for callers whose key does not open them. Dates of {@code datetime} are legal time,
 * to the day, as they are written; the offset of an instant is not looked at.
 */
@NullMarked
package org.diachi.ogc;

import org.jspecify.annotations.NullMarked;
