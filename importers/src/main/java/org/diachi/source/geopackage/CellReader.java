package org.diachi.source.geopackage;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.diachi.source.FieldType;
import org.diachi.source.text.Nfc;
import org.diachi.source.text.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * Gives the values of a column their declared type. SQLite lets any value stand in any column, so that each is converted if
 * it can be.
 */
record CellReader(FieldType type) {

    /** By the type names of GeoPackage 1.4, section 1.1.1.1.3; times stay text. Null for columns of binary data. */
    static @Nullable CellReader of(String declaredType) {
        String name =
                declaredType.toUpperCase(Locale.ROOT).replaceFirst("\\(.*", "").strip();
        return switch (name) {
            case "BOOLEAN" -> new CellReader(FieldType.BOOLEAN);
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT" -> new CellReader(FieldType.INTEGER);
            case "FLOAT", "DOUBLE", "REAL", "NUMERIC", "DOUBLE PRECISION" -> new CellReader(FieldType.NUMBER);
            case "DATE" -> new CellReader(FieldType.DATE);
            case "BLOB" -> null;
            default -> new CellReader(FieldType.TEXT);
        };
    }

    /** The value in this type, or null where it cannot be converted. */
    @Nullable
    Object convert(Object cell) {
        return switch (type) {
            case BOOLEAN -> cell instanceof Number number ? (Object) (number.longValue() != 0) : null;
            case INTEGER -> integer(cell);
            case NUMBER ->
                cell instanceof Number number ? (Object) number.doubleValue() : NumberText.parse(cell.toString(), '.');
            case DATE -> date(cell.toString());
            case TEXT -> cell instanceof byte[] ? null : Nfc.of(cell.toString());
        };
    }

    private static @Nullable Long integer(Object cell) {
        if (cell instanceof Long || cell instanceof Integer) {
            return ((Number) cell).longValue();
        }
        Double number = NumberText.parse(cell.toString(), '.');
        return number != null && number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE
                ? Long.valueOf(number.longValue())
                : null;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
