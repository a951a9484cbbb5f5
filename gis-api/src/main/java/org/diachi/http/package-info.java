/**
 * What all HTTP faces share: formats, boxes, coordinate systems, time, cursors, entity tags, links.
 *
 * <p>Everything that comes from a caller is checked here and refused with a problem that says how to mend it. Coordinates
 * enter and leave in the axis order of their system's authority; inside they are always x, y.
 */
@NullMarked
package org.diachi.http;

import org.jspecify.annotations.NullMarked;
