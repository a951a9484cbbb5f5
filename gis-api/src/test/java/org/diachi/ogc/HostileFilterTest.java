package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.diachi.filter.FilterException;
import org.diachi.filter.cql.FilterLanguage;
import org.diachi.layer.LayerField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters that are meant to hurt are refused before anything is computed. */
class HostileFilterTest {

    private static final int DEEP = 10_000;
    private static final int LARGE = 1_000_000;

    private static Reply ask(String filter) {
        return Http.get("/ogc/collections/zones/items?filter=" + Http.encode(filter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CQL2_TEXT | (                              | code = 'a'",
                "CQL2_TEXT | 'NOT '                         | code = 'a'",
                "CQL2_TEXT | 1 +                            | 1 = 2",
                "CQL2_TEXT | -                              | 1 = 2",
                "CQL2_TEXT | CASEI(                         | code",
                "CQL2_TEXT | GEOMETRYCOLLECTION(            | POINT(1 1)",
                "CQL2_JSON | '{\"op\":\"not\",\"args\":['   | true",
                "CQL2_JSON | [                              | 1",
                "ECQL      | (                              | code = 'a'",
                "ECQL      | 'NOT '                         | code = 'a'"
            })
    void nestingIsRefused(FilterLanguage language, String opening, String rest) {
        String filter = opening.repeat(DEEP) + rest;
        assertThatThrownBy(() -> language.parse(filter)).isInstanceOf(FilterException.class);
        assertThatThrownBy(() -> language.parse(opening.repeat(60) + rest)).isInstanceOf(FilterException.class);
    }

    @ParameterizedTest
    @EnumSource(FilterLanguage.class)
    void polygonsOfAMillionPointsAreRefused(FilterLanguage language) {
        String text = "S_INTERSECTS(geometry, LINESTRING(" + "1 1, ".repeat(LARGE) + "1 1))";
        String json = "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"LineString\","
                + "\"coordinates\":[" + "[1,1],".repeat(LARGE) + "[1,1]]}]}";
        String filter = language == FilterLanguage.CQL2_JSON ? json : text;
        assertThatThrownBy(() -> language.parse(filter)).isInstanceOf(FilterException.class);
    }

    @Test
    void aPolygonOfSomeThousandPointsIsRefusedToo() {
        assertThatThrownBy(() -> FilterLanguage.CQL2_TEXT.parse(
                        "S_INTERSECTS(geometry, LINESTRING(" + "1 1,".repeat(6_000) + "1 1))"))
                .hasMessageContaining("positions");
    }

    @Test
    void whatDoesNotFitIntoARequestIsRefused() {
        assertThat(ask("(".repeat(DEEP) + "code = 'a'").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"code'; DROP TABLE registry.feature; --\" = 'a'",
                "\"code\"\"; DELETE FROM registry.feature; --\" = 'a'",
                "\"v.source\" = 'a'",
                "\"attributes\" = 'a'",
                "code = 'ODT'; DELETE FROM registry.feature",
                "code = NaN",
                "legalArea = 1e400",
                "legalArea = 1e-400",
                "legalArea = 99999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999",
                "S_INTERSECTS(geometry, POINT(NaN 1))",
                "S_INTERSECTS(geometry, POINT(1e999 1))",
                "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 1, 1 0, 0 0)))",
                "S_INTERSECTS(geometry, POLYGON((0 0, 1 1)))",
                "S_INTERSECTS(geometry, code)",
                "pg_sleep(10) = 1",
                "S_BUFFER(geometry, 1)",
                "code = 3",
                "legalArea LIKE 'a%'",
                "code LIKE 'a\\'",
                "code LIKE name",
                "legalArea + 'a' > 1",
                "NOT legalArea",
                "code",
                "code = (name = 'a')",
                "validFrom > DATE('2025-02-30')",
                "validFrom > DATE('99999-01-01')",
                "validFrom > '2025-01-01'",
                "T_AFTER(code, DATE('2025-01-01'))",
                "A_CONTAINS(code, ('a'))",
                "A_EQUALS((1, 'a'), (1))",
                "geometry = geometry",
                "code IN ()",
                "code IN ('a', 3)",
                "code BETWEEN 'a'",
                "S_INTERSECTS(geometry)",
                "9 ^ 9 ^ 9 > 1"
            })
    void isRefusedWithItsPlace(String filter) {
        Reply reply = ask(filter);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.at("/type")).isEqualTo("urn:problem-type:diachi:bad-value");
        assertThat(reply.at("/detail")).startsWith("The filter is wrong at character ");
        assertThat(TestCity.get().jdbc().queryForObject("SELECT count(*) > 3 FROM registry.feature", Boolean.class))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maxStoreys ^ 100000 > 1", "(0 - maxStoreys) ^ 0.5 > 1"})
    void whatCannotBeComputedIsTheCallersToo(String filter) {
        Reply reply = ask(filter);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail")).contains("cannot be computed");
    }

    @Test
    void oddNamesOfPropertiesAreTakenAsTheyAre() {
        String name = "a'b\"; DROP TABLE x; --";
        TestCity city = TestCity.get();
        SampleLayer.key();
        city.registry()
                .layers()
                .create(
                        "odd-names",
                        Map.of("en", "Odd"),
                        "any",
                        java.util.List.of(new LayerField(name, "string", Map.of(), null, null)),
                        null);
        city.jdbc().update("UPDATE registry.layer SET access = 'restricted' WHERE collection = 'odd-names'");
        String filter = "\"" + name.replace("\"", "\"\"") + "\" = 'x'";
        Reply reply = Http.get(
                "/ogc/collections/odd-names/items?sortby=" + Http.encode(name) + "&filter=" + Http.encode(filter),
                "Authorization",
                "Bearer " + SampleLayer.key());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.each("/features", "/id")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "filter-lang=sql, filter-lang",
        "filter-crs=EPSG:1, filter-crs",
        "sortby=nosuch, sortby",
        "sortby=geometry, sortby",
        "'sortby=code,-code', sortby",
        "sortby=%2C, sortby",
        "validFrom=yesterday, validFrom",
        "version=one, version"
    })
    void otherParametersAreNamed(String query, String parameter) {
        Reply reply = Http.get("/ogc/collections/zones/items?" + query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/parameter")).isEqualTo(parameter);
    }
}
