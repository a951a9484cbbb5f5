/**
 * How well the search finds what people mean, by families of queries. Cases are made by rules of how people write from
 * what is registered, or read from files; the expected answer never comes from the search. Fails with a {@link
 * org.diachi.bench.BenchException} if a file cannot be read.
 */
@NullMarked
package org.diachi.bench.quality;

import org.jspecify.annotations.NullMarked;
