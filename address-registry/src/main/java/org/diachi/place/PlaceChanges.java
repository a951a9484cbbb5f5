package org.diachi.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.diachi.change.Change;
import org.diachi.change.ChangedStates;
import org.diachi.change.StateChange;
import org.diachi.db.Geometries;
import org.diachi.value.Period;

/** Reads what entries of the log did to administrative units. Thread-safe. */
public final class PlaceChanges {

    private static final String SELECT = """
            SELECT a.seq, v.added = a.seq AS written, p.source_key, v.version, v.valid_from, v.valid_to, v.code, v.level,
                   v.full_name, parent.source_key AS parent_key, v.population, ST_AsBinary(v.shape) AS outline
              FROM unnest(?::bigint[], ?::text[]) AS a (seq, code)
              JOIN registry.place p ON p.source_key = a.code
              JOIN registry.place_version v ON v.place = p.id AND (v.added = a.seq OR v.ended = a.seq)
              LEFT JOIN registry.place parent ON parent.id = v.parent
             ORDER BY a.seq, v.valid_from
            """;

    private final ChangedStates<PlaceState> states;
    private final Geometries geometries;

    /**
     * A reader of one registry.
     *
     * @param storageSrid the EPSG code of the storage CRS
     */
    public PlaceChanges(DataSource dataSource, int storageSrid) {
        this.geometries = new Geometries(storageSrid);
        this.states = new ChangedStates<>(
                dataSource,
                SELECT,
                List.of(ChangedStates.Column.SEQ, ChangedStates.Column.CODE),
                (row, number) -> state(row));
    }

    /** What each of the entries, all of places, ended and wrote. One statement. */
    public StateChange.Collector<PlaceState> read(List<Change> changes) {
        return states.read(changes);
    }

    private PlaceState state(ResultSet row) throws SQLException {
        return new PlaceState(
                text(row, "source_key"),
                row.getInt("version"),
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                text(row, "code"),
                text(row, "level"),
                text(row, "full_name"),
                row.getString("parent_key"),
                (Integer) row.getObject("population"),
                geometries.read(row, "outline"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
