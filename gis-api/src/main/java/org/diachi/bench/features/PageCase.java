package org.diachi.bench.features;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Pages of a collection by boxes.
 *
 * @param collection of which features are asked for
 * @param limit how many features a page has at most
 * @param sideMetres of each box
 * @param plainSql the same rows as GeoJSON by SQL alone; binds west, south, east and north in degrees, and the limit
 */
record PageCase(String collection, int limit, int sideMetres, String plainSql) {

    private static final int BOXES = 200;

    /** What map clients show of a town: 256 pixels at zoom level 16 and 14. */
    private static final int STREET_METRES = 611;

    private static final int QUARTER_METRES = 4 * STREET_METRES;

    /** Boxes around addresses that come out the same every time, since nobody chose their codes. */
    private static final String BOX_TEXTS = """
            SELECT concat_ws(',', ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b))
              FROM (SELECT ST_Transform(ST_Expand(position, ?), 4326) AS b
                      FROM registry.address_version
                     WHERE ended IS NULL AND kind = 'building'
                     ORDER BY code LIMIT ?) boxes
            """;

    private static final String BOX = """
            ST_Transform(ST_MakeEnvelope(?, ?, ?, ?, 4326), (SELECT srid FROM geometry_columns
              WHERE f_table_schema = 'registry' AND f_table_name = 'address_version' AND f_geometry_column = 'position'))""";

    private static final String ADDRESSES = """
            SELECT ST_AsGeoJSON(t, 'geometry', 8)
              FROM (SELECT v.code, v.kind, v.status, v.name, v.house_number, v.street, v.ward, v.valid_from, v.version,
                           ST_Transform(v.position, 4326) AS geometry
                      FROM registry.address_version v, (SELECT %s AS box) b
                     WHERE ST_Intersects(v.position, b.box) AND v.shape && b.box AND v.ended IS NULL
                     ORDER BY v.code LIMIT ?) t
            """.formatted(BOX);

    private static final String ZONES = """
            SELECT ST_AsGeoJSON(t, 'geometry', 8)
              FROM (SELECT v.id, v.version, v.valid_from, v.plan, v.attributes, ST_Transform(v.shape, 4326) AS geometry
                      FROM registry.feature v, (SELECT %s AS box) b
                     WHERE v.layer = (SELECT id FROM registry.layer WHERE collection = 'zones')
                       AND ST_Intersects(v.shape, b.box) AND v.ended IS NULL
                     ORDER BY v.id LIMIT ?) t
            """.formatted(BOX);

    static List<PageCase> all() {
        return List.of(
                new PageCase("addresses", 100, STREET_METRES, ADDRESSES),
                new PageCase("addresses", 1000, QUARTER_METRES, ADDRESSES),
                new PageCase("zones", 100, QUARTER_METRES, ZONES));
    }

    String name() {
        return "page of %,d %s".formatted(limit, collection);
    }

    /** Boxes as west, south, east, north in degrees. */
    List<String> boxes(JdbcTemplate jdbc) {
        return jdbc.queryForList(BOX_TEXTS, String.class, sideMetres / 2.0, BOXES);
    }

    /** Where our service has the page of a box. */
    String path(String box) {
        return "/ogc/collections/" + collection + "/items?limit=" + limit + "&bbox=" + box;
    }

    /** Where another server has it, by a template with {bbox} and {limit}. */
    String path(String template, String box) {
        return template.replace("{bbox}", box).replace("{limit}", String.valueOf(limit));
    }
}
