/**
 * What is wrong with a row: one record type per kind, one report.
 *
 * <p>An issue is collected, never logged on the spot, and its message suffices to mend the source: which row, which
 * field, which value, which rule.
 */
@NullMarked
package org.diachi.issue;

import org.jspecify.annotations.NullMarked;
