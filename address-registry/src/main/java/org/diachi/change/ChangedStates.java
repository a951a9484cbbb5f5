package org.diachi.change;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads what entries of the log did to one sort of objects: one statement for all of them. It binds an array for each
 * column and brings, beside what the mapper reads, {@code seq} and {@code written}. Thread-safe.
 */
public final class ChangedStates<T> {

    private final JdbcTemplate jdbc;
    private final String sql;
    private final List<Column> columns;
    private final RowMapper<T> mapper;

    /**
     * What the statement is told of every entry.
     *
     * @param type of the elements, as PostgreSQL names it
     * @param value of an entry
     */
    public record Column(String type, Function<Change, Object> value) {

        /** The number of the entry. */
        public static final Column SEQ = new Column("int8", Change::seq);

        /** The code of its object. */
        public static final Column CODE = new Column("text", Change::code);
    }

    /**
     * A reader.
     *
     * @param sql with one {@code ?} for each column
     */
    public ChangedStates(DataSource dataSource, String sql, List<Column> columns, RowMapper<T> mapper) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.sql = sql;
        this.columns = List.copyOf(columns);
        this.mapper = mapper;
    }

    /** What each of the entries ended and wrote. */
    public StateChange.Collector<T> read(List<Change> changes) {
        StateChange.Collector<T> states = new StateChange.Collector<>();
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    for (int i = 0; i < columns.size(); i++) {
                        Column column = columns.get(i);
                        Object[] values = changes.stream().map(column.value()).toArray();
                        statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
                    }
                    return statement;
                },
                row -> {
                    states.add(row.getLong("seq"), row.getBoolean("written"), mapper.mapRow(row, 0));
                });
        return states;
    }
}
