/**
 * How fast the search is: autocomplete, look-up, reverse, match and the making of the index, beside PostgreSQL with
 * {@code pg_trgm} over the same addresses on the same machine. Works on a register that is there; what it adds, it takes
 * away.
 */
@NullMarked
package org.diachi.bench.search;

import org.jspecify.annotations.NullMarked;
