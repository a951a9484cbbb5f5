/**
 * Exports the collections of a register – the addresses and every layer – to files that others read: one state of the
 * register on both time axes, in any CRS, streamed. A file is there when it is complete.
 */
@NullMarked
package org.diachi.export.collection;

import org.jspecify.annotations.NullMarked;
