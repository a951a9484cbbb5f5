/**
 * Watches over areas and codes: who wants to be told of what, and what there is to tell.
 *
 * <p>An event is a change of an object or a conflict that has come to be, each told once to each watch, in the order of the
 * change log. Of layers that are not open and of plans that are being drafted nothing is told. Sending is for others.
 */
@NullMarked
package org.diachi.watch;

import org.jspecify.annotations.NullMarked;
