package org.diachi.export;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a layer.
 *
 * @param name as it is written, unique within its layer
 */
public record Field(String name, Type type) {

    /** What a field holds; every field may be empty (null). */
    public enum Type {
        TEXT(String.class),
        /** A whole number of 64 bits, given as {@link Long}. */
        INTEGER(Long.class),
        /** A finite {@link Double}. */
        REAL(Double.class),
        BOOLEAN(Boolean.class),
        /** A day without time zone, written as {@code 2025-07-01}. */
        DATE(LocalDate.class);

        private final Class<?> holds;

        Type(Class<?> holds) {
            this.holds = holds;
        }
    }

    public Field {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A field needs a name.");
        }
    }

    /** A field of text. */
    public static Field text(String name) {
        return new Field(name, Type.TEXT);
    }

    /** A field of whole numbers. */
    public static Field integer(String name) {
        return new Field(name, Type.INTEGER);
    }

    /** A field of floating point numbers. */
    public static Field real(String name) {
        return new Field(name, Type.REAL);
    }

    /** A field of true or false. */
    public static Field bool(String name) {
        return new Field(name, Type.BOOLEAN);
    }

    /** A field of days. */
    public static Field date(String name) {
        return new Field(name, Type.DATE);
    }

    void check(@Nullable Object value) {
        boolean fits = value == null || type.holds.isInstance(value);
        if (!fits || value instanceof Double number && !Double.isFinite(number)) {
            throw new IllegalArgumentException("Field " + name + " of type " + type + " cannot hold " + value + ".");
        }
    }
}
