package org.diachi.layer;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.diachi.db.FreshPlan;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks up features of a layer by what other features call them. */
public final class FeatureReferences {

    private final JdbcTemplate jdbc;

    public FeatureReferences(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Those of the values that some feature of the layer has in an attribute. */
    public List<String> listKnown(Layer layer, String attribute, Collection<String> values) {
        String sql = """
                SELECT wanted.value FROM unnest(?::text[]) AS wanted (value)
                 WHERE EXISTS (SELECT FROM registry.feature f
                                WHERE f.layer = ? AND f.ended IS NULL AND f.attributes ?? ? AND f.attributes ->> ? = wanted.value
                               OFFSET 0)
                """;
        List<Object> binds = List.of(values.toArray(String[]::new), layer.id(), attribute, attribute);
        return jdbc.query(new FreshPlan(sql, binds), (row, number) -> row.getString(1));
    }
}
