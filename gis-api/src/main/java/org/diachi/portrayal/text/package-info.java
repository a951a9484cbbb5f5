/**
 * Labels. Each is placed by its own feature and the scale alone, and is shown if nothing of higher rank wants its place. A
 * small one is shown too where all that do so are small themselves and have to give way to a small one that nothing is
 * above of. So a label depends on what is within {@link org.diachi.portrayal.text.Labels#BUFFER} and on nothing else, and
 * the same labels are shown whatever part of the map is drawn. That holds for labels within
 * {@link org.diachi.portrayal.text.Labels#REACH} of their anchor; longer texts are broken into lines, and left out along
 * lines. Letters are outlines of Java2D glyphs, kept once for all sizes; any text is accepted, in the letters of the bundled
 * font or else of the system's.
 */
@NullMarked
package org.diachi.portrayal.text;

import org.jspecify.annotations.NullMarked;
