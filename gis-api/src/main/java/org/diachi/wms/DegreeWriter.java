package org.diachi.wms;

import org.diachi.pack.grid.Grid;
import org.diachi.pack.grid.Shape;
import org.diachi.pack.grid.ShapeCode;
import org.diachi.pack.grid.ShapeKind;
import tools.jackson.core.JsonGenerator;

/** Writes shapes of the grid as GeoJSON geometries in longitude and latitude. */
final class DegreeWriter {

    /** A step of the grid is 8.4e-8 degrees. */
    private static final double PRECISION = 1e8;

    private DegreeWriter() {}

    static void write(ShapeCode code, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty(
                "type",
                switch (code.kind()) {
                    case POINT -> "MultiPoint";
                    case LINE -> "MultiLineString";
                    case POLYGON -> "MultiPolygon";
                });
        json.writeArrayPropertyStart("coordinates");
        boolean isOpen = false;
        int start = 0;
        for (int part = 0; part < code.parts(); part++) {
            int end = code.ends()[part];
            if (code.kind() == ShapeKind.POLYGON && Shape.doubleArea(code.xy(), start, end) > 0) {
                if (isOpen) {
                    json.writeEndArray();
                }
                json.writeStartArray();
                isOpen = true;
            }
            writePart(code, start, end, json);
            start = end;
        }
        if (isOpen) {
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Outer rings turn clockwise here, where GeoJSON wants the other way round. */
    private static void writePart(ShapeCode code, int start, int end, JsonGenerator json) {
        switch (code.kind()) {
            case POINT -> {
                for (int i = start; i < end; i++) {
                    writePoint(code, i, json);
                }
            }
            case LINE -> {
                json.writeStartArray();
                for (int i = start; i < end; i++) {
                    writePoint(code, i, json);
                }
                json.writeEndArray();
            }
            case POLYGON -> {
                json.writeStartArray();
                for (int i = end - 1; i >= start; i--) {
                    writePoint(code, i, json);
                }
                writePoint(code, end - 1, json);
                json.writeEndArray();
            }
        }
    }

    /** From Web Mercator to degrees (OGP 373-7-2, 1.3.3.2). */
    private static void writePoint(ShapeCode code, int point, JsonGenerator json) {
        double x = Grid.metres(code.xy()[2 * point]) / Grid.HALF_WIDTH * Math.PI;
        double y = -Grid.metres(code.xy()[2 * point + 1]) / Grid.HALF_WIDTH * Math.PI;
        json.writeStartArray();
        json.writeNumber(Math.rint(Math.toDegrees(x) * PRECISION) / PRECISION);
        json.writeNumber(Math.rint(Math.toDegrees(Math.atan(Math.sinh(y))) * PRECISION) / PRECISION);
        json.writeEndArray();
    }
}
