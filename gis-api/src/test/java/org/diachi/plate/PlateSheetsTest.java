package org.diachi.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.diachi.city.PlateSize;
import org.diachi.city.PlateStyle;
import org.diachi.city.PlateStyle.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateSheetsTest {

    private static final PlateStyle STYLE = PlateStyle.USUAL;

    private static Plate plate(Format format, int number) {
        return new Plate(
                STYLE,
                format,
                "7K3Q-9MX" + number,
                "https://diachi.example.vn/" + number,
                "Số",
                String.valueOf(number),
                "Lê Lợi",
                List.of("Phường Thuận Hoá"));
    }

    @ParameterizedTest
    @CsvSource({
        "SRA3, 200, 150, 450, 320, 4",
        "SRA3, 300, 200, 320, 450, 2",
        "SRA3, 400, 300, 450, 320, 1",
        "A4,   200, 150, 210, 297, 1",
        "A4,    90,  50, 210, 297, 10",
        "A0,   200, 150, 841, 1189, 28",
    })
    void aSheetTakesAsManyAsFitUprightOrAcross(
            Sheet sheet, double width, double height, double sheetWidth, double sheetHeight, int plates) {
        SheetGrid grid = SheetGrid.of(sheet, new Format(width, height));
        assertThat(grid.plates()).isEqualTo(plates);
        assertThat(grid.width()).isEqualTo(sheetWidth);
        assertThat(grid.height()).isEqualTo(sheetHeight);
        int last = plates - 1;
        assertThat(grid.left(0)).isGreaterThanOrEqualTo(5);
        assertThat(grid.left(last) + width).isLessThanOrEqualTo(sheetWidth - 5);
        assertThat(grid.top(0)).isLessThanOrEqualTo(sheetHeight - 5);
        assertThat(grid.top(last) - height).isGreaterThanOrEqualTo(5);
    }

    @Test
    void namesTheSheetsThatAreLargeEnough() {
        assertThatThrownBy(() -> SheetGrid.of(Sheet.A3, new Format(600, 400)))
                .isInstanceOf(PlateException.class)
                .hasMessageContaining("[A1, A0]");
    }

    @Test
    void everyPlateIsOnceInTheDocumentAndEachSizeBeginsASheet() throws IOException {
        List<String> expected = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PlateSheets sheets = new PlateSheets("Phường Thuận Hoá", Sheet.SRA3)) {
            for (int number = 1; number <= 6; number++) {
                Plate plate = plate(STYLE.format(number <= 5 ? PlateSize.DOOR : PlateSize.PUBLIC_SPACE), number);
                expected.add(plate.url());
                sheets.add(plate);
            }
            assertThat(sheets.pages()).isEqualTo(3);
            sheets.save(bytes);
        }
        List<String> found = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(bytes.toByteArray())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage picture = renderer.renderImageWithDPI(page, 150);
                Files.createDirectories(Path.of("target", "plates"));
                ImageIO.write(
                        picture,
                        "png",
                        Path.of("target", "plates", "sheet-" + page + ".png").toFile());
                found.addAll(QrCodes.readAll(picture));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whatCannotBeDrawnLeavesNoTrace() throws IOException {
        try (PlateSheets sheets = new PlateSheets("", Sheet.SRA3)) {
            Plate good = plate(STYLE.format(PlateSize.DOOR), 1);
            Plate bad = new Plate(STYLE, good.format(), good.code(), good.url(), null, "한식당", null, List.of());
            assertThatThrownBy(() -> sheets.add(bad)).isInstanceOf(PlateException.class);
            assertThat(sheets.pages()).isZero();
            sheets.add(good);
            assertThat(sheets.pages()).isEqualTo(1);
        }
    }

    @Test
    void aPublicAddressHasHostAndPathOnly() {
        assertThat(PublicAddress.parse("https://diachi.example.vn/").url()).isEqualTo("https://diachi.example.vn");
        for (String wrong :
                List.of("diachi.vn", "ftp://diachi.vn", "https://diachi.vn?x=1", "https:// vn", "https://")) {
            assertThatThrownBy(() -> PublicAddress.parse(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no public address");
        }
    }

    @Test
    void aStyleHasEverySizeAndRealColours() {
        Map<PlateSize, Format> formats = STYLE.formats();
        assertThatThrownBy(() -> new PlateStyle("blue", "#FFFFFF", null, formats))
                .hasMessageContaining("no colour");
        assertThatThrownBy(() -> new PlateStyle("#000000", "#FFFFFF", null, Map.of()))
                .hasMessageContaining("sizes");
    }
}
