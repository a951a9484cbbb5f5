/**
 * Comma-separated values and their relatives. It detects delimiter, quote, decimal mark, header and geometry columns from
 * the first 64 KiB, keeps every value as text so that leading zeros survive, skips blank rows, and tolerates rows with too
 * many or too few values; a quote that is never closed and bytes outside the encoding break the file.
 */
@NullMarked
package org.diachi.source.csv;

import org.jspecify.annotations.NullMarked;
