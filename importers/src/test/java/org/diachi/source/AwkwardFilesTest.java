package org.diachi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that break importers: each is read as its table says, or refused with a reason. */
@Tag("real-data")
class AwkwardFilesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", useHeadersInDisplayName = true, textBlock = """
            file                                          | values of the first row               | summary
            64bit_int.csv                                 | 0 0 2147483648                        | 2 rows, 2 shapes
            blank_rows.csv                                | 0 0 a                                 | 2 rows, 2 shapes
            empty_header_columns.csv                      | 1 0 0 a b 1971-01-01 40 True 1.0 04:14:00 1971-01-01T04:14:00 null | 4 rows, 4 shapes
            invalid_geometries.csv                        | -122a 48b bogus                       | 2 rows, 1 shapes, 2 GEOMETRY_UNREADABLE
            latitude_longitude.csv                        | 0 0                                   | 1 rows, 1 shapes
            leading_zeros.csv                             | 0 0 001                               | 3 rows, 3 shapes
            mac_newlines.csv                              | 1 10 9999.9999                        | 1 rows, 1 shapes
            mixed_separators.csv                          | -122, 48, hello                       | 1 rows, 0 shapes
            more_column_values_than_headers.csv           | 0 0 one two                           | 1 rows, 1 shapes, 1 TOO_MANY_VALUES
            multi_poly_wkt.csv                            | polygon POLYGON ((30 10, 10 20, 20 40, 40 40, 30 10)) | 4 rows, 4 shapes
            no_headers.csv                                | -122 48 place                         | 1 rows, 0 shapes
            nypd.csv                                      | 5th Precinct (212) 334-0711 19 Elizabeth Street New York, NY -70.0 40.0 house | 2 rows, 2 shapes
            pipe_delimiters.csv                           | 0 0 hello                             | 1 rows, 1 shapes
            quote-detection-1.csv                         | 1 Here's single quote 100 100         | 2 rows, 2 shapes
            quote-detection-4.csv                         | 1 Here is ""double quoted"" text inside column 100 100 | 2 rows, 2 shapes
            semicolon_delimiters.csv                      | 0 0 hello                             | 1 rows, 1 shapes
            tabs_in_csv.csv                               | -122 48 0                             | 1 rows, 1 shapes
            trailing_newline_win.csv                      | Eth_Region_Boundary.1 POINT (0 0) Addis Ababa 14 | 11 rows, 11 shapes
            unicode.tsv                                   | -                                     | 10 rows, 10 shapes
            windows_newlines_with_unix_inline_escaped.csv | 0 0 many\\n  lines\\n  of text\\n  with unix newlines | 1 rows, 1 shapes
            x_y.csv                                       | 0 0                                   | 1 rows, 1 shapes
            """)
    void csv(String name, String firstRow, String summary) {
        Path file = RealData.file("awkward/csv/" + name);
        assertThat(Summary.of(file, ReadOptions.DETECT)).isEqualTo(summary);
        if (firstRow != null) {
            assertThat(values(Summary.rows(file, ReadOptions.DETECT).get(0))).isEqualTo(firstRow);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            complex.geojson                  | 3 rows, 1 shapes
            empty_featurecollection.json     | 0 rows, 0 shapes
            feature-malformed-1.json         | refused: Its type 'Featur' is not GeoJSON
            feature-null-properties.json     | 1 rows, 1 shapes
            featurecollection-malformed.json | refused: It is not well-formed JSON: Unrecognized token 'FAIL': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
            geometrycollection.topojson      | refused: It is TopoJSON
            null.geojson                     | 6 rows, 0 shapes
            null_feature.geojson             | 2 rows, 1 shapes, 1 GEOMETRY_UNREADABLE
            point-invalid.json               | refused: It is not well-formed JSON: Unexpected character ('0' (code 48)): was expecting comma to separate Array entries
            poly-multihole.json              | 1 rows, 1 shapes
            road_emptylinestring.geojson     | 3 rows, 3 shapes
            urn_crs84.geojson                | 1 rows, 1 shapes
            various-orientation.json         | 4 rows, 4 shapes
            """)
    void geojson(String name, String summary) {
        assertThat(Summary.of(RealData.file("awkward/geojson/" + name), ReadOptions.DETECT))
                .isEqualTo(summary);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            curved-geometry.gpkg | -             | refused: It holds several layers
            curved-geometry.gpkg | compoundcurve | 1 rows, 1 shapes, 1 CURVE_LINEARISED
            curved-geometry.gpkg | curvedpolygon | 1 rows, 1 shapes, 1 CURVE_LINEARISED
            curved-geometry.gpkg | multisurface  | 1 rows, 1 shapes, 1 CURVE_LINEARISED
            curvepolygon.gpkg    | -             | 1 rows, 1 shapes
            dot.in.name.gpkg     | -             | refused: It holds no table of features or attributes
            empty-geom.gpkg      | -             | 1 rows, 1 shapes
            lakes_srs_0.gpkg     | -             | 2 rows, 1 shapes
            line_zm.gpkg         | -             | 1 rows, 1 shapes
            test_gpkg_nulls.gpkg | -             | 4 rows, 4 shapes
            training_data.gpkg   | buildings     | 4708 rows, 4708 shapes
            training_data.gpkg   | roads         | 717 rows, 717 shapes
            training_data.gpkg   | parks         | refused: It holds no layer 'parks'
            """)
    void geopackage(String name, String layer, String summary) {
        assertThat(Summary.of(RealData.file("awkward/gpkg/" + name), ReadOptions.DETECT.withLayer(layer)))
                .isEqualTo(summary);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            shp-encoding/chinese_poly.shp                | -    | refused: Its text is not UTF-8 and neither a .cpg file nor its header names another encoding
            shp-encoding/chinese_poly.shp                | GBK  | 1 rows, 1 shapes
            shp-encoding/comma_separator.dbf             | -    | 8 rows, 0 shapes
            shp-encoding/danish_point.shp                | -    | refused: Its text is not UTF-8 and neither a .cpg file nor its header names another encoding
            shp-encoding/danish_point.shp                | 1252 | 4 rows, 4 shapes
            shp-encoding/encoding_test.dbf               | -    | 3574 rows, 0 shapes, 6 TEXT_UNDECODABLE
            shp-encoding/farsi-labels.shp                | -    | 10 rows, 10 shapes
            shp-encoding/null_values.dbf                 | -    | 10 rows, 0 shapes
            shp-structure/3d_point_empty.shp             | -    | 0 rows, 0 shapes
            shp-structure/BooleanTest.shp                | -    | 17 rows, 17 shapes
            shp-structure/archsites.shp                  | -    | 21 rows, 21 shapes
            shp-structure/dup_column.shp                 | -    | 2 rows, 2 shapes
            shp-structure/empty-shapefile.shp            | -    | 0 rows, 0 shapes
            shp-structure/extraAtEnd.shp                 | -    | 3 rows, 3 shapes
            shp-structure/holeTouchEdge.shp              | -    | 1 rows, 1 shapes
            shp-structure/long_lat.shp                   | -    | 1 rows, 1 shapes
            shp-structure/lsOnePoint.shp                 | -    | 3 rows, 2 shapes, 1 GEOMETRY_UNREADABLE
            shp-structure/point_null_point.shp           | -    | 3 rows, 2 shapes
            shp-structure/waternetwork_without_epsg.shp  | -    | 382 rows, 382 shapes
            shp-zm/3dpoints.shp                          | -    | refused: A record is damaged or cut off, or the .shx file points to a wrong place
            shp-zm/CoHI_GCS12.shp                        | -    | 4 rows, 4 shapes
            shp-zm/brklinz.shp                           | -    | 122 rows, 122 shapes
            shp-zm/linesM.shp                            | -    | 2 rows, 2 shapes
            shp-zm/multipatch.shp                        | -    | 1 rows, 0 shapes, 1 GEOMETRY_UNREADABLE
            shp-zm/mzpolygons.shp                        | -    | 2 rows, 2 shapes
            shp-zm/pointZ.shp                            | -    | 1 rows, 1 shapes
            shp-zm/polygonm.shp                          | -    | 1 rows, 1 shapes
            shp-zm/zlines.shp                            | -    | 4 rows, 4 shapes
            """)
    void shapefile(String name, String encoding, String summary) {
        assertThat(Summary.of(RealData.file("awkward/" + name), ReadOptions.DETECT.withEncoding(encoding)))
                .isEqualTo(summary);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            other/countries.fgb                               | 179 rows, 179 shapes
            axis-order/hue_ward_offices_latlon_swapped.geojson| 40 rows, 40 shapes
            vn-invalid-wards/vn_invalid_wards_raw.geojson     | 38 rows, 38 shapes
            vn-invalid-wards/vn_invalid_wards_fixed.geojson   | 37 rows, 37 shapes
            other/coutwildrnp.zip                             | refused: It is a ZIP archive or an office document
            other/boston.parquet                              | refused: Its content is of another format
            other/KML_Samples.kml                             | refused: Its content is of another format
            other/waypoint.gpx                                | refused: Its content is of another format
            other/blocks.dxf                                  | refused: Its format is not known
            """)
    void others(String name, String summary) {
        assertThat(Summary.of(RealData.file("awkward/" + name), ReadOptions.DETECT))
                .isEqualTo(summary);
    }

    @Test
    void namesAreMadeUnique() {
        assertThat(fieldNames("awkward/csv/empty_header_columns.csv"))
                .startsWith("column1", "x", "y", "column4", "column5", "integer");
        assertThat(fieldNames("awkward/shp-structure/dup_column.shp"))
                .containsExactly("Feature", "Label", "TestColumn", "TestColumn_2");
    }

    @Test
    void coordinateSystemsAreReadAsStated() {
        assertThat(crs("awkward/geojson/road_emptylinestring.geojson")).isEqualTo(DeclaredCrs.ofEpsg(2154));
        assertThat(crs("awkward/geojson/urn_crs84.geojson")).isEqualTo(DeclaredCrs.ofEpsg(4326));
        assertThat(crs("awkward/gpkg/lakes_srs_0.gpkg")).isEqualTo(DeclaredCrs.NONE);
        assertThat(crs("awkward/shp-structure/point_null_point.shp")).isEqualTo(DeclaredCrs.NONE);
        assertThat(crs("awkward/shp-structure/waternetwork_without_epsg.shp").epsg())
                .isNull();
        assertThat(crs("awkward/shp-structure/waternetwork_without_epsg.shp").text())
                .contains("Lambert");
    }

    @Test
    void aRefusalSaysWhereAndHowToMend() {
        Path file = RealData.file("awkward/geojson/point-invalid.json");
        assertThatThrownBy(() -> SourceFile.check(file, ReadOptions.DETECT))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("line 1, column 43")
                .hasMessageEndingWith("Export it again.");
    }

    private static String values(Row row) {
        return row.schema().fields().stream()
                .map(field -> row.text(field.name()))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static List<String> fieldNames(String name) {
        try (Source source = SourceFile.open(RealData.file(name), ReadOptions.DETECT)) {
            return source.schema().fields().stream().map(SourceField::name).toList();
        }
    }

    private static DeclaredCrs crs(String name) {
        try (Source source = SourceFile.open(RealData.file(name), ReadOptions.DETECT)) {
            return source.schema().crs();
        }
    }
}
