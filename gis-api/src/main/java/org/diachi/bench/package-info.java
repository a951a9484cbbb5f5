/**
 * Measures what the project promises, beside baselines that anybody can repeat: what is measured in the subpackages, and
 * here what all of them need. Every result comes with the facts of the machine, is printed as a table, and is kept as one
 * line of JSON. Fails with a {@link org.diachi.bench.BenchException} whose message says what is missing.
 */
@NullMarked
package org.diachi.bench;

import org.jspecify.annotations.NullMarked;
