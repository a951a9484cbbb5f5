/**
 * The audit log: who did or tried what, from where and when.
 *
 * <p>What was done is noted in the transaction that does it, one entry for all acts of a transaction; what was denied is
 * noted by itself. The database numbers, dates and chains the entries; the role of the service cannot change one.
 */
@NullMarked
package org.diachi.audit;

import org.jspecify.annotations.NullMarked;
