/**
 * Plans of land use and the zones that belong to them.
 *
 * <p>A city has several plans at once, each with a code scheme of its own; a zone is a feature of the layer
 * {@code zones} that names its plan.
 */
@NullMarked
package org.diachi.landuse;

import org.jspecify.annotations.NullMarked;
