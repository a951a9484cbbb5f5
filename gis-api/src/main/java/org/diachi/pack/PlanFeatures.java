package org.diachi.pack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tells which features belong to plans: whether they may be drawn hangs on how far their plan has come. */
final class PlanFeatures {

    private static final String SQL = """
            SELECT DISTINCT v.layer, v.id
              FROM registry.plan p JOIN registry.feature v ON v.plan = p.id
             WHERE p.identifier = ANY (?)
            """;

    private PlanFeatures() {}

    /** The ids of the features of plans, by the ids of their layers. */
    static Map<Integer, Set<String>> read(Connection connection, Set<String> plans) throws SQLException {
        Map<Integer, Set<String>> found = new HashMap<>();
        if (plans.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, connection.createArrayOf("text", plans.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getInt("layer"), layer -> new HashSet<>())
                            .add(String.valueOf(rows.getLong("id")));
                }
            }
        }
        return found;
    }
}
