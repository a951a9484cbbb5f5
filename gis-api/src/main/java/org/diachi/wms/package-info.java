/**
 * WMS 1.1.1 and 1.3.0 at {@code /wms}: maps, feature information, legends and styles of the layers of the map packs. A servlet
 * of its own, since most requests are for small pictures whose price is that of being asked for. What is wrong is told in the
 * standard's exceptions; sizes, numbers of layers and lengths of filters are bounded.
 */
@NullMarked
package org.diachi.wms;

import org.jspecify.annotations.NullMarked;
