package org.diachi.landuse.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diachi.city.CoverageFault;
import org.diachi.city.CoverageRules;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Finds where zones do not fit one another. Immutable. */
public final class CoverageCheck {

    /** Two zones are one drawn twice if what they do not share is at most this part of the larger. */
    private static final double SAME = 1e-6;

    /** Zones around a gap that a message names. */
    private static final int NEIGHBOURS_NAMED = 3;

    private final CoverageRules rules;

    public CoverageCheck(CoverageRules rules) {
        this.rules = rules;
    }

    /**
     * All faults of the zones of one plan: bow-ties, zones that are slivers, overlaps and duplicates by the order of the
     * zones, then gaps from west to east. Which ground a bow-tie means is unclear: of overlaps with it and gaps beside
     * it nothing is said before it is drawn otherwise.
     */
    public List<CoverageFinding> find(List<CoverageZone> zones) {
        List<CoverageFinding> findings = new ArrayList<>();
        List<CoverageZone> clear = new ArrayList<>();
        List<Geometry> unclear = new ArrayList<>();
        for (CoverageZone zone : zones) {
            TopologyValidationError error = new IsValidOp(zone.shape()).getValidationError();
            if (error == null) {
                clear.add(zone);
            } else {
                findings.add(bowTie(zone, error));
                unclear.add(zone.shape().convexHull());
            }
        }
        clear.forEach(zone -> addThin(zone, zone.shape(), findings));
        Geometry[] shapes = clear.stream().map(CoverageZone::shape).toArray(Geometry[]::new);
        addOverlaps(clear, shapes, index(shapes), findings);
        addGaps(clear, shapes, unclear, findings);
        return findings;
    }

    private static CoverageFinding bowTie(CoverageZone zone, TopologyValidationError error) {
        Coordinate at = Objects.requireNonNullElseGet(error.getCoordinate(), Coordinate::new);
        Point place = zone.shape().getFactory().createPoint(at);
        return new CoverageFinding(
                CoverageFault.BOW_TIE, List.of(zone), place, """
                The outline of zone %s crosses or touches itself at %s (%s). Draw it as one or several simple polygons.\
                """.formatted(zone.label(), text(at), error.getMessage()));
    }

    private void addThin(CoverageZone zone, Geometry shape, List<CoverageFinding> findings) {
        if (meanWidth(shape) < rules.sliverWidthMetres()) {
            findings.add(new CoverageFinding(
                    CoverageFault.SLIVER, List.of(zone), shape, """
                    Zone %s is only %s wide. Give its ground to a neighbour, or draw it as wide as it is.\
                    """.formatted(zone.label(), metres(meanWidth(shape)))));
        }
    }

    private static STRtree index(Geometry[] shapes) {
        STRtree index = new STRtree();
        for (int i = 0; i < shapes.length; i++) {
            index.insert(shapes[i].getEnvelopeInternal(), i);
        }
        index.build();
        return index;
    }

    private void addOverlaps(
            List<CoverageZone> zones, Geometry[] shapes, STRtree index, List<CoverageFinding> findings) {
        // Zones that share each piece of their borders exactly cannot overlap: only the others are laid over each
        // other.
        Geometry[] unmatched = CoverageValidator.validate(shapes);
        for (int i = 0; i < shapes.length; i++) {
            for (int j : neighbours(index, shapes[i])) {
                boolean isSuspect = unmatched[i] != null
                        || unmatched[j] != null
                        || shapes[i].getEnvelopeInternal().equals(shapes[j].getEnvelopeInternal());
                if (j > i && isSuspect) {
                    addOverlap(new Pair(zones.get(i), zones.get(j), shapes[i], shapes[j]), findings);
                }
            }
        }
    }

    /** Two zones near each other and their valid shapes. */
    private record Pair(CoverageZone first, CoverageZone second, Geometry firstShape, Geometry secondShape) {

        List<CoverageZone> zones() {
            return List.of(first, second);
        }

        double larger() {
            return Math.max(firstShape.getArea(), secondShape.getArea());
        }
    }

    private void addOverlap(Pair pair, List<CoverageFinding> findings) {
        Geometry shared = OverlayNGRobust.overlay(pair.firstShape(), pair.secondShape(), OverlayNG.INTERSECTION);
        if (shared.getArea() <= rules.ignoredAreaSquareMetres()) {
            return;
        }
        String labels = pair.first().label() + " and " + pair.second().label();
        if (shared.getArea() >= (1 - SAME) * pair.larger()) {
            findings.add(new CoverageFinding(
                    CoverageFault.DUPLICATE, pair.zones(), shared, """
                    The zones %s have the same outline of %s. Keep one of them.\
                    """.formatted(labels, squareMetres(shared))));
            return;
        }
        for (Polygon part : parts(shared)) {
            boolean isSliver = meanWidth(part) < rules.sliverWidthMetres();
            findings.add(new CoverageFinding(
                    isSliver ? CoverageFault.SLIVER : CoverageFault.OVERLAP, pair.zones(), part, """
                    The zones %s share %s%s around %s. Let both have the same border there.\
                    """.formatted(
                                    labels, squareMetres(part), width(isSliver, part), inside(part))));
        }
    }

