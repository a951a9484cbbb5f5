/**
 * Shapefiles and bare dBase tables. It tolerates a missing index, bytes after the end, null shapes, deleted records, holes
 * that touch their shell, and any of the sidecar files missing but {@code .shp}; Z and M are dropped. The reader is our own:
 * the one of H2GIS needs H2 on the classpath, an index, and loses the last letter of texts in Windows-1258.
 */
@NullMarked
package org.diachi.source.shapefile;

import org.jspecify.annotations.NullMarked;
