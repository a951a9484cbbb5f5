package org.diachi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is cut off, damaged or ambiguous is refused as a whole, before anything is imported. */
class BrokenFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "awkward/other/countries.fgb",
                "cambridge-ma/open_space.geojson",
                "cambridge-ma/parcels_fy2014.gpkg"
            })
    void aFileCutInHalf(String name) throws IOException {
        byte[] whole = Files.readAllBytes(RealData.file(name));
        Path half = folder.resolve(RealData.file(name).getFileName());
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(half);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shp", "dbf"})
    void aShapefileWithAPartCutInHalf(String cutPart) throws IOException {
        for (String part : new String[] {"shp", "shx", "dbf", "prj"}) {
            byte[] whole = Files.readAllBytes(RealData.file("awkward/shp-zm/CoHI_GCS12." + part));
            int length = part.equals(cutPart) ? whole.length / 2 : whole.length;
            Files.write(folder.resolve("hawaii." + part), Arrays.copyOf(whole, length));
        }
        assertRefused(folder.resolve("hawaii.shp"));
    }

    @Test
    void aQuoteThatIsNeverClosed() throws IOException {
        Path file = write("open.csv", "id,name\n1,\"Lê Lợi\n2,b\n3,c\n");
        assertThatThrownBy(() -> SourceFile.check(file, ReadOptions.DETECT))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("quote");
    }

    @Test
    void anEmptyFile() throws IOException {
        assertRefused(write("empty.csv", ""));
        assertRefused(write("blank.csv", "\n\n  \n"));
    }

    @Test
    void aFileThatIsNotWhatItsNameSays() throws IOException {
        assertRefused(write("map.gpkg", "this is no database"));
        assertRefused(write("map.shp", "this is no shapefile"));
        assertRefused(write("map.fgb", "this is no FlatGeobuf"));
    }

    @Test
    void theContentDecidesAgainstTheName() throws IOException {
        Path file = write("really-json.csv", "{\"type\":\"FeatureCollection\",\"features\":[]}");
        assertThat(SourceFile.check(file, ReadOptions.DETECT).schema().format()).isEqualTo("GeoJSON");
    }

    private static void assertRefused(Path file) {
        assertThatThrownBy(() -> SourceFile.check(file, ReadOptions.DETECT))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageStartingWith(file.getFileName().toString().replaceFirst("\\..*", ""));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
