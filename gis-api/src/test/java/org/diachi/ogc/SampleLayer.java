package org.diachi.ogc;

import java.util.List;
import java.util.Map;
import org.diachi.TestCity;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerField;
import org.diachi.security.Role;
import org.springframework.jdbc.core.JdbcTemplate;

/** A restricted layer of odd features in {@link TestCity}, and beside it a plain table of the same. */
final class SampleLayer {

    static final String COLLECTION = "samples-of-cql";

    private static String key;

    /** Name, kind, storeys, ratio, listed, first and last day, shape; what is null is absent from the attributes. */
    private static final String ROWS = """
            ('Lê Lợi', 'shop', 3, 0.5, true, '2020-01-01', NULL, 'POINT(561000 1821000)'),
            ('lê lợi', 'shop', 1, 2.5, false, '2021-06-15', NULL, 'POINT(561050 1821010)'),
            ('Đống Đa', 'house', 5, 0.1, true, '2020-01-01', '2022-01-01', 'POLYGON((560990 1820990, 561040 1820990, 561040 1821040, 560990 1821040, 560990 1820990))'),
            ('O''Brien', 'house', -2, -0.75, false, '2021-06-15', '2023-05-01', 'LINESTRING(560900 1820990, 561300 1821080)'),
            ('100%', 'shop', 0, 0, NULL, '2025-07-01', NULL, 'POINT(562000 1822000)'),
            ('a_b', 'a_b', 2, 2, true, '2020-06-01', '2022-01-01', 'POLYGON((561000 1821000, 561100 1821000, 561100 1821100, 561000 1821100, 561000 1821000))'),
            ('; DROP TABLE cql_sample; --', 'x', 10, 7, false, '2020-06-01', '2021-01-01', 'MULTIPOINT((561000 1821000), (561500 1821000))'),
            ('', 'house', 3, 3, true, '2019-05-05', '2020-06-01', NULL),
            (NULL, 'shop', 7, NULL, false, '2022-01-01', '2024-01-01', 'POINT(561020 1821020)'),
            ('Z', NULL, NULL, 12.25, NULL, '2020-07-01', '2021-12-31', 'POLYGON((561040 1821000, 561140 1821000, 561140 1821100, 561040 1821100, 561040 1821000))'),
            ('shop', 'shop', 4, 4, true, '2020-06-01', NULL, 'LINESTRING(561000 1821000, 561100 1821050)'),
            ('LABC', 'shed', 2, 0.25, true, '2018-01-01', '2031-01-01', 'POINT(561030 1821030)'),
            ('Le Loi', 'house', 3, 1, NULL, '2021-01-01', '2022-01-01', 'POLYGON((560000 1820000, 563000 1820000, 563000 1823000, 560000 1823000, 560000 1820000))')
            """;

    private SampleLayer() {}

    /** Makes the layer once. */
    static synchronized String key() {
        if (key == null) {
            TestCity city = TestCity.get();
            Layer layer = city.registry().layers().create(COLLECTION, Map.of("en", "Samples"), "any", fields(), null);
            fill(city.jdbc(), layer.id());
            key = city.key(Role.READER);
        }
        return key;
    }

    private static List<LayerField> fields() {
        return List.of(
                new LayerField("name", "string", Map.of(), null, null),
                new LayerField("kind", "string", Map.of(), null, null),
                new LayerField("storeys", "integer", Map.of(), null, null),
                new LayerField("ratio", "number", Map.of("en", "Ratio"), "m", null),
                new LayerField("listed", "boolean", Map.of(), null, null),
                new LayerField("owner-name", "string", Map.of(), null, null, true));
    }

    private static void fill(JdbcTemplate jdbc, int layer) {
        jdbc.update("UPDATE registry.layer SET access = 'restricted' WHERE id = ?", layer);
        jdbc.execute("""
                CREATE TABLE cql_sample (id bigint GENERATED ALWAYS AS IDENTITY (START WITH 900001), name text, kind text,
                       storeys int, ratio numeric, listed boolean, valid_from date, valid_to date,
                       shape geometry(Geometry, 9214), folded text)
                """);
        jdbc.execute("INSERT INTO cql_sample (name, kind, storeys, ratio, listed, valid_from, valid_to, shape)"
                + " SELECT n, k, s, r, l, f::date, t::date, ST_SetSRID(g::geometry, 9214) FROM (VALUES "
                + ROWS.strip() + ") AS x (n, k, s, r, l, f, t, g)");
        jdbc.execute("UPDATE cql_sample SET folded = translate(name, 'êợĐốđ', 'eoDod')");
        jdbc.update("""
                INSERT INTO registry.feature (layer, id, version, valid_from, valid_to, added, source, source_id, attributes, shape)
                SELECT ?, id, 1, valid_from, valid_to, (SELECT seq FROM registry.log_head), 'sample', id::text,
                       jsonb_strip_nulls(jsonb_build_object('name', name, 'kind', kind, 'storeys', storeys, 'ratio', ratio,
                                                            'listed', listed, 'owner-name', 'Hoa')), shape
                  FROM cql_sample
                """, layer);
    }
}
