/**
 * What is particular to one city, read from its profile under {@code data/}: coordinate systems, administrative units
 * through their eras, code lists, and the words and order of its addresses. Strict: an unknown key, a missing file or a
 * wrong value stops with one message that names file, key and remedy. Knows no city by name.
 */
@NullMarked
package org.diachi.city;

import org.jspecify.annotations.NullMarked;
