package org.diachi.ogc;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A small map of shapes in longitude and latitude, as SVG that needs nothing else. */
final class ShapesSketch {

    private static final double WIDTH = 640;
    private static final double LEAST_DEGREES = 1e-5;

    private final List<Geometry> shapes;
    private final Envelope box = new Envelope();
    private final double scale;
    private final double squeeze;

    ShapesSketch(List<Geometry> shapes) {
        this.shapes = shapes;
        shapes.forEach(shape -> box.expandToInclude(shape.getEnvelopeInternal()));
        if (!box.isNull()) {
            box.expandBy(Math.max(LEAST_DEGREES, box.getWidth() / 20), Math.max(LEAST_DEGREES, box.getHeight() / 20));
        }
        // Degrees of longitude are shorter than those of latitude.
        this.squeeze = box.isNull() ? 1 : Math.cos(Math.toRadians(box.centre().y));
        this.scale = box.isNull() ? 1 : WIDTH / Math.max(box.getWidth() * squeeze, box.getHeight());
    }

    String svg() {
        if (box.isNull()) {
            return "";
        }
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %.1f %.1f\" role=\"img\" aria-label=\"Map of the features\">\n",
                box.getWidth() * squeeze * scale,
                box.getHeight() * scale));
        shapes.forEach(shape -> append(svg, shape));
        return svg.append("</svg>\n").toString();
    }

    private void append(StringBuilder svg, Geometry shape) {
        if (shape instanceof Point point) {
            svg.append(String.format(
                    Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>%n", x(point.getX()), y(point.getY())));
        } else if (shape instanceof LineString line) {
            svg.append("<path class=\"line\" d=\"").append(path(line)).append("\"/>\n");
        } else if (shape instanceof Polygon polygon) {
            svg.append("<path class=\"area\" d=\"").append(path(polygon.getExteriorRing()));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                svg.append(path(polygon.getInteriorRingN(i)));
            }
            svg.append("\"/>\n");
        } else {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                append(svg, shape.getGeometryN(i));
            }
        }
    }

    private String path(LineString line) {
        StringBuilder path = new StringBuilder();
        for (Coordinate point : line.getCoordinates()) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(String.format(Locale.ROOT, "%.1f %.1f", x(point.x), y(point.y)));
        }
        return path.toString();
    }

    private double x(double longitude) {
        return (longitude - box.getMinX()) * squeeze * scale;
    }

    private double y(double latitude) {
        return (box.getMaxY() - latitude) * scale;
    }
}
