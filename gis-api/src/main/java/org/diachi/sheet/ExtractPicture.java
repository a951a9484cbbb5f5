package org.diachi.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.diachi.layer.Feature;
import org.diachi.portrayal.Painter;
import org.diachi.portrayal.Picture;
import org.diachi.portrayal.View;
import org.diachi.portrayal.png.PngEncoder;
import org.diachi.portrayal.style.MapStyle;
import org.diachi.portrayal.style.TextSymbol;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Dimension;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws the features of a state of the register with the styles of the maps. Map packs know only what is believed now, and
 * nothing of drafts: an extract must show what its statement says. For one picture.
 */
final class ExtractPicture {

    private static final double DOTS_PER_MILLIMETRE = 6;
    private static final double PIXEL_MILLIMETRES = 0.28;
    private static final int WHITE = 0xFFFFFFFF;
    private static final JsonMapper JSON = new JsonMapper();

    private final ExtractFrame frame;
    private final int width;
    private final int height;
    private final Painter painter = new Painter();

    ExtractPicture(ExtractFrame frame) {
        this.frame = frame;
        this.width = (int) Math.round(frame.width() * DOTS_PER_MILLIMETRE);
        this.height = (int) Math.round(frame.height() * DOTS_PER_MILLIMETRE);
        double metresPerPixel = frame.box().getWidth() / width;
        painter.begin(new View(width, height, DOTS_PER_MILLIMETRE * PIXEL_MILLIMETRES, metresPerPixel, 0, 0));
    }

    /** A feature that is ready to be drawn: its parts in pixels. */
    private record Drawn(Feature feature, JsonNode attributes, BitSet rules, List<Part> parts) {}

    /** A polygon with its rings, a line or a point. */
    private record Part(int dimension, double[] xy, int[] ends) {}

    /** Draws a layer over what is there. */
    void draw(MapStyle style, List<Feature> features) {
        double scale = frame.scaleDenominator();
        List<Drawn> drawn = new ArrayList<>();
        for (Feature feature : features) {
            Geometry shape = feature.shape();
            if (shape != null) {
                JsonNode attributes = JSON.readTree(feature.attributes());
                BitSet rules = style.drawn(style.matching(values(feature, attributes)), scale);
                drawn.add(new Drawn(feature, attributes, rules, parts(shape)));
            }
        }
        for (MapStyle.Pass pass : style.passes(scale)) {
            for (Drawn one : drawn) {
                if (one.rules().get(pass.rule())) {
                    paint(pass, one);
                }
            }
            painter.flush();
        }
    }

    /** The picture as a PNG file. */
    byte[] png() {
        Picture picture = painter.finish(WHITE);
        return new PngEncoder().encode(picture.argb(), width, height, PngEncoder.Kind.RGB);
    }

    private static Function<String, @Nullable Object> values(Feature feature, JsonNode attributes) {
        return name -> {
            if (name.equals("plan")) {
                return feature.plan();
            }
            JsonNode value = attributes.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            return value.isNumber() ? (Object) value.doubleValue() : value.asString(value.toString());
        };
    }

    private void paint(MapStyle.Pass pass, Drawn one) {
        for (Part part : one.parts()) {
            if (pass.symbol() instanceof TextSymbol text) {
                label(text, one, part);
            } else if (part.dimension() == Dimension.A) {
                painter.polygon(pass.symbol(), part.xy(), part.ends(), 0, part.ends().length);
            } else if (part.dimension() == Dimension.L) {
                painter.line(pass.symbol(), part.xy(), part.ends(), 0, 1);
            } else {
                painter.point(pass.symbol(), part.xy()[0], part.xy()[1]);
            }
        }
    }

    private void label(TextSymbol symbol, Drawn one, Part part) {
        String text = symbol.text(values(one.feature(), one.attributes()));
        if (text.isEmpty()) {
            return;
        }
        long id = one.feature().id();
        switch (part.dimension()) {
            case Dimension.A -> painter.labelPolygon(symbol, text, id, part.xy(), part.ends(), 0, part.ends().length);
            case Dimension.L -> painter.labelLine(symbol, text, id, part.xy(), part.ends(), 0, 1);
            default -> painter.labelPoint(symbol, text, id, part.xy()[0], part.xy()[1]);
        }
    }

    private List<Part> parts(Geometry shape) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Geometry one = shape.getGeometryN(i);
            if (one instanceof Polygon polygon) {
                List<LineString> rings = new ArrayList<>(List.of(polygon.getExteriorRing()));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(polygon.getInteriorRingN(hole));
                }
                parts.add(part(Dimension.A, rings));
            } else if (one instanceof LineString line) {
                parts.add(part(Dimension.L, List.of(line)));
            } else if (one instanceof Point point) {
                parts.add(new Part(Dimension.P, new double[] {x(point.getX()), y(point.getY())}, new int[] {1}));
            } else {
                parts.addAll(parts(one));
            }
        }
        return parts;
    }

    private Part part(int dimension, List<LineString> lines) {
        int points = lines.stream().mapToInt(LineString::getNumPoints).sum();
        double[] xy = new double[2 * points];
        int[] ends = new int[lines.size()];
        int at = 0;
        for (int i = 0; i < ends.length; i++) {
            for (Coordinate point : lines.get(i).getCoordinates()) {
                xy[2 * at] = x(point.x);
                xy[2 * at + 1] = y(point.y);
                at++;
            }
            ends[i] = at;
        }
        return new Part(dimension, xy, ends);
    }

    private double x(double easting) {
        return frame.x(easting) * DOTS_PER_MILLIMETRE;
    }

    private double y(double northing) {
        return frame.y(northing) * DOTS_PER_MILLIMETRE;
    }
}
