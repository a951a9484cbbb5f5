package org.diachi.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The layers that the register has: the built-in ones and those created since. Thread-safe. */
public final class LayerCatalogue {

    private static final String SELECT = """
            SELECT id, collection, titles, geometry_type, fields, owner, access FROM registry.layer
            """;

    private static final JsonMapper JSON = new JsonMapper();

    /** What every feature has beside its fields, and what reads of features are asked by. */
    private static final Set<String> RESERVED = Set.of(
            "id",
            "plan",
            "validFrom",
            "validTo",
            "version",
            "bbox",
            "bbox-crs",
            "datetime",
            "asOf",
            "knownAt",
            "limit",
            "cursor",
            "crs",
            "f",
            "geometry",
            "filter",
            "filter-lang",
            "filter-crs",
            "sortby",
            "properties",
            "zoom-level",
            "max-allowable-offset");

    private final JdbcClient jdbc;

    public LayerCatalogue(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** All layers, by the name of their collection. */
    public List<Layer> list() {
        return jdbc.sql(SELECT + "ORDER BY collection")
                .query(LayerCatalogue::layer)
                .list();
    }

    /** The layer of a collection; empty if there is none. */
    public Optional<Layer> find(String collection) {
        return jdbc.sql(SELECT + "WHERE collection = ?")
                .param(collection)
                .query(LayerCatalogue::layer)
                .optional();
    }

    /**
     * Creates a layer.
     *
     * @param collection its name in every API: lower-case letters, digits and hyphens
     * @param titles what it is called, by language tag
     * @param geometryType {@code point}, {@code line}, {@code polygon}, {@code any} or {@code none}
     * @param fields the schema, in order
     * @param owner the agency that answers for it
     * @throws IllegalArgumentException if a field has a name that means something else in every layer
     */
    public Layer create(
            String collection,
            Map<String, String> titles,
            String geometryType,
            List<LayerField> fields,
            @Nullable String owner) {
        requireFreeNames(collection, fields);
        String sql = """
                INSERT INTO registry.layer (collection, titles, geometry_type, fields, owner)
                VALUES (?, ?::jsonb, ?, ?::jsonb, ?)
                """;
        jdbc.sql(sql)
                .param(collection)
                .param(JSON.writeValueAsString(titles))
                .param(geometryType)
                .param(JSON.writeValueAsString(fields))
                .param(owner)
                .update();
        return find(collection).orElseThrow();
    }

    private static void requireFreeNames(String collection, List<LayerField> fields) {
        for (LayerField field : fields) {
            if (RESERVED.contains(field.name())) {
                throw new IllegalArgumentException("The layer " + collection + " cannot have a field \"" + field.name()
                        + "\": the name has a meaning of its own in every layer. Call it otherwise, such as \""
                        + collection + "-" + field.name() + "\"; taken are "
                        + String.join(", ", new TreeSet<>(RESERVED)) + ".");
            }
        }
    }

    private static Layer layer(ResultSet row, int number) throws SQLException {
        return new Layer(
                row.getInt("id"),
                text(row, "collection"),
                JSON.readValue(text(row, "titles"), new TypeReference<Map<String, String>>() {}),
                text(row, "geometry_type"),
                JSON.readValue(text(row, "fields"), new TypeReference<List<LayerField>>() {}),
                row.getString("owner"),
                text(row, "access").equals("open"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
