package org.diachi.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.diachi.db.Geometries;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The layers that the register has: the built-in ones and those created since. Thread-safe. */
public final class LayerCatalogue {

    private static final String SELECT = """
            SELECT id, collection, titles, geometry_type, fields, owner, access FROM registry.layer
            """;

    private static final String EXTENT = """
            SELECT ST_AsBinary(ST_SetSRID(ST_Extent(shape)::geometry, 0)) AS box,
                   min(valid_from) AS first_day,
                   CASE WHEN bool_and(valid_to IS NOT NULL) THEN max(valid_to) END AS end_day
              FROM registry.feature WHERE layer = ? AND ended IS NULL
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Geometries geometries;

    /**
     * A catalogue of one registry.
     *
     * @param storageSrid the EPSG code of the storage CRS
     */
    public LayerCatalogue(DataSource dataSource, int storageSrid) {
        this.jdbc = JdbcClient.create(dataSource);
        this.geometries = new Geometries(storageSrid);
    }

    /**
     * What a layer covers.
     *
     * @param box in the storage CRS; absent if no feature has a shape
     * @param valid from the first day of any feature to the end of the last; absent if there are no features
     */
    public record Extent(@Nullable Geometry box, @Nullable Period valid) {}

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
     */
    public Layer create(
            String collection,
            Map<String, String> titles,
            String geometryType,
            List<LayerField> fields,
            @Nullable String owner) {
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

    /** What the features of a layer that are believed now cover. Reads the whole layer: remember it by the change log. */
    public Extent extent(Layer layer) {
        return jdbc.sql(EXTENT)
                .param(layer.id())
                .query((row, number) -> extent(row))
                .single();
    }

    private Extent extent(ResultSet row) throws SQLException {
        LocalDate first = row.getObject("first_day", LocalDate.class);
        return new Extent(
                geometries.read(row, "box"),
                first == null ? null : new Period(first, row.getObject("end_day", LocalDate.class)));
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
