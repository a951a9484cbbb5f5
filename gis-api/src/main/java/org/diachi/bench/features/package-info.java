/**
 * Measures OGC API Features: pages by a box, the last pages of a collection of millions, and whole downloads with the
 * memory that they take, beside the same rows by plain SQL and beside other servers. Needs a register with addresses, and a
 * server on which a database can be made.
 */
@NullMarked
package org.diachi.bench.features;

import org.jspecify.annotations.NullMarked;
