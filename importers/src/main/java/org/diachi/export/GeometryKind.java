package org.diachi.export;

/** The geometry a layer holds, in the words of Simple Features. */
public enum GeometryKind {
    POINT,
    LINESTRING,
    POLYGON,
    MULTIPOINT,
    MULTILINESTRING,
    MULTIPOLYGON,
    /** Any of the others, mixed. */
    GEOMETRY
}
