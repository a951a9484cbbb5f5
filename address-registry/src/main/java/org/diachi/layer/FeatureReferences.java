package org.diachi.layer;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks up features of a layer by what other features call them. */
public final class FeatureReferences {

    private final JdbcClient jdbc;

    public FeatureReferences(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Those of the values that some feature of the layer has in an attribute. */
    public List<String> listKnown(Layer layer, String attribute, Collection<String> values) {
        String sql = """
                SELECT DISTINCT attributes ->> ? FROM registry.feature
                 WHERE layer = ? AND ended IS NULL AND attributes ?? ? AND attributes ->> ? = ANY (?)
                """;
        return jdbc.sql(sql)
                .param(attribute)
                .param(layer.id())
                .param(attribute)
                .param(attribute)
                .param(values.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
