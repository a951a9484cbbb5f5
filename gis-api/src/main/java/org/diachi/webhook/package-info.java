/**
 * Tells the addresses of watches what there is to tell, until they have taken it.
 *
 * <p>Every message is signed. Only public addresses are spoken to unless the operator allows others, and the address that
 * was looked at is the one that is spoken to, whatever its name means by then; no redirect is followed. An address that
 * fails is tried again, ever more rarely; what it is told comes in order and at least once.
 */
@NullMarked
package org.diachi.webhook;

import org.jspecify.annotations.NullMarked;
