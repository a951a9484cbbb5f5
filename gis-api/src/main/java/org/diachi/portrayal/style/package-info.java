/**
 * Compiled styles: ordered rules with scale range, filter and immutable symbols, made from GeoTools' style model. What
 * rules a feature matches is told independently of the scale, so that it can be kept with the feature; what is drawn at a
 * scale is told from that. Symbol sizes must be constants: a style that needs an attribute for them is refused.
 */
@NullMarked
package org.diachi.portrayal.style;

import org.jspecify.annotations.NullMarked;
