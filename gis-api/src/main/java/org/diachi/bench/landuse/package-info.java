/** Measures statements of land use, their PDF and comparisons on a register with plans, beside plain SQL. */
@NullMarked
package org.diachi.bench.landuse;

import org.jspecify.annotations.NullMarked;
