package org.diachi.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diachi.issue.MissingValue;
import org.diachi.issue.NoPosition;
import org.diachi.issue.RowIssue;
import org.diachi.source.ReadOptions;
import org.diachi.source.Row;
import org.diachi.source.Source;
import org.diachi.source.SourceFile;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Finds the position of a row by a key, such as an address by its parcel. Holds one point for each key of the other
 * file, inside its area, in the storage CRS: about 100 bytes a key.
 */
public final class GeometryLookup {

    private final String field;
    private final Map<String, Point> points = new HashMap<>();

    private GeometryLookup(String field) {
        this.field = field;
    }

    /**
     * Reads the other file.
     *
     * @param folder where the file is
     * @param to the storage CRS
     */
    public static GeometryLookup read(Path folder, Mapping.GeometryFrom from, Crs to) {
        GeometryLookup lookup = new GeometryLookup(from.field());
        Path file = folder.resolve(from.file());
        try (Source source = SourceFile.open(file, ReadOptions.DETECT.withLayer(from.table()))) {
            Crs crs = FileCrs.of(source.schema().crs(), from.crs(), file);
            CrsTransform transform = CrsTransform.between(crs, to);
            int key = BoundField.indexOf(source.schema(), from.key(), "the key of " + from.file());
            source.forEach(row -> lookup.remember(row, key, transform));
        }
        return lookup;
    }

    private void remember(Row row, int key, CrsTransform transform) {
        Object value = row.value(key);
        Geometry drawn = row.geometry();
        if (value == null || drawn == null) {
            return;
        }
        Geometry geometry = GeometryCheck.check(drawn, new ArrayList<>(), refused -> null);
        if (geometry != null) {
            Point inside = geometry.getInteriorPoint();
            inside.setSRID(geometry.getSRID());
            // Of several areas with one key the first counts: which one a row means cannot be told.
            points.putIfAbsent(value.toString().strip(), (Point) transform.apply(inside));
        }
    }

    @Nullable
    Geometry find(Row row, List<RowIssue> issues) {
        String key = row.text(field);
        if (key == null || key.isBlank()) {
            issues.add(new MissingValue(field, true));
            return null;
        }
        Point point = points.get(key.strip());
        if (point == null) {
            issues.add(new NoPosition("No area has the key " + key + " of the field " + field
                    + ". Correct the key, or add the area to the other file."));
        }
        return point;
    }
}
