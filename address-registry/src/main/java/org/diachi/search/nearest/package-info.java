/**
 * Boxes in memory, and which of them is nearest to a place. Takes whole numbers of any unit and any number of boxes, none
 * included; knows nothing of what is in the boxes.
 */
@NullMarked
package org.diachi.search.nearest;

import org.jspecify.annotations.NullMarked;