    private void addGaps(
            List<CoverageZone> zones, Geometry[] shapes, List<Geometry> unclear, List<CoverageFinding> findings) {
        if (shapes.length == 0) {
            return;
        }
        List<Geometry> all = new ArrayList<>(List.of(shapes));
        all.addAll(unclear);
        Geometry covered = OverlayNGRobust.union(all);
        // A zone that touches no border of the hole it lies in is a polygon of the union too, not ground of the hole.
        List<Polygon> bodies = parts(covered);
        STRtree bodyIndex = index(bodies.toArray(Geometry[]::new));
        List<Polygon> gaps = new ArrayList<>();
        for (Polygon body : bodies) {
            for (int i = 0; i < body.getNumInteriorRing(); i++) {
                addGround(body.getFactory().createPolygon(body.getInteriorRingN(i)), bodies, bodyIndex, gaps);
            }
        }
        gaps.removeIf(gap -> gap.getArea() <= rules.ignoredAreaSquareMetres());
        gaps.sort(Comparator.comparingDouble(
                        (Polygon gap) -> gap.getEnvelopeInternal().getMinX())
                .thenComparingDouble(gap -> gap.getEnvelopeInternal().getMinY()));
        STRtree index = index(shapes);
        gaps.forEach(gap -> findings.add(gap(gap, zones, shapes, index)));
    }

    private static void addGround(Polygon hole, List<Polygon> bodies, STRtree bodyIndex, List<Polygon> gaps) {
        List<Polygon> islands = neighbours(bodyIndex, hole).stream()
                .map(bodies::get)
                .filter(body -> hole.getEnvelopeInternal().covers(body.getEnvelopeInternal()))
                .toList();
        if (islands.isEmpty()) {
            gaps.add(hole);
        } else {
            gaps.addAll(parts(OverlayNGRobust.overlay(
                    hole, OverlayNGRobust.union(new ArrayList<Geometry>(islands)), OverlayNG.DIFFERENCE)));
        }
    }

    private CoverageFinding gap(Polygon gap, List<CoverageZone> zones, Geometry[] shapes, STRtree index) {
        List<CoverageZone> around = neighbours(index, gap).stream()
                .filter(i -> shapes[i].intersects(gap))
                .map(zones::get)
                .toList();
        boolean isSliver = meanWidth(gap) < rules.sliverWidthMetres();
        String named =
                around.stream().limit(NEIGHBOURS_NAMED).map(CoverageZone::label).collect(Collectors.joining(", "));
        return new CoverageFinding(isSliver ? CoverageFault.SLIVER : CoverageFault.GAP, around, gap, """
                Between the zones %s%s lie %s%s around %s that no zone covers. Draw the missing zone, or let its \
                neighbours meet.\
                """.formatted(
                        named,
                        around.size() > NEIGHBOURS_NAMED ? " and others" : "",
                        squareMetres(gap),
                        width(isSliver, gap),
                        inside(gap)));
    }

    /** Those whose boxes meet that of a shape, in their order. */
    private static List<Integer> neighbours(STRtree index, Geometry shape) {
        List<Integer> found = new ArrayList<>();
        index.query(shape.getEnvelopeInternal(), item -> found.add((Integer) item));
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private static List<Polygon> parts(Geometry shared) {
        List<Polygon> parts = new ArrayList<>();
        for (Object polygon : PolygonExtracter.getPolygons(shared)) {
            parts.add((Polygon) polygon);
        }
        return parts;
    }

    /** Twice the area by the perimeter: the width of a long rectangle. */
    private static double meanWidth(Geometry shape) {
        return shape.isEmpty() ? 0 : 2 * shape.getArea() / shape.getLength();
    }

    private static String width(boolean isSliver, Geometry shape) {
        return isSliver ? " in a sliver " + metres(meanWidth(shape)) + " wide" : "";
    }

    private static String squareMetres(Geometry shape) {
        return String.format(Locale.ROOT, "%.2f m²", shape.getArea());
    }

    private static String metres(double length) {
        return String.format(Locale.ROOT, "%.3f m", length);
    }

    private static String inside(Polygon shape) {
        return text(MaximumInscribedCircle.getCenter(shape, Math.max(0.001, meanWidth(shape) / 10))
                .getCoordinate());
    }

    private static String text(Coordinate at) {
        return String.format(Locale.ROOT, "%.2f %.2f", at.x, at.y);
    }
}
