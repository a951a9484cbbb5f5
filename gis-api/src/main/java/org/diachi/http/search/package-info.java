/** Findings of searches as GeoJSON, and matched rows as they stream. */
@NullMarked
package org.diachi.http.search;

import org.jspecify.annotations.NullMarked;
