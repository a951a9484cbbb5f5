/**
 * The append-only change log and its facts, written in the transaction of the fact.
 *
 * <p>Writers stand in line at the head of the log, so that sequence numbers rise in commit order: a reader that has seen
 * {@code n} never later meets a smaller one. Nothing here knows what an address or a feature is.
 */
@NullMarked
package org.diachi.change;

import org.jspecify.annotations.NullMarked;
