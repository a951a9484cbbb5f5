package org.diachi.landuse.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.DoubleConsumer;
import org.diachi.landuse.TooLargeException;
import org.diachi.landuse.compare.Comparison.Cell;
import org.diachi.landuse.compare.Comparison.Piece;
import org.diachi.landuse.compare.ZoneReader.CodedArea;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Lays one coverage over another, zone by zone. For one comparison. */
final class Overlay {

    /** Smaller pieces are counted, but not listed, in square metres. */
    private static final double SLIVER = 1;

    /** What rounding leaves of a zone, as a part of it. */
    private static final double NOTHING = 1e-9;

    private static final int MOST_PIECES = 300_000;

    private final BiPredicate<ZoneCode, ZoneCode> isSame;
    private final WardMap wards;
    private final Map<Key, Double> cells = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private long slivers;

    private record Key(String ward, ZoneCode from, ZoneCode to) {}

    Overlay(WardMap wards, BiPredicate<ZoneCode, ZoneCode> isSame) {
        this.wards = wards;
        this.isSame = isSame;
    }

    /**
     * The comparison.
     *
     * @param progress is told how much is done, from 0 to 1
     */
    Comparison run(List<CodedArea> from, List<CodedArea> to, DoubleConsumer progress) {
        STRtree tree = new STRtree();
        to.forEach(zone -> tree.insert(zone.box(), zone));
        tree.build();
        Map<CodedArea, List<Geometry>> coveredOfTo = new IdentityHashMap<>();
        for (int i = 0; i < from.size(); i++) {
            CodedArea zone = from.get(i);
            List<Geometry> covered = new ArrayList<>();
            for (Object near : tree.query(zone.box())) {
                CodedArea other = (CodedArea) near;
                Geometry piece = Areas.overlay(zone.shape(), other.shape(), OverlayNG.INTERSECTION);
                if (piece.getArea() > 0) {
                    add(zone, other, piece);
                    covered.add(piece);
                    coveredOfTo.computeIfAbsent(other, any -> new ArrayList<>()).add(piece);
                }
            }
            addRest(zone, null, covered);
            progress.accept((double) i / (from.size() + to.size() / 2.0));
        }
        for (CodedArea zone : to) {
            addRest(null, zone, coveredOfTo.getOrDefault(zone, List.of()));
        }
        return new Comparison(areas(from), areas(to), listCells(), sorted(), slivers);
    }

    /** What a zone covers and the other side does not. */
    private void addRest(@Nullable CodedArea from, @Nullable CodedArea to, List<Geometry> covered) {
        CodedArea zone = from == null ? Objects.requireNonNull(to) : from;
        double sum = covered.stream().mapToDouble(Geometry::getArea).sum();
        double least = NOTHING * zone.area();
        if (Math.abs(zone.area() - sum) <= least) {
            return;
        }
        Geometry rest = covered.isEmpty()
                ? zone.shape()
                : Areas.overlay(zone.shape(), OverlayNGRobust.union(covered), OverlayNG.DIFFERENCE);
        double outside = rest.getArea();
        if (outside > least) {
            add(from, to, rest);
        }
        // What zones of the other side share was counted for each of them: taken off again, the sums are right.
        double twice = sum + outside - zone.area();
        if (twice > Math.max(least, 1e-6)) {
            ZoneCode code = zone.code();
            Key key = from == null
                    ? new Key(WardMap.NONE, ZoneCode.OUTSIDE, code)
                    : new Key(WardMap.NONE, code, ZoneCode.OUTSIDE);
            cells.merge(key, -twice, Double::sum);
        }
    }

    private void add(@Nullable CodedArea from, @Nullable CodedArea to, Geometry piece) {
        ZoneCode before = from == null ? ZoneCode.OUTSIDE : from.code();
        ZoneCode after = to == null ? ZoneCode.OUTSIDE : to.code();
        boolean isChange = !isSame.test(before, after);
        wards.split(piece, (ward, part) -> {
            double area = part.getArea();
            cells.merge(new Key(ward, before, after), area, Double::sum);
            if (isChange && area >= SLIVER) {
                keep(new Piece(
                        ward, before, after, from == null ? null : from.id(), to == null ? null : to.id(), area, part));
            } else if (isChange) {
                slivers++;
            }
        });
    }

    private void keep(Piece piece) {
        if (pieces.size() >= MOST_PIECES) {
            throw new TooLargeException("More than " + MOST_PIECES + " pieces change");
        }
        pieces.add(piece);
    }

    private static Map<ZoneCode, Double> areas(List<CodedArea> zones) {
        Map<ZoneCode, Double> areas = new TreeMap<>();
        zones.forEach(zone -> areas.merge(zone.code(), zone.area(), Double::sum));
        return areas;
    }

    private List<Cell> listCells() {
        return cells.entrySet().stream()
                .map(entry -> new Cell(
                        entry.getKey().ward(),
                        entry.getKey().from(),
                        entry.getKey().to(),
                        entry.getValue(),
                        isSame.test(entry.getKey().from(), entry.getKey().to())))
                .sorted(Comparator.comparing(Cell::ward)
                        .thenComparing(Cell::from)
                        .thenComparing(Cell::to))
                .toList();
    }

    private List<Piece> sorted() {
        pieces.sort(Comparator.comparingDouble((Piece piece) -> -piece.area()));
        return pieces;
    }
}
