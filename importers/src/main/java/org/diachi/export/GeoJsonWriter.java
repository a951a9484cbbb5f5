package org.diachi.export;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes GeoJSON after RFC 7946, either as one FeatureCollection or as a sequence of features, one a line.
 *
 * <p>RFC 7946 knows only longitude and latitude: in any other CRS the reader must be told by other means, as OGC API
 * Features does with {@code Content-Crs}. Shells are written counter-clockwise only if they come so.
 */
public final class GeoJsonWriter implements FeatureWriter {
    private final FeatureType type;
    private final JsonGenerator json;
    private final boolean collection;

    private GeoJsonWriter(OutputStream out, FeatureType type, boolean collection) {
        this.type = type;
        this.collection = collection;
        this.json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out);
        if (collection) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty("name", type.name());
            json.writeArrayPropertyStart("features");
        }
    }

    /** Writes one FeatureCollection; closing the writer closes the stream. */
    public static GeoJsonWriter collection(OutputStream out, FeatureType type) {
        return new GeoJsonWriter(out, type, true);
    }

    /** Writes one feature a line (newline-delimited, no record separators); closing the writer closes the stream. */
    public static GeoJsonWriter sequence(OutputStream out, FeatureType type) {
        return new GeoJsonWriter(out, type, false);
    }

    @Override
    public void write(Feature feature) throws IOException {
        type.check(feature);
        if (collection) {
            json.writeRaw('\n');
        }
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeName("geometry");
        geometry(feature.geometry());
        json.writeObjectPropertyStart("properties");
        for (int i = 0; i < type.fields().size(); i++) {
            json.writeName(type.fields().get(i).name());
            value(feature.values().get(i));
        }
        json.writeEndObject();
        json.writeEndObject();
        if (!collection) {
            json.writeRaw('\n');
        }
    }

    @Override
    public void close() throws IOException {
        if (collection) {
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        json.close();
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Double number) {
            json.writeNumber(Decimals.exact(number));
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }

    private void geometry(@Nullable Geometry geometry) {
        if (geometry == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        boolean mixed = geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        json.writeName(mixed ? "geometries" : "coordinates");
        if (geometry.getNumGeometries() == 1 && !geometry.getGeometryType().startsWith("Multi") && !mixed) {
            coordinates(geometry);
        } else {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (mixed) {
                    geometry(geometry.getGeometryN(i));
                } else {
                    coordinates(geometry.getGeometryN(i));
                }
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void coordinates(Geometry single) {
        if (single instanceof Point point && !point.isEmpty()) {
            position(point.getCoordinateSequence(), 0);
        } else if (single instanceof LineString line) {
            positions(line);
        } else if (single instanceof Polygon polygon && !polygon.isEmpty()) {
            json.writeStartArray();
            positions(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                positions(polygon.getInteriorRingN(i));
            }
            json.writeEndArray();
        } else {
            json.writeStartArray();
            json.writeEndArray();
        }
    }

    private void positions(LineString line) {
        json.writeStartArray();
        for (int i = 0; i < line.getNumPoints(); i++) {
            position(line.getCoordinateSequence(), i);
        }
        json.writeEndArray();
    }

    private void position(CoordinateSequence points, int i) {
        json.writeStartArray();
        json.writeNumber(Decimals.rounded(points.getX(i), type.decimals()));
        json.writeNumber(Decimals.rounded(points.getY(i), type.decimals()));
        json.writeEndArray();
    }
}
