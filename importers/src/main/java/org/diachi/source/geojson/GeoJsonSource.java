package org.diachi.source.geojson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diachi.source.DeclaredCrs;
import org.diachi.source.FieldType;
import org.diachi.source.ReadOptions;
import org.diachi.source.Row;
import org.diachi.source.RowProblem;
import org.diachi.source.RowProblem.Rule;
import org.diachi.source.Source;
import org.diachi.source.SourceField;
import org.diachi.source.SourceSchema;
import org.diachi.source.geometry.Geometries;
import org.diachi.source.geometry.UnreadableGeometryException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The features of a GeoJSON file as rows. */
final class GeoJsonSource implements Source {

    private final FeatureReader reader;
    private final SourceSchema schema;
    private final GeometryFactory factory;
    private long number;

    private GeoJsonSource(FeatureReader reader, SourceSchema schema) {
        this.reader = reader;
        this.schema = schema;
        this.factory = Geometries.factory(schema.crs().srid());
    }

    static GeoJsonSource open(Path file, ReadOptions options) throws IOException {
        SourceSchema schema = survey(file, options);
        return new GeoJsonSource(new FeatureReader(file, true), schema);
    }

    /** The first pass: every property of every feature, and a {@code crs} member wherever it stands. */
    private static SourceSchema survey(Path file, ReadOptions options) throws IOException {
        FieldSurvey survey = new FieldSurvey();
        try (FeatureReader reader = new FeatureReader(file, false)) {
            for (RawFeature feature = reader.next(); feature != null; feature = reader.next()) {
                survey.add(feature);
            }
            DeclaredCrs stated = reader.crs().isStated() ? reader.crs() : DeclaredCrs.ofName("CRS84");
            return SourceSchema.of("GeoJSON", String.valueOf(file.getFileName()))
                    .fields(survey.fields())
                    .geometry(survey.geometryType(), options.crsOr(stated))
                    .rowCount(survey.features())
                    .build();
        }
    }

    @Override
    public SourceSchema schema() {
        return schema;
    }

    @Override
    public @Nullable Row next() {
        RawFeature feature = reader.next();
        if (feature == null) {
            return null;
        }
        number++;
        List<RowProblem> problems = new ArrayList<>(0);
        if (!"Feature".equals(feature.type)) {
            problems.add(new RowProblem(
                    number,
                    null,
                    feature.type,
                    Rule.NOT_A_FEATURE,
                    "Every entry of 'features' must be an object of type Feature."));
        }
        Geometry geometry = geometry(feature.geometry, problems);
        return new Row(schema, new Row.Position(number, 0), feature.id, values(feature), geometry, problems);
    }

    private @Nullable Geometry geometry(@Nullable RawGeometry raw, List<RowProblem> problems) {
        if (raw == null) {
            return null;
        }
        try {
            return raw.build(factory);
        } catch (UnreadableGeometryException e) {
            problems.add(new RowProblem(
                    number,
                    null,
                    raw.type,
                    Rule.GEOMETRY_UNREADABLE,
                    "The geometry cannot be built: " + e.getMessage() + "."));
            return null;
        }
    }

    private @Nullable Object[] values(RawFeature feature) {
        List<SourceField> fields = schema.fields();
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = feature.properties.get(fields.get(i).name());
            values[i] = value == null ? null : widened(value, fields.get(i).type());
        }
        return values;
    }

    private static Object widened(Object value, FieldType type) {
        return switch (type) {
            case NUMBER -> ((Number) value).doubleValue();
            case TEXT -> value.toString();
            default -> value;
        };
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
