package org.diachi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts of the real data sets, and the legacy Vietnamese encodings against their answers. */
@Tag("real-data")
class RealDataTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            geneva-osm/geneva.gpkg                              | buildings     | 11712
            geneva-osm/geneva.gpkg                              | addresses     | 9145
            geneva-osm/geneva.gpkg                              | businesses    | 2392
            geneva-osm/geneva.gpkg                              | public_spaces | 3274
            geneva-osm/geneva.gpkg                              | landuse       | 716
            geneva-osm/geneva.gpkg                              | water         | 66
            geneva-osm/geneva.gpkg                              | roads         | 14115
            geneva-osm/geneva.gpkg                              | waterways     | 25
            geneva-osm/geneva.gpkg                              | admin         | 3
            norfolk-drainage/norfolk_brambleton_drainage.gpkg   | pipes         | 3721
            norfolk-drainage/norfolk_brambleton_drainage.gpkg   | nodes         | 4275
            norfolk-drainage/norfolk_brambleton_drainage.gpkg   | basins        | 1694
            norfolk-drainage/raw/pipes_sel.shp                  | -             | 3721
            norfolk-drainage/raw/nodes_sel.shp                  | -             | 4275
            cambridge-ma/addresses.csv                          | -             | 57021
            cambridge-ma/address_points_of_interest.csv         | -             | 1214
            cambridge-ma/parcels_fy2014.gpkg                    | -             | 13116
            cambridge-ma/zoning_districts.geojson               | -             | 261
            cambridge-ma/zoning_overlays.geojson                | -             | 53
            cambridge-ma/open_space.geojson                     | -             | 276
            cambridge-ma/street_centerlines.geojson             | -             | 2643
            cambridge-ma/wards_precincts.geojson                | -             | 33
            cambridge-ma/neighborhoods.geojson                  | -             | 13
            cambridge-ma/address_blocks.geojson                 | -             | 749
            cambridge-ma/flood_100yr.geojson                    | -             | 21
            cambridge-ma/water_bodies.geojson                   | -             | 74
            cambridge-ma/drainage_culverts.geojson              | -             | 137
            cambridge-ma/vegetation.geojson                     | -             | 96
            vietnam-hue/hue_wards_2025.geojson                  | -             | 40
            vietnam-hue/hue_wards_2025.csv                      | -             | 40
            vietnam-hue/hue_wards_old_to_new_A.csv              | -             | 133
            vietnam-hue/hue_wards_old_to_new_B.csv              | -             | 144
            vietnam-hue/vn_provinces_2025.csv                   | -             | 34
            vietnam-hue/vn_wards_2025.csv                       | -             | 3321
            vietnam-hue/vn_wards_old_to_new_2025_A.csv          | -             | 10602
            vietnam-hue/vn_wards_old_to_new_2025_B.csv          | -             | 10977
            vietnam-hue/vn_wards_old_gso_2025-07-18.csv         | -             | 10035
            vietnam-hue/vn_ward_offices_2025.csv                | -             | 3227
            vietnam-osm/hanoi_osm_restaurants.geojson           | -             | 826
            """)
    void counts(String name, String layer, long rows) {
        FileFacts facts = SourceFile.check(RealData.file(name), ReadOptions.DETECT.withLayer(layer));
        assertThat(facts.rows()).isEqualTo(rows);
        assertThat(facts.sha256()).hasSize(64);
        assertThat(facts.schema().rowCount().orElse(rows)).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "hue_wards_cp1258_semicolon_decimalcomma.csv, windows-1258, ward_name, office_address",
        "hue_wards_utf16le_bom.csv, , ward_name, office_address",
        "hue_wards_nfd.csv, , ward_name, office_address",
        "hue_wards_cp1258.shp, windows-1258, TEN_XA, DIA_CHI",
        "hue_wards_tcvn3_vn2000_noprj.shp, TCVN3, TEN_XA, DIA_CHI"
    })
    void hueWardsInEveryEncoding(String name, String encoding, String wardName, String address) {
        List<Row> answers = Summary.rows(RealData.file("vietnam-hue/hue_wards_2025.csv"), ReadOptions.DETECT);
        List<Row> rows =
                Summary.rows(RealData.file("vietnam-encodings/" + name), ReadOptions.DETECT.withEncoding(encoding));
        assertThat(rows).allSatisfy(row -> assertThat(row.problems()).isEmpty());
        assertThat(rows).extracting(row -> row.text(wardName)).containsExactlyElementsOf(texts(answers, "ward_name"));
        assertThat(rows)
                .extracting(row -> row.text(address))
                .containsExactlyElementsOf(texts(answers, "office_address"));
    }

    @ParameterizedTest
    @CsvSource({"provinces63_tcvn3.csv, TCVN3", "provinces63_viscii.csv, VISCII"})
    void provincesInTheOldFonts(String name, String encoding) {
        List<Row> answers =
                Summary.rows(RealData.file("vietnam-encodings/provinces63_utf8_nfc.csv"), ReadOptions.DETECT);
        List<Row> rows =
                Summary.rows(RealData.file("vietnam-encodings/" + name), ReadOptions.DETECT.withEncoding(encoding));
        for (String field : List.of("Province_city", "Administrative_center")) {
            assertThat(texts(rows, field)).containsExactlyElementsOf(texts(answers, field));
        }
    }

    @Test
    void theDecimalCommaIsFoundAndUsed() {
        Row row = Summary.rows(
                        RealData.file("vietnam-encodings/hue_wards_cp1258_semicolon_decimalcomma.csv"),
                        ReadOptions.DETECT.withEncoding("windows-1258"))
                .get(0);
        assertThat(row.text("area_km2")).isEqualTo("10,38");
        assertThat(row.number("area_km2")).isEqualTo(10.38);
        assertThat(row.geometry()).hasToString("POINT (107.577 16.4785)");
    }

    @Test
    void anEncodingNobodyNamedIsAskedFor() {
        assertThat(Summary.of(RealData.file("vietnam-encodings/provinces63_tcvn3.csv"), ReadOptions.DETECT))
                .isEqualTo("refused: It is not UTF-8 text");
        assertThat(Summary.of(RealData.file("vietnam-encodings/hue_wards_cp1258.shp"), ReadOptions.DETECT))
                .startsWith("refused: Its text is not UTF-8");
    }

    @Test
    void geometriesCarryTheSridOfTheirFile() {
        Row building = Summary.rows(RealData.file("geneva-osm/geneva.gpkg"), ReadOptions.DETECT.withLayer("buildings"))
                .get(0);
        assertThat(building.geometry().getSRID()).isEqualTo(4326);
        assertThat(building.id()).isEqualTo("1");
        Row ward = Summary.rows(
                        RealData.file("vietnam-encodings/hue_wards_tcvn3_vn2000_noprj.shp"),
                        ReadOptions.DETECT.withEncoding("TCVN3").withCrs(DeclaredCrs.ofEpsg(9214)))
                .get(0);
        assertThat(ward.geometry().getSRID()).isEqualTo(9214);
    }

    private static List<String> texts(List<Row> rows, String field) {
        return rows.stream().map(row -> row.text(field)).toList();
    }
}
