/**
 * Search, match and reverse: what people write to what the register knows, from an index that each node keeps beside it
 * and that follows the change log. The database is in the path of no query.
 */
@NullMarked
package org.diachi.search;

import org.jspecify.annotations.NullMarked;
