package org.diachi.landuse.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diachi.landuse.statement.Statement.Amount;
import org.locationtech.jts.geom.Dimension;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Measures what lies on a piece of land. Not thread-safe. */
final class Subject {

    private static final double PERCENT = 100;

    /** From this size on an index pays, by a rough measurement. */
    private static final int MANY_POINTS = 200;

    private final Geometry shape;
    private final double whole;
    private final IndexedFacetDistance facets;

    Subject(Geometry shape) {
        this.shape = shape;
        this.whole = extent(shape);
        this.facets = new IndexedFacetDistance(shape);
    }

    boolean isPoint() {
        return shape.getDimension() == Dimension.P;
    }

    /** The subject itself. */
    Amount size() {
        return amount(shape);
    }

    /** The part that a feature covers; empty if it covers nothing of the subject's own dimension. */
    Optional<Geometry> part(Geometry feature) {
        if (!feature.getEnvelopeInternal().intersects(shape.getEnvelopeInternal())) {
            return Optional.empty();
        }
        if (isPoint()) {
            return feature.intersects(shape) ? Optional.of(shape) : Optional.empty();
        }
        Geometry part = overlay(feature, OverlayNG.INTERSECTION);
        return part.isEmpty() || extent(part) <= 0 ? Optional.empty() : Optional.of(part);
    }

    /** What features of any dimension have in common with the subject: an area, a length, or at least a point. */
    Optional<Geometry> touched(Geometry feature) {
        Geometry part = overlay(feature, OverlayNG.INTERSECTION);
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }

    private Geometry overlay(Geometry feature, int operation) {
        if (!(feature instanceof GeometryCollection)
                || feature.getGeometryType().startsWith("Multi")) {
            return OverlayNGRobust.overlay(shape, feature, operation);
        }
        // Overlays take no collections of several dimensions.
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < feature.getNumGeometries(); i++) {
            parts.add(overlay(feature.getGeometryN(i), operation));
        }
        return shape.getFactory().buildGeometry(parts);
    }

    /** Whether a point lies on the border of an area. */
    boolean isOnBorderOf(Geometry area) {
        return isPoint() && area.getBoundary().intersects(shape);
    }

    /** How much of the subject some part is. */
    Amount amount(Geometry part) {
        double area = part.getArea();
        double length = part.getDimension() == Dimension.L ? part.getLength() : 0;
        return new Amount(area, length, share(extent(part)));
    }

    /** A fraction of a point, which nothing can be a part of. */
    static Amount ofPoint(double fraction) {
        return new Amount(0, 0, PERCENT * fraction);
    }

    /** Of an extent in the subject's own dimension. */
    Amount amount(double extent) {
        return shape.getDimension() == Dimension.A
                ? new Amount(extent, 0, share(extent))
                : new Amount(0, extent, share(extent));
    }

    private double share(double extent) {
        return whole > 0 ? PERCENT * extent / whole : PERCENT;
    }

    /** The extent of what all parts cover together. */
    double covered(List<Geometry> parts) {
        return switch (parts.size()) {
            case 0 -> 0;
            case 1 -> extent(parts.get(0));
            default -> extent(OverlayNGRobust.union(parts));
        };
    }

    double whole() {
        return whole;
    }

    /** The measure of the subject's dimension. */
    double extent(Geometry geometry) {
        return switch (shape.getDimension()) {
            case Dimension.A -> geometry.getArea();
            case Dimension.L -> geometry.getDimension() == Dimension.L ? geometry.getLength() : 0;
            default -> geometry.isEmpty() ? 0 : 1;
        };
    }

    /** In metres; 0 if the feature touches the subject. */
    double distanceTo(Geometry feature) {
        if (shape.getNumPoints() < MANY_POINTS) {
            return shape.distance(feature);
        }
        // Facets know nothing of what lies inside.
        return shape.intersects(feature) ? 0 : facets.distance(feature);
    }
}
