/**
 * The catalogue of map layers and their features.
 *
 * <p>Zoning, green spaces and the drainage network are built in; further layers are created without code. A feature is
 * known by its layer, its source and its id there; the register gives it an id that never changes.
 */
@NullMarked
package org.diachi.layer;

import org.jspecify.annotations.NullMarked;
