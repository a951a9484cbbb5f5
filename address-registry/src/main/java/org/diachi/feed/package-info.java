/**
 * The change feed: the log with what each act did, ready to be followed by others.
 *
 * <p>An entry is worded from the immutable rows of its objects as they were known at that entry, always in the same bytes:
 * whoever collects the lines of the feed holds the same file as everybody else. Entries of restricted layers are not in it.
 */
@NullMarked
package org.diachi.feed;

import org.jspecify.annotations.NullMarked;
