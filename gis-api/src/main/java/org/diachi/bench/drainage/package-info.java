/** How fast a trace is over a hundred thousand links, beside recursive SQL over the same rows. */
@NullMarked
package org.diachi.bench.drainage;

import org.jspecify.annotations.NullMarked;
