/**
 * What there is and how good it is, as numbers for each layer, ward and agency.
 *
 * <p>Each measure is one SQL file, which docs/quality.md repeats word for word, so that anybody can recompute it. Layers that
 * are not open and plans that are being drafted are left out.
 */
@NullMarked
package org.diachi.measure;

import org.jspecify.annotations.NullMarked;
