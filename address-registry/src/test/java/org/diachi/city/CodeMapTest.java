package org.diachi.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of one scheme in another. */
class CodeMapTest {

    @TempDir
    private Path folder;

    private CodeMap read(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("map.csv"), "from,to,loss,note\n" + rows);
        return new CodeMapTable(file).read("old", "new");
    }

    @Test
    void aCodeMayBecomeSeveralAndSeveralOne() throws IOException {
        CodeMap map = read("DTL,DTL,yes,drainage is apart\nDTL,DCT,yes,only drainage\nDDT,DDD,yes,x\nDDL,DDD,yes,x\n");
        assertThat(map.listTo("DTL")).extracting(CodeMap.Entry::to).containsExactly("DTL", "DCT");
        assertThat(map.listFrom("DDD")).extracting(CodeMap.Entry::from).containsExactly("DDT", "DDL");
        assertThat(map.listTo("ODT")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A,B,yes,\n", "A,B,perhaps,x\n", "A,,no,\n", "A,B,no,\nA,B,no,\n"})
    void aRowThatIsUnclearIsRefused(String rows) {
        assertThatThrownBy(() -> read(rows)).isInstanceOf(CityProfileException.class);
    }

    @Test
    void theMapOfHueSaysWhereDrainageWent() {
        CityProfile hue = CityProfile.read(Path.of("..", "data", "hue"));
        CodeMap map = hue.codeMaps().get(0);
        assertThat(map.from()).isEqualTo("vn-land-law-2018");
        assertThat(map.listTo("DTL")).extracting(CodeMap.Entry::to).containsExactly("DTL", "DCT");
        assertThat(map.listTo("DTL")).allMatch(CodeMap.Entry::isLossy);
        List<String> known = hue.findCodeList("vn-land-law").orElseThrow().entries().stream()
                .map(CodeList.Entry::code)
                .toList();
        assertThat(known)
                .containsAll(map.entries().stream().map(CodeMap.Entry::to).toList());
    }
}
