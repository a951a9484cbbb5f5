/**
 * The change feed over HTTP: pages, pages that are waited for, and server-sent events.
 *
 * <p>Who waits costs no thread. What is kept for one follower is bounded: one piece of the feed at most, and who does not
 * take it off the wire in time is dropped.
 */
@NullMarked
package org.diachi.http.changes;

import org.jspecify.annotations.NullMarked;
