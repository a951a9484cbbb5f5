/**
 * Labels. Each is placed by its own feature and the scale alone, and is shown if nothing of higher rank wants its place,
 * whether that is shown itself or not: so it depends on what is within reach of it and on nothing else, and the same labels
 * are shown whatever part of the map is drawn. That holds for labels within {@link org.diachi.portrayal.text.Labels#REACH}
 * of their anchor; longer texts are broken into lines, and left out along lines. Letters are outlines of Java2D glyphs, kept
 * once for all sizes; any text is accepted, in the letters of the bundled font or else of the system's.
 */
@NullMarked
package org.diachi.portrayal.text;

import org.jspecify.annotations.NullMarked;
