package org.diachi.sample;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diachi.export.Feature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Lets everything through and adds what a city must not have: as it sees zones, lawns and drains it draws heritage belts,
 * flood lines and building sites, some where they do no harm and {@value #OF_EACH_KIND} of each kind where they do. What
 * does harm is listed.
 */
final class ConflictSeeds implements SampleSink {

    private static final int OF_EACH_KIND = 5;

    /** Ground on both sides of a drain that is to stay free, in metres. */
    private static final double EASEMENT = 1;

    /** Sites are squares of 4 metres. */
    private static final double HALF_SITE = 2;

    private static final double LEAST_RADIUS = 6;
    private static final double LEAST_DRAIN = 20;
    private static final int CORNERS = 8;

    private final SampleSink sink;
    private final GeometryFactory geometries;
    private final String planInForce;
    private final Map<String, LandUseRole> roles = new HashMap<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private int drawn;

    /** What is added: conflicts of the rules that the profile of the sample city has, and what is none. */
    private enum Kind {
        ZONE_IN_BELT("building-zone-in-heritage-belt", SampleLayer.HERITAGE_BELTS),
        ZONE_IN_FLOOD("residential-in-flood-line", SampleLayer.FLOOD_LINES),
        SITE_ON_LAWN("building-in-green-space", SampleLayer.BUILDING_SITES),
        SITE_OVER_DRAIN("building-over-drain", SampleLayer.BUILDING_SITES),
        HARMLESS_BELT(null, SampleLayer.HERITAGE_BELTS),
        HARMLESS_FLOOD(null, SampleLayer.FLOOD_LINES);

        private final @Nullable String rule;
        private final SampleLayer layer;

        Kind(@Nullable String rule, SampleLayer layer) {
            this.rule = rule;
            this.layer = layer;
        }
    }

    ConflictSeeds(SampleSink sink, SampleArea area, GeometryFactory geometries) {
        this.sink = sink;
        this.geometries = geometries;
        this.planInForce = area.plans().get(0).id();
        area.landUses().forEach(use -> roles.put(use.code(), use.role()));
    }

    @Override
    public void write(SampleLayer layer, Feature feature) throws IOException {
        sink.write(layer, feature);
        switch (layer) {
            case ZONES -> besideZone(feature);
            case GREEN_SPACES -> onLawn(feature);
            case DRAINAGE_LINKS -> overDrain(feature);
            default -> {}
        }
    }

    private void besideZone(Feature zone) throws IOException {
        LandUseRole role = roles.get(text(SampleLayer.ZONES, zone, "land_use"));
        if (role == null || !planInForce.equals(text(SampleLayer.ZONES, zone, "plan_id"))) {
            return;
        }
        switch (role) {
            case COMMERCIAL, INDUSTRIAL -> within(zone, Kind.ZONE_IN_BELT);
            case PUBLIC -> within(zone, Kind.HARMLESS_BELT);
            case URBAN_RESIDENTIAL, RURAL_RESIDENTIAL -> within(zone, Kind.ZONE_IN_FLOOD);
            case FARM, FOREST -> within(zone, Kind.HARMLESS_FLOOD);
            default -> {}
        }
    }

    /** A belt or a flood line that lies in the zone altogether. */
    private void within(Feature zone, Kind kind) throws IOException {
        Optional<Circle> room = isFull(kind) ? Optional.empty() : room(geometry(zone));
        if (room.isPresent()) {
            Polygon ground = octagon(room.get().centre(), 0.7 * room.get().radius());
            String id = add(kind, ground);
            list(kind, text(SampleLayer.ZONES, zone, "id"), id, ground);
        }
    }

    private void onLawn(Feature lawn) throws IOException {
        Optional<Circle> room = isFull(Kind.SITE_ON_LAWN) ? Optional.empty() : room(geometry(lawn));
        if (room.isPresent()) {
            Polygon site = square(room.get().centre());
            String id = add(Kind.SITE_ON_LAWN, site);
            list(Kind.SITE_ON_LAWN, id, text(SampleLayer.GREEN_SPACES, lawn, "id"), site);
        }
    }

    private void overDrain(Feature drain) throws IOException {
        Geometry line = geometry(drain);
        if (isFull(Kind.SITE_OVER_DRAIN)
                || line.getLength() < LEAST_DRAIN
                || !"pipe".equals(text(SampleLayer.DRAINAGE_LINKS, drain, "kind"))) {
            return;
        }
        Coordinate middle = new LengthIndexedLine(line).extractPoint(line.getLength() / 2);
        Polygon site = square(middle);
        String id = add(Kind.SITE_OVER_DRAIN, site);
        list(
                Kind.SITE_OVER_DRAIN,
                id,
                text(SampleLayer.DRAINAGE_LINKS, drain, "id"),
                site.intersection(line.buffer(EASEMENT)));
    }

    private boolean isFull(Kind kind) {
        return counts.getOrDefault(kind, 0) == OF_EACH_KIND;
    }

    private String add(Kind kind, Polygon ground) throws IOException {
        counts.merge(kind, 1, Integer::sum);
        drawn++;
        String id = Ids.of("X", drawn, 3);
        sink.write(kind.layer, Feature.of(ground, id));
        return id;
    }

    private void list(Kind kind, String left, String right, Geometry shared) throws IOException {
        if (kind.rule != null) {
            sink.write(
                    SampleLayer.SEEDED_CONFLICTS,
                    Feature.of(
                            shared.getInteriorPoint(),
                            left + " " + right,
                            kind.rule,
                            left,
                            right,
                            Math.rint(100 * shared.getArea()) / 100));
        }
    }

    private record Circle(Coordinate centre, double radius) {}

    /** The largest circle in a polygon, if there is room to draw in it. */
    private static Optional<Circle> room(Geometry polygon) {
        MaximumInscribedCircle circle = new MaximumInscribedCircle(polygon, 0.5);
        double radius = circle.getRadiusLine().getLength();
        return radius < LEAST_RADIUS
                ? Optional.empty()
                : Optional.of(new Circle(circle.getCenter().getCoordinate(), radius));
    }

    private Polygon square(Coordinate centre) {
        double west = centre.x - HALF_SITE;
        double east = centre.x + HALF_SITE;
        double south = centre.y - HALF_SITE;
        double north = centre.y + HALF_SITE;
        return geometries.createPolygon(new Coordinate[] {
            new Coordinate(west, south),
            new Coordinate(east, south),
            new Coordinate(east, north),
            new Coordinate(west, north),
            new Coordinate(west, south)
        });
    }

    private Polygon octagon(Coordinate centre, double radius) {
        Coordinate[] ring = new Coordinate[CORNERS + 1];
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            ring[i] = new Coordinate(
                    centre.x + radius * StrictMath.cos(angle), centre.y + radius * StrictMath.sin(angle));
        }
        ring[CORNERS] = ring[0].copy();
        return geometries.createPolygon(ring);
    }

    private static Geometry geometry(Feature feature) {
        return Objects.requireNonNull(feature.geometry());
    }

    private static String text(SampleLayer layer, Feature feature, String field) {
        return String.valueOf(feature.values().get(layer.indexOf(field)));
    }
}
