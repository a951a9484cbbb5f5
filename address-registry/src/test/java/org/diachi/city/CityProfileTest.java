package org.diachi.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.diachi.value.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CityProfileTest {

    private static final Path DATA = Path.of("../data");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hue", "hanoi", "geneva", "cambridge", "norfolk", "brattleboro"})
    void profilesAreCompleteAndMeetTheirGoldenPoint(String id) {
        CityProfile city = CityProfile.read(DATA.resolve(id));
        assertThat(city.id()).isEqualTo(id);
        assertThat(city.names()).containsKey(city.languages().get(0));
        assertThat(city.outputCrs()).contains(city.storageCrs(), Crs.CRS84);
        assertThat(city.goldenPoint().crs()).isEqualTo(city.storageCrs());
        assertThat(city.goldenPoint().deviationMetres())
                .isLessThan(city.goldenPoint().toleranceMetres());
    }

    @Test
    void readsTheProfileOfTheFoundingCity() {
        CityProfile hue = CityProfile.read(DATA.resolve("hue"));
        assertThat(hue.storageCrs()).isEqualTo(Crs.of(9214));
        assertThat(hue.goldenPoint().deviationMetres(107.57312654, 16.46394878)).isBetween(0.9, 1.1);
        CodeList landUse = hue.findCodeList("vn-land-law").orElseThrow();
        assertThat(landUse.entries()).hasSize(63);
        CodeList.Entry rice = landUse.findEntry("LUA").orElseThrow();
        assertThat(rice.names()).containsEntry("vi", "Đất trồng lúa").containsEntry("en", "rice land");
        assertThat(rice.colour()).isEqualTo("#FFFC82");
        assertThat(landUse.findEntry("DCT").orElseThrow().colour()).isNull();
        assertThat(hue.timeZone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(hue.plates().numberWord()).isEqualTo("Số");
        assertThat(hue.plates().format(PlateSize.DOOR).width()).isEqualTo(200);
        assertThat(landUse.findEntry("SKX").orElseThrow().inForce()).isFalse();
    }

    @Test
    void takesTheKeyOfTheCodesFromTheEnvironment() {
        CodeKeySource source = new CodeKeySource("KEY");
        assertThat(source.findKey(Map.of())).isEmpty();
        assertThat(source.findKey(Map.of("KEY", "00ff10"))).contains(new byte[] {0, (byte) 0xff, 16});
        assertThatThrownBy(() -> source.findKey(Map.of("KEY", "0g"))).hasMessageContaining("KEY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storageCrs: EPSG:9214 | storageCsr: EPSG:9214 | storageCsr: the key is not known",
                "storageCrs: EPSG:9214 | # nothing             | storageCrs: the key is missing",
                "storageCrs: EPSG:9214 | storageCrs: EPSG:4756 | storageCrs: EPSG:4756 is not a projected system",
                "storageCrs: EPSG:9214 | storageCrs: EPSG:2284 | storageCrs: EPSG:2284 is not a projected system",
                "storageCrs: EPSG:9214 | storageCrs: EPSG:3405 | outputCrs: the storage system is not among them",
                "storageCrs: EPSG:9214 | storageCrs: EPSG:1    | storageCrs: EPSG:1 is not in the catalogue",
                "x: 561000             | x: here               | goldenPoint.x: the value does not fit",
                "x: 561000             | z: 561000             | goldenPoint.z: the key is not known",
                "x: 561000             | # nothing             | goldenPoint.x: the key is missing",
                "id: here              | id: A City            | id: 'A City' is not one word",
                "spelling: plain       | spelling: odd         | address.spelling: 'odd' is not known",
                "'{number} {street}'   | '{number} {strasse}'  | address.pattern: '{strasse}' is not one of",
                "languages: [en]       | languages: []         | languages: the list is empty",
                "id: here              | id: %here             | this is no YAML",
                "Asia/Ho_Chi_Minh      | Asia/Hue              | timeZone: Unknown time-zone ID: Asia/Hue",
                "timeZone:             | # timeZone:           | timeZone: the key is missing",
            })
    void namesFileAndKeyOfEveryFault(String right, String wrong, String message) throws IOException {
        write("city.yaml", VALID.replace(right, wrong));
        assertThatThrownBy(() -> CityProfile.read(folder))
                .isInstanceOf(CityProfileException.class)
                .hasMessageContaining("city.yaml")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ground: blue, ink: '#FFFFFF'} | plate: 'blue' is no colour such as #12326B",
                "{ink: '#FFFFFF'} | plate.ground: the key is missing",
                "{ground: '#000000', ink: '#FFFFFF', sizes: {wall: {width: 1}}} | plate.sizes.wall: the size is not known",
                "{ground: '#000000', ink: '#FFFFFF', sizes: {door: {width: 1}}} | plate.sizes.door.height: the key is miss",
                "{ground: '#000000', ink: '#FFFFFF', sizes: {door: {width: 1, height: 2}}} | plate: A plate of 1.0 by 2.0",
                "{ground: '#000000', ink: '#FFFFFF', sizes: {door: {width: 90, height: 50}}} | plate: The sizes door, gate",
            })
    void namesEveryFaultOfThePlates(String plate, String message) throws IOException {
        write("city.yaml", VALID + "plate: " + plate + "\n");
        assertThatThrownBy(() -> CityProfile.read(folder))
                .isInstanceOf(CityProfileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesTheFileThatIsMissing() throws IOException {
        assertThatThrownBy(() -> CityProfile.read(folder)).hasMessageContaining("city.yaml");
        write("city.yaml", VALID + "places: places.csv\n");
        assertThatThrownBy(() -> CityProfile.read(folder))
                .isInstanceOf(CityProfileException.class)
                .hasMessageContaining("places.csv")
                .hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,01,ward,Ward,One,Ward One,2025-07-32,,,, | row 2, column valid_from: '2025-07-32' is no day",
                "1,01,ward,Ward,One,Ward One,2025-07-01,2025-07-01,,, | column valid_to: A period ends after",
                "1,01,village,Ward,One,Ward One,,,,, | column level: 'village' is not known",
                "1,01,ward,Ward,One,Ward One,,,7,, | column parents: no unit has the id '7'",
                "1,01,ward,Ward,One,Ward One,,,,,many | column population: 'many' is no whole number",
                ",01,ward,Ward,One,Ward One,,,,, | column id: the cell is empty",
                "1,01,ward | places.csv",
            })
    void namesRowAndColumnOfEveryFault(String row, String message) throws IOException {
        write("city.yaml", VALID + "places: places.csv\n");
        write("places.csv", PLACES_HEADER + row + "\n");
        assertThatThrownBy(() -> CityProfile.read(folder))
                .isInstanceOf(CityProfileException.class)
                .hasMessageContaining("places.csv")
                .hasMessageContaining(message);
    }

    @Test
    void refusesUnknownAndMissingColumns() throws IOException {
        write("city.yaml", VALID + "codeLists:\n  use: codes.csv\n");
        write("codes.csv", "code,colour,in_force,names\nA,,yes,x\n");
        assertThatThrownBy(() -> CityProfile.read(folder)).hasMessageContaining("column 'names' is not known");
        write("codes.csv", "code,colour,name_en\nA,,x\n");
        assertThatThrownBy(() -> CityProfile.read(folder)).hasMessageContaining("the header: lacks [in_force]");
        write("codes.csv", "code,colour,in_force,name_en\nA,red,yes,x\n");
        assertThatThrownBy(() -> CityProfile.read(folder)).hasMessageContaining("'red' is no colour");
        write("codes.csv", "code,colour,in_force,name_en\nA,,yes,x\nA,,yes,y\n");
        assertThatThrownBy(() -> CityProfile.read(folder)).hasMessageContaining("row 3, column code: 'A' stands twice");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private static final String PLACES_HEADER =
            "id,code,level,type,name,full_name,valid_from,valid_to,parents,successors,population\n";

    private static final String VALID = """
            id: here
            names: {en: Here}
            country: VN
            languages: [en]
            timeZone: Asia/Ho_Chi_Minh
            storageCrs: EPSG:9214
            outputCrs: [EPSG:9214]
            goldenPoint:
              crs: EPSG:9214
              x: 561000
              y: 1821000
              lon: 107.57312654
              lat: 16.46393978
              toleranceMetres: 0.001
            codeKey: {environment: KEY}
            address:
              pattern: '{number} {street}'
              city: Here
              spelling: plain
            """;
}
