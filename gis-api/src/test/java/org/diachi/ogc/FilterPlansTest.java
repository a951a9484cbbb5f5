package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diachi.TestCity;
import org.diachi.address.AddressColumns;
import org.diachi.change.Snapshot;
import org.diachi.db.FreshPlan;
import org.diachi.db.SqlPart;
import org.diachi.filter.Column;
import org.diachi.filter.cql.FilterLanguage;
import org.diachi.filter.sql.FilterSql;
import org.diachi.layer.FeatureColumns;
import org.diachi.layer.LayerField;
import org.diachi.place.PlaceColumns;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.ConnectionCallback;

/** What has an index can be found by it when it is asked for in a filter. */
class FilterPlansTest {

    private static final Map<String, Column> NODES =
            FeatureColumns.of(List.of(new LayerField("nodeId", "string", Map.of(), null, null)));

    private static Map<String, Column> columns(String table) {
        return switch (table) {
            case "address_version" ->
                AddressColumns.of(
                        TestCity.get().registry().profile().grammar(), Snapshot.latest(LocalDate.of(2026, 1, 1)));
            case "place_version" -> PlaceColumns.all();
            default -> NODES;
        };
    }

    private static String plan(String table, String filter) {
        FilterSql translation = new FilterSql(
                columns(table),
                geometry -> {
                    geometry.setSRID(9214);
                    return geometry;
                },
                1);
        SqlPart condition = translation.of(FilterLanguage.CQL2_TEXT.parse(filter));
        ConnectionCallback<String> explain = connection -> {
            try (Statement set = connection.createStatement()) {
                set.execute("SET enable_seqscan = off");
            }
            String sql = "EXPLAIN SELECT 1 FROM registry." + table + " v WHERE " + condition.sql();
            try (PreparedStatement statement =
                            new FreshPlan(sql, condition.values()).createPreparedStatement(connection);
                    ResultSet rows = statement.executeQuery()) {
                StringBuilder plan = new StringBuilder();
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
                return plan.toString();
            } finally {
                try (Statement set = connection.createStatement()) {
                    set.execute("RESET enable_seqscan");
                }
            }
        };
        return TestCity.get().jdbc().execute(explain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "address_version | code = '0000-0000'                                      | address_version_pkey",
                "address_version | street = 'Lê Lợi'                                       | address_version_street",
                "address_version | 'Lê Lợi' = street AND houseNumber = '3'                 | address_version_street",
                "address_version | ward = '19789'                                          | address_version_ward",
                "address_version | locatedAt = '0000-0000'                                 | address_version_located",
                "address_version | S_INTERSECTS(geometry, BBOX(561000, 1821000, 561010, 1821010)) | address_version_shape",
                "address_version | S_WITHIN(geometry, BBOX(561000, 1821000, 561010, 1821010)) AND name = 'x' | address_version_shape",
                "place_version   | code = '19789'                                          | place_version_code",
                "place_version   | S_CONTAINS(geometry, POINT(561000 1821000))              | place_version_shape",
                "feature         | id = 3                                                  | feature_drainage_nodes_pkey",
                "feature         | id = 3.0                                                | feature_drainage_nodes_pkey",
                "feature         | nodeId = 'N1'                                           | feature_drainage_nodes_expr_idx",
                "feature         | plan = 'p' AND nodeId LIKE 'N%'                         | feature_drainage_nodes_plan_idx",
                "feature         | S_INTERSECTS(geometry, POINT(561000 1821000)) AND nodeId > 'N' | feature_drainage_nodes_shape_idx"
            })
    void anIndexServes(String table, String filter, String index) {
        assertThat(plan(table, filter)).contains(index);
    }
}
