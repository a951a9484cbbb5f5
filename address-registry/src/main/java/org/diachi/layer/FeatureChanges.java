package org.diachi.layer;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.diachi.change.Change;
import org.diachi.change.StateChange;
import org.diachi.db.Geometries;
import org.diachi.value.Period;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what entries of the log did to features of layers. Thread-safe. */
public final class FeatureChanges {

    private static final String SELECT = """
            SELECT a.seq, v.added = a.seq AS written, v.id, v.version, v.valid_from, v.valid_to, v.attributes, v.added,
                   ST_AsBinary(v.shape) AS shape, p.identifier AS plan
              FROM unnest(?::bigint[], ?::text[], ?::bigint[]) AS a (seq, collection, id)
              JOIN registry.layer l ON l.collection = a.collection
              JOIN registry.feature v ON v.layer = l.id AND v.id = a.id AND (v.added = a.seq OR v.ended = a.seq)
              LEFT JOIN registry.plan p ON p.id = v.plan
             ORDER BY a.seq, v.valid_from
            """;

    private final JdbcTemplate jdbc;
    private final Geometries geometries;

    /**
     * A reader of one registry.
     *
     * @param storageSrid the EPSG code of the storage CRS
     */
    public FeatureChanges(DataSource dataSource, int storageSrid) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.geometries = new Geometries(storageSrid);
    }

    /** What each of the entries, all of features, ended and wrote. One statement. */
    public StateChange.Collector<Feature> read(List<Change> changes) {
        StateChange.Collector<Feature> states = new StateChange.Collector<>();
        Object[] seqs = changes.stream().map(Change::seq).toArray();
        Object[] collections = changes.stream().map(Change::kind).toArray();
        Object[] ids =
                changes.stream().map(change -> Long.valueOf(change.code())).toArray();
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(SELECT);
                    statement.setArray(1, connection.createArrayOf("int8", seqs));
                    statement.setArray(2, connection.createArrayOf("text", collections));
                    statement.setArray(3, connection.createArrayOf("int8", ids));
                    return statement;
                },
                row -> {
                    states.add(row.getLong("seq"), row.getBoolean("written"), feature(row));
                });
        return states;
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
