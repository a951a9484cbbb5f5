package org.diachi.feed;

import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/**
 * Writes geometries of the storage CRS as GeoJSON in CRS84, longitude before latitude, with exactly eight decimals: a
 * millimetre, and the same digits whoever writes them. Thread-safe.
 */
final class GeometryJson {

    private static final int DECIMALS = 8;
    private static final double SCALE = 1e8;

    private final CrsTransform toCrs84;

    GeometryJson(CrsTransform toCrs84) {
        this.toCrs84 = toCrs84;
    }

    void write(JsonGenerator json, @Nullable Geometry stored) {
        if (stored == null || stored.isEmpty()) {
            json.writeNull();
        } else {
            writeObject(json, toCrs84.apply(stored));
        }
    }

    private static void writeObject(JsonGenerator json, Geometry geometry) {
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        boolean isMixed = geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        json.writeArrayPropertyStart(isMixed ? "geometries" : "coordinates");
        if (geometry instanceof GeometryCollection parts) {
            for (int i = 0; i < parts.getNumGeometries(); i++) {
                if (isMixed) {
                    writeObject(json, parts.getGeometryN(i));
                } else {
                    writePart(json, parts.getGeometryN(i));
                }
            }
        } else {
            writeCoordinates(json, geometry);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writePart(JsonGenerator json, Geometry part) {
        json.writeStartArray();
        writeCoordinates(json, part);
        json.writeEndArray();
    }

    /** What stands within the brackets. */
    private static void writeCoordinates(JsonGenerator json, Geometry geometry) {
        if (geometry instanceof Point point) {
            writeOrdinate(json, point.getX());
            writeOrdinate(json, point.getY());
        } else if (geometry instanceof LineString line) {
            writePositions(json, line.getCoordinateSequence());
        } else if (geometry instanceof Polygon polygon) {
            writePart(json, polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                writePart(json, polygon.getInteriorRingN(i));
            }
        }
    }

    private static void writePositions(JsonGenerator json, CoordinateSequence points) {
        for (int i = 0; i < points.size(); i++) {
            json.writeStartArray();
            writeOrdinate(json, points.getX(i));
            writeOrdinate(json, points.getY(i));
            json.writeEndArray();
        }
    }

    private static void writeOrdinate(JsonGenerator json, double degrees) {
        long scaled = Math.round(degrees * SCALE);
        StringBuilder digits = new StringBuilder(Long.toString(Math.abs(scaled)));
        while (digits.length() <= DECIMALS) {
            digits.insert(0, '0');
        }
        digits.insert(digits.length() - DECIMALS, '.');
        json.writeRawValue(scaled < 0 ? "-" + digits : digits.toString());
    }
}
