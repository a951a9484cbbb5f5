/**
 * Matches many written addresses with the register: rows come in, the same rows go out in the same order with what was
 * found beside them. Streams, with a bounded number of rows in memory; a row that cannot be read goes out as it came,
 * with the reason, and the rest goes on.
 */
@NullMarked
package org.diachi.search.batch;

import org.jspecify.annotations.NullMarked;
