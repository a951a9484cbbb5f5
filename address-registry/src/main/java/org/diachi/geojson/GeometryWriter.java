package org.diachi.geojson;

import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/** Writes geometries of the storage CRS as GeoJSON in another system. For one answer; not thread-safe. */
public final class GeometryWriter {

    private final JsonGenerator json;
    private final CrsTransform transform;
    private final boolean flip;
    private final Decimals decimals;

    /**
     * A writer for one answer.
     *
     * @param transform from the storage CRS to the system of the answer
     * @param isLatitudeFirst whether y is written before x
     * @param decimals the most that are written
     */
    public GeometryWriter(JsonGenerator json, CrsTransform transform, boolean isLatitudeFirst, int decimals) {
        this.json = json;
        this.transform = transform;
        this.flip = isLatitudeFirst;
        this.decimals = new Decimals(decimals);
    }

    /** Writes a geometry, or null where there is none. */
    public void write(@Nullable Geometry stored) {
        if (stored == null || stored.isEmpty()) {
            json.writeNull();
        } else if (stored instanceof Point point) {
            writePoint(point);
        } else {
            writeObject(transform.apply(stored));
        }
    }

    private void writePoint(Point stored) {
        double[] xy = {stored.getX(), stored.getY()};
        transform.apply(xy, 1);
        json.writeStartObject();
        json.writeStringProperty("type", "Point");
        json.writeName("coordinates");
        writePosition(xy[0], xy[1]);
        json.writeEndObject();
    }

    private void writeObject(Geometry geometry) {
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        boolean mixed = geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        json.writeName(mixed ? "geometries" : "coordinates");
        if (mixed) {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                writeObject(geometry.getGeometryN(i));
            }
            json.writeEndArray();
        } else {
            writeCoordinates(geometry);
        }
        json.writeEndObject();
    }

    private void writeCoordinates(Geometry geometry) {
        if (geometry instanceof Point point) {
            writePosition(point.getX(), point.getY());
        } else if (geometry instanceof LineString line) {
            writeLine(line);
        } else if (geometry instanceof Polygon polygon) {
            writePolygon(polygon);
        } else if (geometry instanceof GeometryCollection parts) {
            json.writeStartArray();
            for (int i = 0; i < parts.getNumGeometries(); i++) {
                writeCoordinates(parts.getGeometryN(i));
            }
            json.writeEndArray();
        }
    }

    private void writePolygon(Polygon polygon) {
        json.writeStartArray();
        writeLine(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            writeLine(polygon.getInteriorRingN(i));
        }
        json.writeEndArray();
    }

    private void writeLine(LineString line) {
        CoordinateSequence points = line.getCoordinateSequence();
        json.writeStartArray();
        for (int i = 0; i < points.size(); i++) {
            writePosition(points.getX(i), points.getY(i));
        }
        json.writeEndArray();
    }

    private void writePosition(double x, double y) {
        json.writeStartArray();
        decimals.write(json, flip ? y : x);
        decimals.write(json, flip ? x : y);
        json.writeEndArray();
    }
}
