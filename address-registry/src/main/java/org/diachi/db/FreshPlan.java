package org.diachi.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.PreparedStatementCreator;

/**
 * A statement that is planned for its values each time it runs. For conditions such as a bounding box the best plan
 * depends on the box; the general plan that PostgreSQL falls back to after some runs may read the whole table.
 *
 * @param sql with one {@code ?} for each value
 * @param values none of them null
 */
public record FreshPlan(String sql, List<Object> values) implements PreparedStatementCreator {

    public FreshPlan {
        values = List.copyOf(values);
    }

    @Override
    public PreparedStatement createPreparedStatement(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }
}
