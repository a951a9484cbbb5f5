package org.diachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.diachi.TestCity;
import org.diachi.plate.QrCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatesCommandTest {

    private static final String CITY = Path.of("..", "data", "hue").toString();
    private static final String URL = "https://diachi.example.vn";
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");

    @TempDir
    Path folder;

    private final TestCity city = TestCity.get();

    private CommandProcess plates(Path file, String ward, String... more) {
        String[] call = {"plates", "--city", CITY, "--ward", ward, "--to", file.toString()};
        String[] all = Arrays.copyOf(call, call.length + more.length);
        System.arraycopy(more, 0, all, call.length, more.length);
        return CommandProcess.run(city.database(), all);
    }

    @Test
    void drawsEveryCurrentObjectOfTheWardOnce() throws IOException {
        Path file = folder.resolve("ward.pdf");
        CommandProcess done = plates(file, TestCity.WARD, "--url", URL, "--as-of", "2025-07-01");
        assertThat(done.exitCode()).as(done.err()).isZero();
        var current = new TreeSet<>(city.jdbc().queryForList("""
                SELECT v.code FROM registry.address_version v
                  JOIN registry.place_version p ON p.place = v.ward AND p.ended IS NULL AND p.code = '19789'
                 WHERE v.ended IS NULL AND v.status = 'current' AND v.valid_from <= '2025-07-01'
                   AND (v.valid_to IS NULL OR v.valid_to > '2025-07-01') AND p.valid_from = '2025-07-01'
                """, String.class));
        assertThat(done.out()).startsWith(current.size() + " plates on ");
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Phường Thuận Hoá");
            String text = new PDFTextStripper().getText(document);
            assertThat(CODE.matcher(text).results().map(MatchResult::group).sorted())
                    .containsExactlyElementsOf(current);
            assertThat(QrCodes.readAll(new PDFRenderer(document).renderImageWithDPI(0, 150)))
                    .hasSize(4)
                    .allMatch(url -> url.startsWith(URL + "/"));
        }
    }

    @Test
    void drawsOnlyTheKindThatIsWanted() throws IOException {
        Path file = folder.resolve("parks.pdf");
        CommandProcess done =
                plates(file, TestCity.WARD, "--url", URL, "--kind", "business", "--size", "gate", "--sheet", "a2");
        assertThat(done.exitCode()).as(done.err()).isZero();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Cà phê", city.cafe());
            assertThat(document.getPage(0).getMediaBox().getHeight() / 72 * 25.4)
                    .isBetween(593.0, 595.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "99999, --kind=building, 2, No unit bears the code 99999",
        "19789, --kind=castle, 2, '--kind is building, business or publicSpace'",
        "19789, --size=huge, 2, '--size is door, gate or publicSpace'",
        "19789, --url=nowhere, 2, no public address",
        "19789, --url=, 2, DIACHI_PUBLIC_URL",
        "19789, --sheet=a4, 3, 'Sheets that are large enough: [SRA3,'",
    })
    void aWrongCallLeavesNoFile(String ward, String option, int exitCode, String message) {
        Path file = folder.resolve("none.pdf");
        String[] more = option.startsWith("--url") ? new String[] {option} : new String[] {"--url", URL, option};
        CommandProcess done = plates(file, ward, more);
        assertThat(done.exitCode()).as(done.err()).isEqualTo(exitCode);
        assertThat(done.err()).contains(message);
        assertThat(Files.exists(file)).isFalse();
    }
}
