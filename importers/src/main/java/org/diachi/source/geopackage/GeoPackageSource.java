package org.diachi.source.geopackage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.diachi.source.ReadOptions;
import org.diachi.source.Row;
import org.diachi.source.RowProblem;
import org.diachi.source.RowProblem.Rule;
import org.diachi.source.Source;
import org.diachi.source.SourceField;
import org.diachi.source.SourceSchema;
import org.diachi.source.geometry.Geometries;
import org.diachi.source.geometry.UnreadableGeometryException;
import org.diachi.source.geometry.WkbReader;
import org.diachi.source.geopackage.GeoPackageDatabase.Column;
import org.diachi.source.geopackage.GeoPackageDatabase.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The rows of one table of a GeoPackage. */
final class GeoPackageSource implements Source {

    private final Path file;
    private final GeoPackageDatabase database;
    private final SourceSchema schema;
    private final List<CellReader> cells = new ArrayList<>();
    private final Table table;
    private final List<Column> selected;
    private final ResultSet rows;
    private final WkbReader wkb;

    /** 1-based positions in the result; 0 where there is none. */
    private final int idColumn;

    private final int geometryColumn;
    private long number;

    static GeoPackageSource open(Path file, ReadOptions options) throws IOException {
        GeoPackageDatabase database = GeoPackageDatabase.open(file);
        try {
            return new GeoPackageSource(file, database, options);
        } catch (SQLException e) {
            database.close();
            throw GeoPackageDatabase.broken(file, e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private GeoPackageSource(Path file, GeoPackageDatabase database, ReadOptions options) throws SQLException {
        this.file = file;
        this.database = database;
        Table table = database.getTable(options.layer());
        List<Column> selected = new ArrayList<>();
        List<SourceField> fields = new ArrayList<>();
        Column key = null;
        Column shape = null;
        for (Column column : database.listColumns(table)) {
            CellReader cell = CellReader.of(column.declaredType());
            if (column.name().equalsIgnoreCase(table.geometryColumn())) {
                shape = column;
            } else if (cell != null) {
                fields.add(new SourceField(column.name(), cell.type()));
                selected.add(column);
                cells.add(cell);
                key = column.primaryKey() ? column : key;
            }
        }
        this.idColumn = key == null ? 0 : selected.indexOf(key) + 1;
        if (shape != null) {
            selected.add(shape);
        }
        this.geometryColumn = shape == null ? 0 : selected.size();
        this.schema = SourceSchema.of("GeoPackage", table.name())
                .fields(fields)
                .geometry(geometryType(table.geometryType()), options.crsOr(table.crs()))
                .rowCount(database.countRows(table))
                .build();
        this.table = table;
        this.selected = List.copyOf(selected);
        this.wkb = new WkbReader(Geometries.factory(schema.crs().srid()));
        this.rows = database.select(table, selected);
    }

    private static @Nullable String geometryType(@Nullable String declared) {
        return declared == null ? null : Geometries.typeName(declared);
    }

    @Override
    public SourceSchema schema() {
        return schema;
    }

    @Override
    public @Nullable Row next() {
        try {
            if (!rows.next()) {
                return null;
            }
            number++;
            List<RowProblem> problems = new ArrayList<>(0);
            @Nullable Object[] values = new @Nullable Object[cells.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(i, problems);
            }
            String id = idColumn == 0 ? null : String.valueOf(values[idColumn - 1]);
            return new Row(schema, new Row.Position(number, 0), id, values, geometry(problems), problems);
        } catch (SQLException e) {
            throw GeoPackageDatabase.broken(file, e);
        }
    }

    /** SQLite looks at every value itself, many times faster than handing each over. */
    @Override
    public long readThrough() {
        try {
            return database.readThrough(table, selected) - number;
        } catch (SQLException e) {
            throw GeoPackageDatabase.broken(file, e);
        }
    }

    private @Nullable Object value(int index, List<RowProblem> problems) throws SQLException {
        Object cell = rows.getObject(index + 1);
        if (cell == null) {
            return null;
        }
        Object value = cells.get(index).convert(cell);
        if (value == null) {
            SourceField field = schema.fields().get(index);
            problems.add(new RowProblem(
                    number,
                    field.name(),
                    cell instanceof byte[] ? "binary data" : cell.toString(),
                    Rule.VALUE_UNREADABLE,
                    "The column is declared as " + field.type() + "; correct the value."));
        }
        return value;
    }

    private @Nullable Geometry geometry(List<RowProblem> problems) throws SQLException {
        byte[] blob = geometryColumn == 0 ? null : rows.getBytes(geometryColumn);
        if (blob == null) {
            return null;
        }
        try {
            Geometry geometry = wkb.read(blob, GeometryBlob.wkbOffset(blob));
            if (wkb.wasLinearised()) {
                problems.add(RowProblem.curveLinearised(number));
            }
            return geometry;
        } catch (UnreadableGeometryException e) {
            problems.add(RowProblem.geometryUnreadable(number, "The geometry cannot be read: " + e.getMessage() + "."));
            return null;
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
