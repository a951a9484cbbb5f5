package org.diachi.landuse.compare;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A finished comparison. Areas are square metres of the storage CRS.
 *
 * @param fromAreas of the one side by code, as it went in
 * @param toAreas of the other side by code, as it went in
 * @param cells of the matrix, by ward and the codes of both sides; their areas add up to those that went in
 * @param pieces that change from one code to another, the largest first
 * @param slivers how many further pieces are smaller than a square metre
 */
public record Comparison(
        Map<ZoneCode, Double> fromAreas,
        Map<ZoneCode, Double> toAreas,
        List<Cell> cells,
        List<Piece> pieces,
        long slivers) {

    public Comparison {
        fromAreas = Map.copyOf(fromAreas);
        toAreas = Map.copyOf(toAreas);
        cells = List.copyOf(cells);
        pieces = List.copyOf(pieces);
    }

    /** The ground that either side covers. */
    public double area() {
        return cells.stream().mapToDouble(Cell::area).sum();
    }

    /**
     * A field of the matrix.
     *
     * @param ward code of the ward; empty outside all wards
     * @param isSame whether both codes mean the same: they are equal, or one scheme's word for the other's without loss
     */
    public record Cell(String ward, ZoneCode from, ZoneCode to, double area, boolean isSame) {}

    /**
     * A piece of ground whose code changes.
     *
     * @param fromId of the feature of the one side; absent outside
     * @param toId of the feature of the other side; absent outside
     */
    public record Piece(
            String ward,
            ZoneCode from,
            ZoneCode to,
            @Nullable Long fromId,
            @Nullable Long toId,
            double area,
            Geometry shape) {

        public Piece {
            Objects.requireNonNull(shape, "shape");
        }
    }
}
