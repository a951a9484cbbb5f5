/**
 * What is wrong with a drainage network, one finding for each fault and rule, with the row and the place.
 *
 * <p>Findings name causes: what only follows from another finding, such as a part that is cut off because a link tells an
 * unknown node, is not found again.
 */
@NullMarked
package org.diachi.drainage.check;

import org.jspecify.annotations.NullMarked;
