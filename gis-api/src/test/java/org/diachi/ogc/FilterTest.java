package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters, queryables and orders of all collections, beside what CqlTest asks of one. */
class FilterTest {

    private final TestCity city = TestCity.get();

    private static Reply samples(String query) {
        return Http.get(
                "/ogc/collections/" + SampleLayer.COLLECTION + query, "Authorization", "Bearer " + SampleLayer.key());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "addresses | street = 'Lê Lợi' AND houseNumber = '12'                          | 1",
                "addresses | street = 'Lê Lợi' AND houseNumber IN ('12', '13')                 | 2",
                "addresses | street = 'Lê Lợi' AND status = 'retired'                          | 1",
                "addresses | street = 'Lê Lợi' AND status <> 'current'                         | 1",
                "addresses | ward = '19789' AND name = 'Công viên Thương Bạc'                           | 1",
                "addresses | CASEI(ACCENTI(name)) LIKE '%song huong%'                          | 1",
                "addresses | locatedAt IS NOT NULL AND name LIKE 'Cà phê \"Sông%'                | 1",
                "addresses | A_CONTAINS(externalIds, ('survey:house/3'))                       | 1",
                "addresses | A_OVERLAPS(externalIds, ('survey:house/3', 'survey:house/4'))     | 2",
                "addresses | status = 'retired' AND street = 'Lê Lợi' AND NOT A_EQUALS(successors, ()) | 1",
                "addresses | position.accuracy < 0.31 AND street = 'Lê Lợi' AND houseNumber = '5' | 1",
                "addresses | position.method = 'digitised' AND name LIKE 'Cà phê \"Sông%'      | 1",
                "addresses | S_WITHIN(geometry, BBOX(107.57, 16.46, 107.58, 16.47)) AND name = 'Công viên Thương Bạc' | 1",
                "places    | level = 'ward' AND code = '19789'                                 | 1",
                "places    | population > 100000000                                            | 0",
                "zones     | legalArea / 10000 = 1                                             | 1",
                "zones     | code = 'ODT' AND maxStoreys IS NULL                               | 1",
                "zones     | plan = 'none'                                                     | 0"
            })
    void everyCollectionIsFiltered(String collection, String filter, int count) {
        Reply reply = Http.get("/ogc/collections/" + collection + "/items?filter=" + Http.encode(filter));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.each("/features", "/id")).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EPSG:9214 | POINT(561010 1821010)             | 1",
                "EPSG:9214 | POINT(1821010 561010)             | 0",
                "EPSG:4326 | POINT(16.46403 107.57322)         | 1",
                "EPSG:4326 | POINT(107.57322 16.46403)         | 0",
                "CRS84     | POINT(107.57322 16.46403)         | 1",
                "CRS84     | POINT(16.46403 107.57322)         | 0",
                "EPSG:4756 | POINT(16.46502 107.57157)         | 1",
                "EPSG:3857 | POINT(11974988 1858520)           | 1",
                "EPSG:3405 | POINT(774549.92 1822124.44)       | 1"
            })
    void theFiltersSystemIsItsOwn(String crs, String point, int count) {
        Reply reply = Http.get("/ogc/collections/zones/items?filter-crs=" + crs + "&filter="
                + Http.encode("S_INTERSECTS(geometry, " + point + ")"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.each("/features", "/id")).as(reply.body()).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({"zones", "addresses", "places", "drainage-links"})
    void everyQueryableCanBeAskedForAndEverySortableSortedBy(String collection) {
        String path = "/ogc/collections/" + collection;
        Reply queryables = Http.get(path + "/queryables");
        assertThat(queryables.header("Content-Type")).startsWith("application/schema+json");
        assertThat(queryables.at("/$id")).endsWith(path + "/queryables");
        assertThat(queryables.json().at("/properties").propertyNames()).isNotEmpty();
        for (String name : queryables.json().at("/properties").propertyNames()) {
            String filter = Http.encode("\"" + name + "\" IS NULL OR NOT \"" + name + "\" IS NULL");
            assertThat(Http.get(path + "/items?limit=1&filter=" + filter).status())
                    .as(name)
                    .isEqualTo(200);
        }
        for (String name :
                Http.get(path + "/sortables").json().at("/properties").propertyNames()) {
            assertThat(Http.get(path + "/items?limit=1&sortby=-" + name).status())
                    .as(name)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ratio            | ratio, id",
                "-ratio           | ratio DESC NULLS LAST, id",
                "kind,-storeys    | kind COLLATE \"und-x-icu\", storeys DESC NULLS LAST, id",
                "name             | name COLLATE \"und-x-icu\", id",
                "-validTo,kind    | valid_to DESC NULLS LAST, kind COLLATE \"und-x-icu\", id"
            })
    void pagesAreInTheOrderThatIsTold(String sortby, String order) {
        for (int limit : new int[] {1, 2, 5, 100}) {
            List<String> met = new ArrayList<>();
            String next = "/items?datetime=../..&limit=" + limit + "&sortby=" + sortby;
            for (Reply page = samples(next); ; page = Http.get(next, "Authorization", "Bearer " + SampleLayer.key())) {
                met.addAll(page.each("/features", "/id"));
                next = page.next();
                if (next.isEmpty()) {
                    break;
                }
            }
            assertThat(met)
                    .isEqualTo(city.jdbc()
                            .queryForList("SELECT id::text FROM cql_sample ORDER BY " + order, String.class));
        }
    }

    @Test
    void addressesAndPlacesAreSortedToo() {
        String streets = "/ogc/collections/addresses/items?sortby=-houseNumber&limit=3&filter="
                + Http.encode("street = 'Lê Lợi' AND houseNumber LIKE '1_'");
        Reply first = Http.get(streets);
        assertThat(first.each("/features", "/properties/houseNumber")).containsExactly("19", "18", "17");
        assertThat(Http.get(first.next()).each("/features", "/properties/houseNumber"))
                .containsExactly("16", "15", "14");
        List<String> names = Http.get("/ogc/collections/places/items?sortby=code&limit=1000&level=ward")
                .each("/features", "/properties/code");
        assertThat(names).hasSize(40).isSorted();
    }

    @Test
    void plainValuesOfAllQueryablesAreParameters() {
        assertThat(Http.get("/ogc/collections/zones/items?validFrom=2025-07-01").each("/features", "/id"))
                .hasSize(3);
        assertThat(Http.get("/ogc/collections/zones/items?validFrom=2025-07-02").each("/features", "/id"))
                .isEmpty();
        assertThat(Http.get("/ogc/collections/addresses/items?code=" + city.park())
                        .each("/features", "/id"))
                .containsExactly(city.park());
    }

    @Test
    void whatIsHiddenIsNeitherAskedForNorSortedByNorTold() {
        assertThat(samples("/queryables").body()).doesNotContain("owner-name");
        assertThat(samples("/sortables").body()).doesNotContain("owner-name");
        for (String query : List.of(
                "filter=" + Http.encode("\"owner-name\" = 'Hoa'"),
                "filter=" + Http.encode("\"owner-name\" IS NULL"),
                "filter-lang=cql2-json&filter="
                        + Http.encode("{\"op\":\"like\",\"args\":[{\"property\":\"owner-name\"},\"H%\"]}"),
                "filter-lang=ecql&filter=" + Http.encode("\"owner-name\" = 'Hoa'"),
                "sortby=owner-name",
                "owner-name=Hoa")) {
            Reply reply = samples("/items?" + query);
            assertThat(reply.status()).as(query).isEqualTo(400);
            assertThat(reply.each("/known", "")).doesNotContain("owner-name");
        }
        for (String path : List.of("/items", "/queryables", "/sortables")) {
            assertThat(Http.get("/ogc/collections/" + SampleLayer.COLLECTION + path)
                            .status())
                    .isEqualTo(404);
        }
    }
}
