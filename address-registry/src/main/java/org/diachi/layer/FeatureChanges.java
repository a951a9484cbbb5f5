package org.diachi.layer;

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

/**
 * Reads what entries of the log did to features of layers; of features of a plan that is being drafted at present, nothing.
 * Thread-safe.
 */
public final class FeatureChanges {

    private static final String SELECT = """
            SELECT a.seq, v.added = a.seq AS written, v.id, v.version, v.valid_from, v.valid_to, v.attributes, v.added,
                   ST_AsBinary(v.shape) AS shape, p.identifier AS plan
              FROM unnest(?::bigint[], ?::text[], ?::bigint[]) AS a (seq, collection, id)
              JOIN registry.layer l ON l.collection = a.collection
              JOIN registry.feature v ON v.layer = l.id AND v.id = a.id AND (v.added = a.seq OR v.ended = a.seq)
               AND (v.plan IS NULL OR v.plan NOT IN (SELECT d.plan FROM registry.draft_plan d))
              LEFT JOIN registry.plan p ON p.id = v.plan
             ORDER BY a.seq, v.valid_from
            """;

    private final ChangedStates<Feature> states;
    private final Geometries geometries;

    /**
     * A reader of one registry.
     *
     * @param storageSrid the EPSG code of the storage CRS
     */
    public FeatureChanges(DataSource dataSource, int storageSrid) {
        this.geometries = new Geometries(storageSrid);
        ChangedStates.Column collection = new ChangedStates.Column("text", Change::kind);
        ChangedStates.Column id = new ChangedStates.Column("int8", change -> Long.valueOf(change.code()));
        this.states = new ChangedStates<>(
                dataSource, SELECT, List.of(ChangedStates.Column.SEQ, collection, id), (row, number) -> feature(row));
    }

    /** What each of the entries, all of features, ended and wrote. One statement. */
    public StateChange.Collector<Feature> read(List<Change> changes) {
        return states.read(changes);
    }

    private Feature feature(ResultSet row) throws SQLException {
        return new Feature(
                row.getLong("id"),
                row.getInt("version"),
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getString("plan"),
                Objects.requireNonNull(row.getString("attributes")),
                geometries.read(row, "shape"),
                row.getLong("added"));
    }
}
