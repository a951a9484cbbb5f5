/** How many address objects of which kind and status each ward has, on any day. */
@NullMarked
package org.diachi.view.counts;

import org.jspecify.annotations.NullMarked;
