package org.diachi.http;

import java.util.ArrayList;
import java.util.List;
import org.diachi.address.AddressQuery;
import org.diachi.city.GoldenPoint;
import org.diachi.http.problem.ProblemException;
import org.diachi.registry.Registry;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;

/** Reads boxes and circles, and takes them to the storage CRS. */
@Component
public final class AreaParameters {

    /**
     * How far around the city its storage CRS is meant to be used, in degrees. Farther away a projection has no images
     * or wrong ones; nothing of the city is there.
     */
    private static final double REACH_DEGREES = 12;

    /** A straight edge of a box is curved in another projection: in so many pieces it follows. */
    private static final int PIECES_OF_AN_EDGE = 16;

    private static final double USUAL_RADIUS_METRES = 100;
    private static final double LARGEST_RADIUS_METRES = 10_000;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final CrsParameters systems;
    private final Envelope reach;

    AreaParameters(CrsParameters systems, Registry registry) {
        this.systems = systems;
        GoldenPoint centre = registry.profile().goldenPoint();
        this.reach = new Envelope(
                centre.lon() - REACH_DEGREES,
                centre.lon() + REACH_DEGREES,
                Math.max(centre.lat() - REACH_DEGREES, -90),
                Math.min(centre.lat() + REACH_DEGREES, 90));
    }

    /**
     * The area of a box in the storage CRS, as far as the storage CRS reaches; empty if the box is elsewhere. Null if
     * there is no box.
     *
     * @param bbox four or six numbers in the axis order of their system
     * @param bboxCrs a reference to their system; CRS84 if absent
     * @throws ProblemException if either cannot be read
     */
    public @Nullable Geometry area(@Nullable String bbox, @Nullable String bboxCrs) {
        Crs crs = systems.read("bbox-crs", bboxCrs);
        if (bbox == null) {
            return null;
        }
        Crs storage = systems.storage();
        List<Geometry> parts = new ArrayList<>();
        for (Envelope box : Bbox.parse(bbox, crs).boxes()) {
            Envelope near = crs.equals(storage) ? box : box.intersection(reachIn(crs));
            if (!near.isNull()) {
                parts.add(CrsTransform.between(crs, storage).apply(outline(near)));
            }
        }
        Geometry area = parts.size() == 1 ? parts.get(0) : FACTORY.buildGeometry(parts);
        area.setSRID(storage.epsg());
        return area;
    }

    /**
     * A geometry in the storage CRS, as far as that reaches; empty if the geometry is elsewhere.
     *
     * @param written in the axis order of its system
     * @throws IllegalArgumentException if it lies outside of its own system
     */
    public Geometry toStorage(Geometry written, Crs crs) {
        Crs storage = systems.storage();
        Geometry geometry = OutputCrs.of(crs, storage).flipped(written);
        Geometry stored = crs.equals(storage)
                ? geometry
                : CrsTransform.between(crs, storage).apply(within(geometry, reachIn(crs)));
        stored.setSRID(storage.epsg());
        return stored;
    }

    /** Members of a collection are cut one by one: together they may be of several dimensions. */
    private static Geometry within(Geometry geometry, Envelope reach) {
        if (reach.contains(geometry.getEnvelopeInternal())) {
            return geometry;
        }
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i).intersection(FACTORY.toGeometry(reach));
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return FACTORY.buildGeometry(parts);
    }

    /** Whether a geometry of the storage CRS lies where the city is, as far as coordinates are exact. */
    public boolean isNear(Geometry stored) {
        return reachIn(systems.storage()).contains(stored.getEnvelopeInternal());
    }

    private Envelope reachIn(Crs crs) {
        return CrsTransform.between(Crs.CRS84, crs).apply(outline(reach)).getEnvelopeInternal();
    }

    private static Geometry outline(Envelope box) {
        Geometry outline = FACTORY.toGeometry(box);
        double longest = Math.max(box.getWidth(), box.getHeight());
        return longest > 0 ? Densifier.densify(outline, longest / PIECES_OF_AN_EDGE) : outline;
    }

    /**
     * A circle: longitude, latitude and perhaps a radius in metres. Null if there is none.
     *
     * @throws ProblemException if it cannot be read
     */
    public AddressQuery.@Nullable Near near(@Nullable String text) {
        if (text == null) {
            return null;
        }
        double[] numbers = Numbers.parse("near", text, "Give longitude,latitude or longitude,latitude,metres");
        if (numbers.length != 2 && numbers.length != 3) {
            throw ProblemException.badValue(
                    "near",
                    "The parameter \"near\" has " + numbers.length + " numbers. Give longitude,latitude,metres.");
        }
        double metres = numbers.length == 3 ? numbers[2] : USUAL_RADIUS_METRES;
        if (!(metres >= 0 && metres <= LARGEST_RADIUS_METRES)) {
            throw ProblemException.badValue(
                    "near",
                    "The radius in \"near\" is " + metres + " metres. Give 0 to " + LARGEST_RADIUS_METRES + ".");
        }
        return new AddressQuery.Near(point("near", numbers[0], numbers[1]), metres);
    }

    /**
     * A place in the storage CRS.
     *
     * @param parameter that told it, for the problem
     * @throws ProblemException if it is far from the city
     */
    public Point point(String parameter, double longitude, double latitude) {
        if (!reach.contains(longitude, latitude)) {
            throw ProblemException.badValue(
                    parameter,
                    "The place " + longitude + "," + latitude
                            + " is far from this city. Give longitude before latitude.");
        }
        Point point = FACTORY.createPoint(new Coordinate(longitude, latitude));
        return (Point) CrsTransform.between(Crs.CRS84, systems.storage()).apply(point);
    }
}
