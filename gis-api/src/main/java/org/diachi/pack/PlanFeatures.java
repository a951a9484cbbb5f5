package org.diachi.pack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tells which features belong to plans: whether they may be drawn hangs on how far their plan has come. */
final class PlanFeatures {

    private static final String OF_PLANS = """
            SELECT DISTINCT v.layer, v.id
              FROM registry.plan p JOIN registry.feature v ON v.plan = p.id
             WHERE p.identifier = ANY (?)
            """;

    private static final String OF_STEPS = """
            SELECT DISTINCT v.layer, v.id
              FROM registry.plan_version s JOIN registry.feature v ON v.plan = s.plan
             WHERE s.ended IS NULL AND s.valid_from > ? AND s.valid_from <= ?
            """;

    private PlanFeatures() {}

    /** The day by which the database tells what is being drafted. */
    static LocalDate today(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT current_date");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getObject(1, LocalDate.class);
        }
    }

    /** The ids of the features of plans that come to a step after one day and no later than another. */
    static Map<Integer, Set<String>> ofSteps(Connection connection, LocalDate after, LocalDate last)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_STEPS)) {
            statement.setObject(1, after);
            statement.setObject(2, last);
            return read(statement);
        }
    }

    /** The ids of the features of plans, by the ids of their layers. */
    static Map<Integer, Set<String>> ofPlans(Connection connection, Set<String> plans) throws SQLException {
        if (plans.isEmpty()) {
            return Map.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(OF_PLANS)) {
            statement.setArray(1, connection.createArrayOf("text", plans.toArray()));
            return read(statement);
        }
    }

    private static Map<Integer, Set<String>> read(PreparedStatement statement) throws SQLException {
        Map<Integer, Set<String>> found = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getInt("layer"), layer -> new HashSet<>())
                        .add(String.valueOf(rows.getLong("id")));
            }
        }
        return found;
    }
}
