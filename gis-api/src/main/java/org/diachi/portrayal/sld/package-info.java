/**
 * Reads styles: SLD 1.0 and SE 1.1 with Filter Encoding 1.0 and 1.1, as QGIS exports and GeoServer takes them. Accepts
 * any bytes and refuses, with a sentence that says what and where, what is no style, uses a DTD, is too large or too deep,
 * or names an icon outside the given folder. Nothing is ever fetched.
 */
@NullMarked
package org.diachi.portrayal.sld;

import org.jspecify.annotations.NullMarked;
