/**
 * Portrayal: styles and geometries become pixels. The {@link org.diachi.portrayal.Painter} takes geometries in pixel
 * coordinates with the symbols of a {@link org.diachi.portrayal.style.MapStyle} and gives a
 * {@link org.diachi.portrayal.Picture}. It knows nothing of databases, packs or HTTP, never reads anything but the style's
 * own folder of icons, and tolerates geometries that are invalid or far outside the picture.
 */
@NullMarked
package org.diachi.portrayal;

import org.jspecify.annotations.NullMarked;
