/**
 * GeoPackage, read through SQLite as an untrusted file: read-only and immutable, without extensions, triggers or functions
 * of its own. Tables of features and of attributes are read; curves become lines; a table must be named where there are
 * several.
 */
@NullMarked
package org.diachi.source.geopackage;

import org.jspecify.annotations.NullMarked;
