/**
 * Shapefiles and bare dBase tables. It tolerates a missing index, bytes after the end, null shapes, deleted records, holes
 * that touch their shell, and any of the sidecar files missing but {@code .shp}; Z and M are dropped. The reader is our own:
 * that of H2GIS hands out values of the H2 database and knows no encoding the Java platform lacks, such as TCVN3.
 */
@NullMarked
package org.diachi.source.shapefile;

import org.jspecify.annotations.NullMarked;
