package org.diachi.pack.grid;

/** What the parts of a shape are. */
public enum ShapeKind {
    /** Each part is some points. */
    POINT,
    /** Each part is a line. */
    LINE,
    /**
     * Each part is a ring, its first point not repeated: outer rings have a positive area by the surveyor's formula with y
     * southward, and the holes of each follow it with a negative one.
     */
    POLYGON;

    private static final ShapeKind[] ALL = values();

    /** The kind of that ordinal. */
    public static ShapeKind of(int ordinal) {
        return ALL[ordinal];
    }
}
