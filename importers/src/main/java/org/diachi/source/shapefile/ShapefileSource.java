package org.diachi.source.shapefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diachi.source.DeclaredCrs;
import org.diachi.source.Detected;
import org.diachi.source.ReadOptions;
import org.diachi.source.Row;
import org.diachi.source.RowProblem;
import org.diachi.source.RowProblem.Rule;
import org.diachi.source.Source;
import org.diachi.source.SourceSchema;
import org.diachi.source.geometry.Geometries;
import org.diachi.source.geometry.UnreadableGeometryException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The shapes of a shapefile and the records of its table, side by side. Deleted records are skipped with their shapes, but
 * counted, so that a row's number leads to its record.
 */
final class ShapefileSource implements Source {

    private final @Nullable ShapeRecords shapes;
    private final @Nullable Attributes attributes;
    private final ShapeDecoder decoder;
    private final SourceSchema schema;
    private long number;

    static ShapefileSource open(Sidecars files, ReadOptions options) throws IOException {
        Path index = files.find("shx").orElse(null);
        ShapeRecords shapes = files.isTable() ? null : ShapeRecords.open(files.file(), index);
        try {
            DeclaredCrs stated = files.isTable()
                    ? DeclaredCrs.NONE
                    : files.findText("prj").map(DeclaredCrs::ofWkt).orElse(DeclaredCrs.NONE);
            Attributes attributes = Attributes.find(files, options).orElse(null);
            return new ShapefileSource(files.name(), shapes, attributes, options.crsOr(stated));
        } catch (IOException | RuntimeException e) {
            if (shapes != null) {
                shapes.close();
            }
            throw e;
        }
    }

    private ShapefileSource(
            String name, @Nullable ShapeRecords shapes, @Nullable Attributes attributes, DeclaredCrs crs) {
        this.shapes = shapes;
        this.attributes = attributes;
        this.decoder = new ShapeDecoder(Geometries.factory(crs.srid()));
        this.schema = SourceSchema.of("Shapefile", name)
                .fields(attributes == null ? List.of() : attributes.fields())
                .geometry(shapes == null ? null : ShapeDecoder.geometryType(shapes.shapeType()), crs)
                .rowCount(rowCount(shapes, attributes))
                .detected(Detected.ofEncoding(attributes == null ? "none" : attributes.encoding()))
                .build();
    }

    private static @Nullable Long rowCount(@Nullable ShapeRecords shapes, @Nullable Attributes attributes) {
        if (attributes != null) {
            return Long.valueOf(attributes.count());
        }
        return shapes == null ? null : shapes.count();
    }

    @Override
    public SourceSchema schema() {
        return schema;
    }

    @Override
    public @Nullable Row next() {
        try {
            while (true) {
                ByteBuffer shape = shapes == null ? null : shapes.next();
                boolean recorded = attributes != null && attributes.next();
                if (shape == null && !recorded) {
                    return null;
                }
                number++;
                if (!recorded || attributes == null || !attributes.isDeleted()) {
                    return row(shape, recorded ? attributes : null);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Row row(@Nullable ByteBuffer shape, @Nullable Attributes recorded) throws IOException {
        List<RowProblem> problems = new ArrayList<>(0);
        if ((shape == null && shapes != null) || (recorded == null && attributes != null)) {
            problems.add(new RowProblem(
                    number,
                    null,
                    null,
                    Rule.HALF_MISSING,
                    "Record " + number + (shape == null ? " has no shape" : " has no attributes")
                            + "; export shapes and table together."));
        }
        @Nullable
        Object[] values =
                recorded == null ? new @Nullable Object[schema.fields().size()] : recorded.decode(number, problems);
        Geometry geometry = shape == null ? null : geometry(shape, problems);
        return new Row(schema, new Row.Position(number, 0), null, values, geometry, problems);
    }

    private @Nullable Geometry geometry(ByteBuffer shape, List<RowProblem> problems) {
        try {
            return decoder.decode(shape);
        } catch (UnreadableGeometryException e) {
            problems.add(RowProblem.geometryUnreadable(number, "The shape cannot be read: " + e.getMessage() + "."));
            return null;
        }
    }

    @Override
    public void close() {
        try {
            if (attributes != null) {
                attributes.close();
            }
            if (shapes != null) {
                shapes.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
