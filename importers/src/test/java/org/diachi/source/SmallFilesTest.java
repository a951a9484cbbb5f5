package org.diachi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the formats promise, on files one can see. */
class SmallFilesTest {

    @TempDir
    Path folder;

    @Test
    void toldOptionsOverrideWhatIsDetected() throws IOException {
        Path file = write("told.csv", "1;2,5;3,5;a,b\n2;4,5;5,5;c\n");
        ReadOptions told = ReadOptions.DETECT
                .withHeader(false)
                .withDelimiter(';')
                .withDecimalMark(',')
                .withGeometry(GeometryColumns.ofPoint("column2", "column3"))
                .withCrs(DeclaredCrs.ofEpsg(9214));
        List<Row> rows = Summary.rows(file, told);
        assertThat(rows)
                .extracting(row -> row.geometry().toText())
                .containsExactly("POINT (2.5 3.5)", "POINT (4.5 5.5)");
        assertThat(rows.get(0).geometry().getSRID()).isEqualTo(9214);
        assertThat(rows).extracting(Row::line).containsExactly(1L, 2L);
        assertThatThrownBy(() -> rows.get(0).number("column4")).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void aGeometryColumnThatIsNotThereIsTheCallersMistake() throws IOException {
        Path file = write("a.csv", "id,name\n1,b\n");
        ReadOptions told = ReadOptions.DETECT.withGeometry(GeometryColumns.ofWkt("shape"));
        assertThatThrownBy(() -> SourceFile.open(file, told))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("id, name");
    }

    @Test
    void linesAreCountedThroughQuotedLineEnds() throws IOException {
        Path file = write("lines.csv", "id,name\n\n1,\"two\nlines\"\n2,b\n");
        assertThat(Summary.rows(file, ReadOptions.DETECT)).extracting(Row::line).containsExactly(3L, 5L);
    }

    @Test
    void geoJsonSequencesOfBothKinds() throws IOException {
        String one = "{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{\"n\":1},\"geometry\":null}";
        String two =
                "{\"geometry\":{\"coordinates\":[1,2,3],\"type\":\"Point\"},\"properties\":{\"n\":2.5},\"type\":\"Feature\"}";
        for (String text : new String[] {one + "\n" + two + "\n", "\u001E" + one + "\n\u001E" + two + "\n"}) {
            List<Row> rows = Summary.rows(write("seq.geojsonl", text), ReadOptions.DETECT);
            assertThat(rows).extracting(row -> row.value("n")).containsExactly(1.0, 2.5);
            assertThat(rows.get(0).id()).isEqualTo("a");
            assertThat(rows.get(1).geometry()).hasToString("POINT (1 2)");
        }
    }

    @Test
    void membersInAnyOrderAndOddFeatures() throws IOException {
        Path file = write("odd.geojson", """
                {"features": [null, 7, {"type": "Feature", "properties": {"tên": "Huế", "n": 1}, "geometry": {"type": "Polygon",
                   "coordinates": [[[0, 0], [1, 0], [1, 1]]]}},
                 {"type": "Feature", "properties": {"n": "x"}, "geometry": {"coordinates": [[1, 2], ["a", 4]], "type": "LineString"}}],
                 "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::9214"}}, "type": "FeatureCollection"}
                """);
        assertThat(Summary.of(file, ReadOptions.DETECT))
                .isEqualTo("4 rows, 0 shapes, 2 GEOMETRY_UNREADABLE, 2 NOT_A_FEATURE");
        List<Row> rows = Summary.rows(file, ReadOptions.DETECT);
        assertThat(rows.get(2).text("tên")).isEqualTo("Huế");
        assertThat(rows).extracting(row -> row.value("n")).containsExactly(null, null, "1", "x");
        assertThat(rows.get(0).schema().crs()).isEqualTo(DeclaredCrs.ofEpsg(9214));
    }

    @Test
    void aGeoPackageOfAttributesWithStrangeNamesAndValues() throws IOException, SQLException {
        Path file = folder.resolve("odd#1.gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            statement.execute("INSERT INTO gpkg_contents VALUES ('a \"b\"; drop', 'attributes')");
            statement.execute(
                    "CREATE TABLE \"a \"\"b\"\"; drop\" (id INTEGER PRIMARY KEY, \"select\" TEXT, day DATE, n INTEGER)");
            statement.execute(
                    "INSERT INTO \"a \"\"b\"\"; drop\" VALUES (5, 'x', '2025-07-01', 3), (6, 7, 'soon', 'many')");
        }
        List<Row> rows = Summary.rows(file, ReadOptions.DETECT);
        assertThat(rows.get(0).id()).isEqualTo("5");
        assertThat(rows.get(0).value("day")).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(rows.get(1).text("select")).isEqualTo("7");
        assertThat(rows.get(1).problems())
                .extracting(RowProblem::field, RowProblem::value)
                .containsExactly(tuple("day", "soon"), tuple("n", "many"));
    }

    @Test
    void aGeoPackageWithUnsavedChangesIsRefused() throws IOException {
        Path file = folder.resolve("parks.gpkg");
        Files.copy(RealData.file("awkward/gpkg/line_zm.gpkg"), file);
        Files.writeString(folder.resolve("parks.gpkg-wal"), "changes");
        assertThat(Summary.of(file, ReadOptions.DETECT)).startsWith("refused: Another program has it open");
    }

    @Test
    void theDigestIsThatOfTheFileAndOfEveryPart() throws IOException {
        Path csv = write("abc.csv", "abc");
        assertThat(SourceFile.check(csv, ReadOptions.DETECT).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        for (String part : new String[] {"shp", "shx", "dbf"}) {
            Files.copy(RealData.file("awkward/shp-structure/BooleanTest." + part), folder.resolve("b." + part));
        }
        Path shp = folder.resolve("b.shp");
        String before = SourceFile.check(shp, ReadOptions.DETECT).sha256();
        Files.writeString(folder.resolve("b.cpg"), "UTF-8");
        assertThat(SourceFile.check(shp, ReadOptions.DETECT).sha256()).isNotEqualTo(before);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
