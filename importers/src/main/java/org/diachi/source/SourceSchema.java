package org.diachi.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is known of a file before its rows are read. */
public final class SourceSchema {

    private final String format;
    private final String layer;
    private final List<SourceField> fields;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final @Nullable String geometryType;
    private final DeclaredCrs crs;
    private final @Nullable Long rowCount;
    private final Detected detected;

    private SourceSchema(Builder builder) {
        this.format = builder.format;
        this.layer = builder.layer;
        this.fields = builder.fields;
        this.geometryType = builder.geometryType;
        this.crs = builder.crs;
        this.rowCount = builder.rowCount;
        this.detected = builder.detected;
        for (int i = 0; i < fields.size(); i++) {
            indexes.put(fields.get(i).name(), i);
        }
    }

    /** Starts a schema of a format ({@code CSV}, {@code GeoJSON}, …) and the layer or table that is read. */
    public static Builder of(String format, String layer) {
        return new Builder(format, layer);
    }

    /** Name of the format. */
    public String format() {
        return format;
    }

    /** Name of the layer or table; the file's own name where the format has none. */
    public String layer() {
        return layer;
    }

    /** The fields in the order of the file, without the geometry of formats that keep it apart. */
    public List<SourceField> fields() {
        return fields;
    }

    /** The type all geometries have in the words of the simple-features standard, {@code Geometry} where mixed, or null. */
    public @Nullable String geometryType() {
        return geometryType;
    }

    /** The coordinate system: as told by the caller, or as the file states it. */
    public DeclaredCrs crs() {
        return crs;
    }

    /** The number of rows where it is known without reading them; deleted rows may be counted. */
    public OptionalLong rowCount() {
        return rowCount == null ? OptionalLong.empty() : OptionalLong.of(rowCount);
    }

    /** How the bytes were understood. */
    public Detected detected() {
        return detected;
    }

    /** The position of a field by its exact name. */
    public OptionalInt findIndex(String field) {
        Integer index = indexes.get(field);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The position of a field by its exact name; an {@link IllegalArgumentException} lists the fields there are. */
    public int getIndex(String field) {
        Integer index = indexes.get(field);
        if (index == null) {
            throw new IllegalArgumentException("There is no field '" + field + "'; the fields are "
                    + String.join(", ", fields.stream().map(SourceField::name).toList()));
        }
        return index;
    }

    /** Collects what a format knows. */
    public static final class Builder {
        private final String format;
        private final String layer;
        private List<SourceField> fields = List.of();
        private @Nullable String geometryType;
        private DeclaredCrs crs = DeclaredCrs.NONE;
        private @Nullable Long rowCount;
        private Detected detected = Detected.ofEncoding("UTF-8");

        private Builder(String format, String layer) {
            this.format = format;
            this.layer = layer;
        }

        /** The fields in file order. */
        public Builder fields(List<SourceField> newFields) {
            this.fields = List.copyOf(newFields);
            return this;
        }

        /** The common geometry type and its coordinate system. */
        public Builder geometry(@Nullable String type, DeclaredCrs newCrs) {
            this.geometryType = type;
            this.crs = newCrs;
            return this;
        }

        /** The number of rows, if known. */
        public Builder rowCount(@Nullable Long count) {
            this.rowCount = count;
            return this;
        }

        /** How the bytes were understood. */
        public Builder detected(Detected newDetected) {
            this.detected = newDetected;
            return this;
        }

        /** The finished schema. */
        public SourceSchema build() {
            return new SourceSchema(this);
        }
    }
}
