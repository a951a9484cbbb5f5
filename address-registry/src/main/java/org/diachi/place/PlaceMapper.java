package org.diachi.place;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.diachi.db.Geometries;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.RowMapper;

/** One row of {@link PlaceReader} to one state of a unit. */
final class PlaceMapper implements RowMapper<Place> {

    private final Geometries geometries;

    PlaceMapper(int storageSrid) {
        this.geometries = new Geometries(storageSrid);
    }

    @Override
    public Place mapRow(ResultSet row, int number) throws SQLException {
        return new Place(
                row.getLong("place"),
                row.getInt("version"),
                period(row, "valid_from", "valid_to"),
                text(row, "code"),
                text(row, "level"),
                text(row, "type_word"),
                text(row, "name"),
                text(row, "full_name"),
                parent(row),
                (Integer) row.getObject("population"),
                links(row, "predecessors"),
                links(row, "successors"),
                geometries.read(row, "outline"),
                row.getLong("changed"));
    }

    /** The geometry in a column, in the storage CRS. */
    @Nullable
    Geometry outline(ResultSet row, String column) throws SQLException {
        return geometries.read(row, column);
    }

    private static @Nullable PlaceName parent(ResultSet row) throws SQLException {
        long id = row.getLong("parent_id");
        return row.wasNull()
                ? null
                : new PlaceName(
                        id,
                        text(row, "parent_code"),
                        text(row, "parent_name"),
                        period(row, "parent_from", "parent_to"));
    }

    private static List<PlaceLink> links(ResultSet row, String column) throws SQLException {
        List<PlaceLink> links = new ArrayList<>();
        Array array = row.getArray(column);
        if (array != null) {
            for (String[] link : (String[][]) array.getArray()) {
                links.add(link(link));
            }
        }
        return links;
    }

    private static PlaceLink link(String[] fields) {
        LocalDate to = fields[4] == null ? null : LocalDate.parse(fields[4]);
        Period valid = new Period(LocalDate.parse(fields[3]), to);
        PlaceName name = new PlaceName(Long.parseLong(fields[0]), fields[1], fields[2], valid);
        return new PlaceLink(name, fields[5], LocalDate.parse(fields[6]));
    }

    private static Period period(ResultSet row, String from, String to) throws SQLException {
        return new Period(row.getObject(from, LocalDate.class), row.getObject(to, LocalDate.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
