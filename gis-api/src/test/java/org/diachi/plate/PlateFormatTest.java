package org.diachi.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.diachi.TestBrowser;
import org.diachi.city.CityProfile;
import org.diachi.city.PlateSize;
import org.diachi.city.PlateStyle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The three pictures of a plate. They are kept in target/plates, to be looked at. */
class PlateFormatTest {

    private static final Path PICTURES = Path.of("target", "plates");
    private static final String URL = "https://diachi.example.vn/7K3Q-9MXP";
    private static final PlateStyle HUE =
            CityProfile.read(Path.of("..", "data", "hue")).plates();
    private static final float DOTS_PER_INCH = 203.2f; // of a PNG of a door: 1,600 pixels to 200 mm

    /** Letters on a door that can be read from two metres, in millimetres. */
    private static final double SMALLEST_READ = 6;

    private static final Pattern LATIN = Pattern.compile("[\\u0020-\\u024F\\u1EA0-\\u1EF9]+");

    /** Every letter that Vietnamese has, at their worst: capitals with two marks. */
    private static final String LETTERS =
            "ẰẮẲẴẶ ẤẦẨẪẬ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ ÝỲỶỸỴ Đ ằắẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ýỳỷỹỵ đ";

    private static TestBrowser chromium;

    @BeforeAll
    static void openBrowser() throws IOException {
        Files.createDirectories(PICTURES);
        chromium = new TestBrowser();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    static List<Plate> plates() {
        String city = "Thành phố Huế";
        return List.of(
                plate(PlateSize.DOOR, "12/34", "Lê Lợi", List.of("Phường Thuận Hoá", city)),
                plate(PlateSize.DOOR, "7", "Đặng Huy Trứ", List.of("Trường Tiểu học Trường An", "Phường An Cựu", city)),
                plate(
                        PlateSize.GATE,
                        "128B/16/5",
                        "Nguyễn Phúc Nguyên nối dài qua khu quy hoạch Hương Long giai đoạn hai",
                        List.of("Phường Kim Long", city)),
                plate(PlateSize.PUBLIC_SPACE, null, null, "Công viên Thương Bạc", List.of("Phường Phú Xuân", city)),
                plate(
                        PlateSize.PUBLIC_SPACE,
                        null,
                        null,
                        "Quảng trường trước Nhà thi đấu thể thao và Trung tâm Hội nghị tỉnh Thừa Thiên Huế cũ",
                        List.of("Phường Vỹ Dạ", city)),
                plate(PlateSize.DOOR, null, null, "Cà phê \"Sông Hương\"", List.of("Phường Thuận Hoá", city)),
                plate(PlateSize.DOOR, "1", LETTERS, List.of(LETTERS)));
    }

    private static Plate plate(PlateSize size, String number, String street, List<String> under) {
        return plate(size, HUE.numberWord(), street, number, under);
    }

    private static Plate plate(
            PlateSize size, @Nullable String headword, @Nullable String over, String headline, List<String> under) {
        return new Plate(HUE, HUE.format(size), "7K3Q-9MXP", URL, headword, headline, over, under);
    }

    @ParameterizedTest
    @MethodSource("plates")
    void theQrCodeOfEveryFormatSaysTheShortAddress(Plate plate) throws IOException {
        assertThat(QrCodes.read(keep(plate, "png", png(plate)))).isEqualTo(URL);
        assertThat(QrCodes.read(keep(plate, "svg", svg(plate)))).isEqualTo(URL);
        assertThat(QrCodes.read(keep(plate, "pdf", pdf(plate)))).isEqualTo(URL);
    }

    /** The pictures differ by how edges are smoothed, not by what is on them. */
    @ParameterizedTest
    @MethodSource("plates")
    void theThreePicturesAreOne(Plate plate) throws IOException {
        BufferedImage pixels = png(plate);
        assertThat(shareOfOtherPixels(pixels, svg(plate))).isLessThan(0.002);
        assertThat(shareOfOtherPixels(pixels, pdf(plate))).isLessThan(0.002);
    }

    private static double shareOfOtherPixels(BufferedImage one, BufferedImage other) {
        int width = Math.min(one.getWidth(), other.getWidth());
        int height = Math.min(one.getHeight(), other.getHeight());
        assertThat(Math.abs(one.getWidth() - other.getWidth())).isLessThanOrEqualTo(1);
        assertThat(Math.abs(one.getHeight() - other.getHeight())).isLessThanOrEqualTo(1);
        long different = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (Math.abs(green(one, x, y) - green(other, x, y)) > 128) {
                    different++;
                }
            }
        }
        return different / (double) (width * height);
    }

    private static int green(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >> 8 & 0xff;
    }

    @ParameterizedTest
    @MethodSource("plates")
    void thePdfHasTheWholeTextComposedAndInItsOwnFont(Plate plate) throws IOException {
        try (PDDocument document = Loader.loadPDF(PlateFormat.PDF.write(plate))) {
            String text = new PDFTextStripper().getText(document);
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
            List<String> words = new ArrayList<>(List.of(plate.headline(), plate.code()));
            words.addAll(plate.under());
            for (String word : String.join(" ", words).split(" ")) {
                assertThat(text).contains(word);
            }
            if (plate.over() != null) {
                assertThat(text).contains(plate.over().split(" "));
            }
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+BeVietnamPro-(Medium|Bold)");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plates")
    void everythingIsInsideTheFrameAndNothingOnTopOfAnother(Plate plate) {
        Rectangle2D frame = new Rectangle2D.Double(
                0.06 * plate.format().height(),
                0.06 * plate.format().height(),
                plate.format().width() - 0.12 * plate.format().height(),
                0.88 * plate.format().height());
        List<Rectangle2D> taken = new ArrayList<>();
        for (Line line : new PlateDrawing(plate).lines()) {
            Path2D outline = line.font().outline(line.text(), line.size(), line.x(), line.y());
            Rectangle2D box = outline.getBounds2D();
            assertThat(frame.contains(box)).as("%s in %s", line, frame).isTrue();
            assertThat(taken).as("%s", line).noneMatch(other -> overlaps(other, box));
            taken.add(box);
        }
    }

    /** Names of shops and hospitals as people have mapped them, at the size of a door. */
    @Test
    @Tag("real-data")
    void realNamesFitAndCanBeRead() throws IOException {
        Path folder = Path.of(Objects.requireNonNull(System.getenv("DIACHI_REAL_DATA"), "DIACHI_REAL_DATA"));
        int drawn = 0;
        for (String file : List.of("hanoi_osm_restaurants.geojson", "hanoi_osm_hospitals.geojson")) {
            JsonNode collection = new JsonMapper()
                    .readTree(folder.resolve("vietnam-osm").resolve(file).toFile());
            for (JsonNode feature : collection.path("features")) {
                String name = PlateFont.written(feature.at("/properties/name").asString(""));
                if (!name.isEmpty() && LATIN.matcher(name).matches()) {
                    Plate plate = plate(PlateSize.DOOR, null, null, name, List.of("Phường Hoàn Kiếm"));
                    everythingIsInsideTheFrameAndNothingOnTopOfAnother(plate);
                    assertThat(new PlateDrawing(plate).lines()).allMatch(line -> line.size() > SMALLEST_READ);
                    drawn++;
                }
            }
        }
        assertThat(drawn).isGreaterThan(500);
    }

    @Test
    void namesOfAnyLengthFit() {
        Random dice = new Random(7);
        List<String> words = List.of("Nguyễn", "đường", "Ấp", "kiệt", "Quỳnh", "a", "Xã-hội-chủ-nghĩa-Việt-Nam");
        for (int count = 1; count <= 60; count++) {
            String name = dice.ints(count, 0, words.size())
                    .mapToObj(words::get)
                    .collect(Collectors.joining(dice.nextInt(4) == 0 ? "" : " "));
            for (PlateSize size : PlateSize.values()) {
                everythingIsInsideTheFrameAndNothingOnTopOfAnother(plate(size, name, name, List.of(name, name)));
            }
        }
    }

    private static boolean overlaps(Rectangle2D one, Rectangle2D other) {
        return one.intersects(other);
    }

    @ParameterizedTest
    @EnumSource(PlateFormat.class)
    void refusesWhatItsFontCannotWrite(PlateFormat format) {
        Plate korean = plate(PlateSize.DOOR, null, null, "한식당", List.of());
        assertThatThrownBy(() -> format.write(korean))
                .isInstanceOf(PlateException.class)
                .hasMessageContaining("no letter \"한\"");
    }

    @Test
    void thePngSaysHowLargeItIsMeant() {
        byte[] file = PlateFormat.PNG.write(plates().get(0));
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        int chunk = bytes.indexOf("pHYs") + 4;
        assertThat(file[chunk + 8]).as("unit").isEqualTo((byte) 1);
        int pixelsPerMetre = ((file[chunk + 2] & 0xff) << 8) + (file[chunk + 3] & 0xff);
        assertThat(pixelsPerMetre).isEqualTo(8000);
    }

    private static BufferedImage keep(Plate plate, String format, BufferedImage picture) throws IOException {
        String name = plates().indexOf(plate) + "-" + format + ".png";
        ImageIO.write(picture, "png", PICTURES.resolve(name).toFile());
        return picture;
    }

    private static BufferedImage png(Plate plate) {
        return QrCodes.picture(PlateFormat.PNG.write(plate));
    }

    private static BufferedImage pdf(Plate plate) throws IOException {
        try (PDDocument document = Loader.loadPDF(PlateFormat.PDF.write(plate))) {
            float scale = (float) (200 / plate.format().width());
            return new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH * scale);
        }
    }

    /** As a browser shows it. */
    private static BufferedImage svg(Plate plate) {
        int height =
                (int) Math.round(1600 * plate.format().height() / plate.format().width());
        String source = new String(PlateFormat.SVG.write(plate), StandardCharsets.UTF_8);
        String markup = source.substring(source.indexOf("<svg"))
                .replaceFirst("width=\"[^\"]*\" height=\"[^\"]*\"", "width=\"1600\" height=\"" + height + "\"");
        try (Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1600, height))) {
            page.setContent("<body style=\"margin:0;overflow:hidden\">" + markup + "</body>");
            return QrCodes.picture(page.screenshot());
        }
    }
}
