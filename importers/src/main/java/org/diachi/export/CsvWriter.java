package org.diachi.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTWriter;

/**
 * Writes CSV after RFC 4180: a header line, commas, CRLF, UTF-8 without BOM, quotes only where needed. An unknown value
 * is an empty field, an empty text is {@code ""}.
 */
public final class CsvWriter implements FeatureWriter {
    private final Writer out;
    private final FeatureType type;
    private final boolean wkt;
    private final WKTWriter wktWriter = new WKTWriter(2);
    private final StringBuilder line = new StringBuilder(256);

    private CsvWriter(OutputStream out, FeatureType type, boolean wkt, String... geometryColumns) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.type = type;
        this.wkt = wkt;
        wktWriter.setPrecisionModel(new PrecisionModel(StrictMath.pow(10, type.decimals())));
        type.fields().forEach(field -> cell(field.name()));
        for (String column : geometryColumns) {
            cell(column);
        }
        endLine();
    }

    /** Adds the geometry as well-known text in the last column; closing the writer closes the stream. */
    public static CsvWriter withWkt(OutputStream out, FeatureType type, String column) throws IOException {
        return new CsvWriter(out, type, true, column);
    }

    /**
     * Adds the point as two last columns, for example {@code lon} and {@code lat}; closing the writer closes the stream.
     */
    public static CsvWriter withPoint(OutputStream out, FeatureType type, String xColumn, String yColumn)
            throws IOException {
        if (type.geometry() != GeometryKind.POINT) {
            throw new IllegalArgumentException("Only points fit into two columns, not " + type.geometry() + ".");
        }
        return new CsvWriter(out, type, false, xColumn, yColumn);
    }

    @Override
    public void write(Feature feature) throws IOException {
        type.check(feature);
        feature.values().forEach(this::cell);
        Geometry geometry = feature.geometry();
        if (wkt) {
            cell(geometry == null ? null : wktWriter.write(geometry));
        } else if (geometry instanceof Point point && !point.isEmpty()) {
            cell(Decimals.rounded(point.getX(), type.decimals()));
            cell(Decimals.rounded(point.getY(), type.decimals()));
        } else if (geometry == null || geometry.isEmpty()) {
            cell(null);
            cell(null);
        } else {
            throw new IllegalArgumentException("Only points fit into two columns, not " + geometry.getGeometryType());
        }
        endLine();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void cell(@Nullable Object value) {
        if (value instanceof Double number) {
            line.append(Decimals.exact(number));
        } else if (value != null) {
            quoteWhereNeeded(value.toString());
        }
        line.append(',');
    }

    private void quoteWhereNeeded(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        if (plain) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    private void endLine() throws IOException {
        line.setLength(line.length() - 1);
        out.append(line).append("\r\n");
        line.setLength(0);
    }
}
