package org.diachi.filter.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.diachi.filter.FilterException;
import org.diachi.filter.FilterLimits;
import org.diachi.filter.Places;
import org.diachi.filter.cql.Token.Kind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Reads geometries as WKT has them, and boxes. The first number of a position is x; heights are left out. */
final class GeometryText {

    private static final Set<String> TYPES = Set.of(
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "bbox");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Tokens tokens;
    private int positions;
    private int depth;

    GeometryText(Tokens tokens) {
        this.tokens = tokens;
    }

    static boolean isGeometry(String word) {
        return TYPES.contains(word);
    }

    Geometry read() {
        Token type = tokens.take();
        FilterLimits.requireFlat(++depth, Places.character(type.start()));
        if (tokens.peek().isWord("Z")) {
            tokens.take();
        }
        Geometry geometry = ofType(type);
        depth--;
        return geometry;
    }

    private Geometry ofType(Token type) {
        return switch (type.text().toLowerCase(Locale.ROOT)) {
            case "point" -> point();
            case "linestring" -> line();
            case "polygon" -> polygon();
            case "multipoint" ->
                FACTORY.createMultiPoint(list(this::pointOfMany).toArray(Point[]::new));
            case "multilinestring" ->
                FACTORY.createMultiLineString(list(this::line).toArray(LineString[]::new));
            case "multipolygon" ->
                FACTORY.createMultiPolygon(list(this::polygon).toArray(Polygon[]::new));
            case "bbox" -> box(type);
            case "geometrycollection" ->
                FACTORY.createGeometryCollection(list(this::member).toArray(Geometry[]::new));
            default -> throw new FilterException(Places.character(type.start()), "no geometry is called so");
        };
    }

    private Geometry member() {
        if (!isGeometry(tokens.peek().text().toLowerCase(Locale.ROOT))) {
            throw tokens.unexpected("a geometry");
        }
        return read();
    }

    private interface Reader<T> {
        T read();
    }

    private <T> List<T> list(Reader<T> element) {
        tokens.expectSign("(");
        List<T> elements = new ArrayList<>();
        do {
            elements.add(element.read());
        } while (tokens.acceptSign(","));
        tokens.expectSign(")");
        return elements;
    }

    private Point point() {
        return FACTORY.createPoint(list(this::position).get(0));
    }

    private Point pointOfMany() {
        return tokens.peek().isSign("(") ? point() : FACTORY.createPoint(position());
    }

    private LineString line() {
        int start = tokens.peek().start();
        List<Coordinate> line = list(this::position);
        if (line.size() < 2) {
            throw new FilterException(Places.character(start), "a line has two positions at least");
        }
        return FACTORY.createLineString(line.toArray(Coordinate[]::new));
    }

    private Polygon polygon() {
        List<LinearRing> rings = list(this::ring);
        return FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring() {
        int start = tokens.peek().start();
        List<Coordinate> ring = list(this::position);
        if (ring.size() < 4 || !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
            throw new FilterException(
                    Places.character(start), "a ring has four positions at least and ends where it begins");
        }
        return FACTORY.createLinearRing(ring.toArray(Coordinate[]::new));
    }

    private Coordinate position() {
        FilterLimits.requireSmall(++positions, Places.character(tokens.peek().start()));
        Coordinate position = new Coordinate(number(), number());
        if (tokens.peek().kind() == Kind.NUMBER || tokens.peek().isSign("-")) {
            number();
        }
        return position;
    }

    private double number() {
        int start = tokens.peek().start();
        int sign = tokens.acceptSign("-") ? -1 : 1;
        if (tokens.peek().kind() != Kind.NUMBER) {
            throw tokens.unexpected("a number");
        }
        double number = sign * Double.parseDouble(tokens.take().text());
        if (Double.isInfinite(number)) {
            throw new FilterException(Places.character(start), "the number is too large for a coordinate");
        }
        return number;
    }

    private Geometry box(Token type) {
        List<Double> numbers = list(this::number);
        if (numbers.size() != 4 && numbers.size() != 6) {
            throw new FilterException(
                    Places.character(type.start()), "BBOX takes four or six numbers, not " + numbers.size());
        }
        int second = numbers.size() / 2;
        return Boxes.of(
                numbers.get(0),
                numbers.get(1),
                numbers.get(second),
                numbers.get(second + 1),
                Places.character(type.start()));
    }
}
