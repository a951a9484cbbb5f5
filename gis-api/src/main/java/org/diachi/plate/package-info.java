/**
 * Door plates: what stands on the wall of an address object, with its code as text and as QR code.
 *
 * <p>A plate is drawn once, on a canvas that writes SVG, pixels or PDF; outlines and widths of letters come from one font,
 * so that the pictures cannot differ. Everything that is to be read fits on the plate, however long it is: it is wrapped
 * and made smaller. Refuses only what the font has no letters for. Knows no city: look and words are those of the profile.
 */
@NullMarked
package org.diachi.plate;

import org.jspecify.annotations.NullMarked;
