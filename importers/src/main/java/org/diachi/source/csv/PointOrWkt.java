package org.diachi.source.csv;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.diachi.source.GeometryColumns;
import org.diachi.source.RowProblem;
import org.diachi.source.RowProblem.Rule;
import org.diachi.source.geometry.Geometries;
import org.diachi.source.geometry.UnreadableGeometryException;
import org.diachi.source.geometry.WktText;
import org.diachi.source.text.NumberText;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Makes the geometry of a row from one or two of its columns. */
final class PointOrWkt {

    private static final Set<String> WKT_NAMES = Set.of("wkt", "geom", "geometry", "the_geom", "wkt_geom", "shape");
    private static final List<List<String>> POINT_NAMES = List.of(
            List.of("longitude", "latitude"),
            List.of("lon", "lat"),
            List.of("lng", "lat"),
            List.of("long", "lat"),
            List.of("geo_longitude", "geo_latitude"),
            List.of("easting", "northing"),
            List.of("x", "y"));

    private final GeometryColumns columns;
    private final int x;
    private final int y;
    private final int wkt;
    private final char decimalMark;
    private final GeometryFactory factory;
    private final WktText wktReader;

    /**
     * Throws {@link IllegalArgumentException} where a told column does not exist. A column named like WKT is taken only where
     * its first value looks like it.
     */
    PointOrWkt(GeometryColumns told, List<String> names, List<String> firstRow, CsvDialect dialect, int srid) {
        this.columns = told.equals(GeometryColumns.DETECT) ? detect(names, firstRow) : told;
        this.x = index(names, columns.x());
        this.y = index(names, columns.y());
        this.wkt = index(names, columns.wkt());
        this.decimalMark = dialect.decimalMark();
        this.factory = Geometries.factory(srid);
        this.wktReader = new WktText(factory);
    }

    private static GeometryColumns detect(List<String> names, List<String> firstRow) {
        for (int i = 0; i < Math.min(names.size(), firstRow.size()); i++) {
            if (WKT_NAMES.contains(names.get(i).toLowerCase(Locale.ROOT))
                    && firstRow.get(i).matches("(?s)(?i)\\s*(SRID=\\d+;)?[A-Z]+\\s*(Z|M|ZM)?\\s*(\\(|EMPTY).*")) {
                return GeometryColumns.ofWkt(names.get(i));
            }
        }
        List<String> lower =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (List<String> pair : POINT_NAMES) {
            int first = lower.indexOf(pair.get(0));
            int second = lower.indexOf(pair.get(1));
            if (first >= 0 && second >= 0) {
                return GeometryColumns.ofPoint(names.get(first), names.get(second));
            }
        }
        return GeometryColumns.DETECT;
    }

    private static int index(List<String> names, @Nullable String column) {
        if (column == null) {
            return -1;
        }
        int index = names.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "There is no column '" + column + "'; the columns are " + String.join(", ", names));
        }
        return index;
    }

    GeometryColumns columns() {
        return columns;
    }

    /** The type of all geometries, or null where there are none. */
    @Nullable
    String geometryType() {
        return x >= 0 ? "Point" : wkt >= 0 ? "Geometry" : null;
    }

    @Nullable
    Geometry read(long rowNumber, @Nullable Object[] values, Consumer<RowProblem> problems) {
        if (wkt >= 0) {
            return readWkt(rowNumber, values[wkt], problems);
        }
        if (x < 0 || (values[x] == null && values[y] == null)) {
            return null;
        }
        Double first = coordinate(rowNumber, columns.x(), values[x], problems);
        Double second = coordinate(rowNumber, columns.y(), values[y], problems);
        return first == null || second == null ? null : factory.createPoint(Geometries.position(first, second));
    }

    private @Nullable Double coordinate(
            long rowNumber, @Nullable String column, @Nullable Object value, Consumer<RowProblem> problems) {
        String text = value == null ? "" : value.toString();
        Double number = NumberText.parse(text, decimalMark);
        if (number == null) {
            problems.accept(new RowProblem(
                    rowNumber,
                    column,
                    text,
                    Rule.GEOMETRY_UNREADABLE,
                    "Write the coordinate as a plain number with '" + decimalMark + "' as its decimal mark."));
        }
        return number;
    }

    private @Nullable Geometry readWkt(long rowNumber, @Nullable Object value, Consumer<RowProblem> problems) {
        if (value == null) {
            return null;
        }
        try {
            return wktReader.read(value.toString());
        } catch (UnreadableGeometryException e) {
            problems.accept(new RowProblem(
                    rowNumber,
                    columns.wkt(),
                    value.toString(),
                    Rule.GEOMETRY_UNREADABLE,
                    "The well-known text cannot be read: " + e.getMessage() + "."));
            return null;
        }
    }
}
