/**
 * A PNG encoder for maps: flat colours, few of them, much repeated. It looks for repetitions of the pixel to the left and
 * of the row above only (in the manner of R. Geldreich's fpng), with Huffman tables for each block. Accepts any pixels.
 */
@NullMarked
package org.diachi.portrayal.png;

import org.jspecify.annotations.NullMarked;
