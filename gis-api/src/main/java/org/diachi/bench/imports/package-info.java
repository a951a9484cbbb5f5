/**
 * How fast buildings of a GeoPackage come into a fresh register, beside {@code ogr2ogr} copying the same table into the
 * same server. The import runs in a Java virtual machine of its own with a bounded heap. Accepts any server on which
 * databases with PostGIS may be made; its one scratch database is dropped afterwards.
 */
@NullMarked
package org.diachi.bench.imports;

import org.jspecify.annotations.NullMarked;
