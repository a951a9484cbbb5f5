package org.diachi.mapping;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.diachi.issue.BrokenRow;
import org.diachi.issue.MissingValue;
import org.diachi.issue.OutsideArea;
import org.diachi.issue.RowIssue;
import org.diachi.source.Row;
import org.diachi.source.RowProblem;
import org.diachi.source.SourceSchema;
import org.diachi.value.CoordinateOutOfRangeException;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Reads the rows of one open file by a mapping. Not thread-safe. */
public final class RowMapper {

    /** In place of a field: rows are told apart by their geometry alone, since the source has no ids. */
    static final String GEOMETRY_ID = "$geometry";

    private final int[] idColumns;
    private final boolean takesIdOfFormat;
    private final boolean takesGeometryAsId;
    private final List<String> idFields;
    private final List<BoundField> fields;
    private final CrsTransform transform;
    private final @Nullable GeometryLookup lookup;

    private RowMapper(
            Mapping mapping,
            SourceSchema schema,
            List<BoundField> fields,
            CrsTransform transform,
            @Nullable GeometryLookup lookup) {
        this.idFields = mapping.id();
        this.takesIdOfFormat = mapping.id().isEmpty();
        this.takesGeometryAsId = idFields.contains(GEOMETRY_ID);
        this.idColumns = mapping.id().stream()
                .filter(field -> !field.equals(GEOMETRY_ID))
                .mapToInt(field -> BoundField.indexOf(schema, field, "id"))
                .toArray();
        this.fields = fields;
        this.transform = transform;
        this.lookup = lookup;
    }

    /**
     * Binds a mapping to an open file.
     *
     * @param from the CRS of the file's coordinates
     * @param to the storage CRS
     * @param codeLists whether a code (second) is in a list of the city profile (first)
     * @param lookup where geometries are found that the file does not have
     * @throws MappingException if the file lacks a field that the mapping names
     */
    public static RowMapper bind(
            Mapping mapping,
            SourceSchema schema,
            Crs from,
            Crs to,
            CodeLists codeLists,
            @Nullable GeometryLookup lookup) {
        List<BoundField> bound = new ArrayList<>();
        new TreeMap<>(mapping.fields()).forEach((attribute, rule) -> {
            Predicate<String> isInList = rule.codeList() == null ? code -> true : codeLists.of(rule.codeList());
            bound.add(BoundField.bind(attribute, rule, schema, isInList));
        });
        return new RowMapper(mapping, schema, bound, CrsTransform.between(from, to), lookup);
    }

    /** The code lists of the city profile. */
    public interface CodeLists {

        /** Whether a code is in the list; throws {@link MappingException} if there is no such list. */
        Predicate<String> of(String list);
    }

    /** The name of what identifies a row. */
    public String idField() {
        return idFields.isEmpty() ? "id" : String.join(", ", idFields);
    }

    /** Reads a row. */
    public MappedRow map(Row row) {
        List<RowIssue> issues = new ArrayList<>(2);
        for (RowProblem problem : row.problems()) {
            issues.add(new BrokenRow(
                    problem.field(),
                    problem.value(),
                    problem.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    problem.hint(),
                    problem.rule().losesContent()));
        }
        Hasher hasher = Hashing.murmur3_128().newHasher();
        Map<String, Object> values = new LinkedHashMap<>();
        for (BoundField field : fields) {
            Object value = field.read(row, issues);
            if (value != null) {
                values.put(field.attribute(), value);
                hasher.putUnencodedChars(field.attribute()).putChar('=');
                hasher.putString(value.toString(), StandardCharsets.UTF_8).putChar('\n');
            }
        }
        Geometry geometry = geometry(row, issues);
        if (geometry != null) {
            hash(geometry, hasher);
        }
        String id = takesGeometryAsId ? geometryId(geometry) : id(row);
        if (id == null) {
            issues.add(new MissingValue(idField(), true));
        }
        return new MappedRow(row.number(), id, values, geometry, hasher.hash().asLong(), issues);
    }

    /** To a millimetre, so that another computer's last digits make no other object. */
    private static @Nullable String geometryId(@Nullable Geometry geometry) {
        if (geometry == null) {
            return null;
        }
        Hasher hasher = Hashing.murmur3_128().newHasher();
        for (Coordinate point : geometry.getCoordinates()) {
            hasher.putLong(Math.round(point.x * 1000)).putLong(Math.round(point.y * 1000));
        }
        return hasher.hash().toString();
    }

    private @Nullable String id(Row row) {
        if (takesIdOfFormat) {
            return row.id();
        }
        StringBuilder id = new StringBuilder();
        boolean isThere = false;
        for (int i = 0; i < idColumns.length; i++) {
            Object part = row.value(idColumns[i]);
            String text = part == null ? "" : part.toString().strip();
            isThere |= !text.isEmpty();
            id.append(i == 0 ? "" : "/").append(text);
        }
        return isThere ? id.toString() : null;
    }

    private @Nullable Geometry geometry(Row row, List<RowIssue> issues) {
        if (lookup != null) {
            return lookup.find(row, issues);
        }
        Geometry drawn = row.geometry();
        if (drawn == null) {
            return null;
        }
        Geometry checked = GeometryCheck.check(drawn, issues, this::shown);
        return checked == null ? null : transformed(checked, issues);
    }

    private @Nullable Geometry shown(Geometry refused) {
        try {
            return transform.apply(refused);
        } catch (CoordinateOutOfRangeException e) {
            // What is wrong with the geometry is told already.
            return null;
        }
    }

    private @Nullable Geometry transformed(Geometry geometry, List<RowIssue> issues) {
        try {
            return transform.apply(geometry);
        } catch (CoordinateOutOfRangeException e) {
            Coordinate at = geometry.getCoordinate();
            boolean swapped = Math.abs(at.x) <= 90 && Math.abs(at.y) > 90;
            issues.add(new OutsideArea(
                    at.x + " " + at.y,
                    swapped
                            ? "Latitude and longitude seem to be swapped: longitude comes first."
                            : "Check the coordinates and the CRS of the file."));
            return null;
        }
    }

    private static void hash(Geometry geometry, Hasher hasher) {
        hasher.putInt(geometry.getNumPoints());
        geometry.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                hasher.putDouble(sequence.getX(i)).putDouble(sequence.getY(i));
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return false;
            }
        });
    }
}
