package org.diachi.source;

import java.util.List;
import org.diachi.source.text.NumberText;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One row of a file: its values, its geometry, and what was wrong with it. */
public final class Row {

    private final SourceSchema schema;
    private final Position position;
    private final @Nullable String id;
    private final @Nullable Object[] values;
    private final @Nullable Geometry geometry;
    private final List<RowProblem> problems;

    /**
     * Where a row stands.
     *
     * @param number 1-based among the rows that are read
     * @param line 1-based line of a text file, or 0 where lines mean nothing
     */
    public record Position(long number, long line) {}

    /** Takes over the array of values, one per field of the schema. */
    public Row(
            SourceSchema schema,
            Position position,
            @Nullable String id,
            @Nullable Object[] values,
            @Nullable Geometry geometry,
            List<RowProblem> problems) {
        this.schema = schema;
        this.position = position;
        this.id = id;
        this.values = values;
        this.geometry = geometry;
        this.problems = problems.isEmpty() ? List.of() : List.copyOf(problems);
    }

    /** The fields the values belong to. */
    public SourceSchema schema() {
        return schema;
    }

    /** 1-based number among the rows of the file, without header and blank lines. */
    public long number() {
        return position.number();
    }

    /** 1-based line of a CSV file where the row begins; 0 for other formats. */
    public long line() {
        return position.line();
    }

    /** The id the format itself gives (GeoJSON {@code id}, GeoPackage primary key), or null. */
    public @Nullable String id() {
        return id;
    }

    /** The geometry in x, y order with the SRID of the schema's EPSG code, or null. It may be empty or not valid. */
    public @Nullable Geometry geometry() {
        return geometry;
    }

    /** What was wrong with the row; empty for nearly all. */
    public List<RowProblem> problems() {
        return problems;
    }

    /** The value at a 0-based position, null or of the type of its field. */
    public @Nullable Object value(int index) {
        return values[index];
    }

    /** The value of a field by name. */
    public @Nullable Object value(String field) {
        return values[schema.getIndex(field)];
    }

    /** A value as text: as written in text files, else in its plain form ({@code 12}, {@code 0.5}, {@code 2025-07-01}). */
    public @Nullable String text(String field) {
        Object value = value(field);
        return value == null ? null : value.toString();
    }

    /**
     * A value as a number; text is read with the file's decimal mark. Throws {@link NumberFormatException} for a value that
     * is no number.
     */
    public @Nullable Double number(String field) {
        Object value = value(field);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        Double parsed = NumberText.parse(value.toString(), schema.detected().decimalMark());
        if (parsed == null) {
            throw new NumberFormatException("'" + value + "' is not a number");
        }
        return parsed;
    }
}
