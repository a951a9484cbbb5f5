/**
 * Loads on a service over HTTP: as fast as it answers, or at a rate that it does not set. Whatever is not answered, or not
 * with 200, is counted as an error and never thrown.
 */
@NullMarked
package org.diachi.bench.load;

import org.jspecify.annotations.NullMarked;
