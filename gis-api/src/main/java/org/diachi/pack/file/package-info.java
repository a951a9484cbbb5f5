/**
 * The file of one layer's map pack: written once in one pass, then mapped and read by many. It holds shapes at each level of
 * detail, a packed tree of their boxes, the days on which each state is valid, and the attributes; nothing of it is on the
 * heap. Written beside its place and moved there when whole, so that a reader never meets half a file.
 */
@NullMarked
package org.diachi.pack.file;

import org.jspecify.annotations.NullMarked;
