package org.diachi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.diachi.TestBrowser;
import org.diachi.city.CityProfile;
import org.diachi.cli.Service;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.registry.Registry;
import org.diachi.run.ImportOptions;
import org.diachi.run.RunListener;
import org.diachi.sample.SampleData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The start page as a visitor meets it, in Chromium, over a small sample city. The pictures are kept in target. */
class StartPageTest {

    private static final int MOST_CLICKS = 40;

    /** A little longer than the map takes for a level. */
    private static final int MILLISECONDS_OF_ZOOM = 300;

    private static final Path HUE = Path.of("..", "data", "hue");
    private static final Path PICTURES = Path.of("target", "start-page");
    private static final double SCALE = 0.005;
    private static final double PATIENCE_MILLISECONDS = 60_000;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    static Path files;

    private static ConfigurableApplicationContext service;
    private static TestBrowser chromium;
    private static String code;

    private final List<String> errors = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void serveTheSampleCity() throws IOException {
        CityProfile profile = CityProfile.read(HUE);
        Registry registry = Registry.open(DATABASE.database(), profile, TestHome.environment());
        SampleData sample = SampleData.of(HUE);
        sample.write(profile, SCALE, 7, files, done -> {});
        sample.load(registry, files, new ImportOptions("sample", false), RunListener.NONE, () -> false);
        registry.views().runOnce();
        service = Service.start(registry, 0);
        // The map packs are a view of the service.
        registry.views().runOnce();
        code = DATABASE.jdbc().queryForObject("""
                SELECT code FROM registry.address_version
                 WHERE kind = 'building' AND house_number IS NOT NULL
                 ORDER BY ST_Distance(position, ST_SetSRID(ST_Point(561000, 1821000), 9214)) LIMIT 1
                """, String.class);
        Files.createDirectories(PICTURES);
        chromium = new TestBrowser();
    }

    @AfterAll
    static void end() {
        chromium.close();
        service.close();
    }

    @BeforeEach
    void openPage() {
        page = chromium.browser()
                .newPage(new Browser.NewPageOptions().setLocale("vi-VN").setViewportSize(1280, 800));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.setDefaultTimeout(PATIENCE_MILLISECONDS);
        page.onPageError(errors::add);
        open("/");
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    private void open(String path) {
        page.navigate("http://localhost:" + Service.port(service) + path);
        if (path.startsWith("/?") || path.equals("/")) {
            awaitMap();
        }
    }

    /** Until all that is in sight is loaded and drawn. */
    private void awaitMap() {
        page.locator("#map[data-drawn=true]").waitFor();
    }

    private void search(String text) {
        page.locator("#code").fill(text);
        page.locator("#code").press("Enter");
    }

    private BufferedImage picture(String name) throws IOException {
        byte[] png = page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static long colours(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .count();
    }

    private Locator link(String text) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text));
    }

    @Test
    void theCityIsDrawnAndSaidToBeInvented() throws IOException {
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("vi");
        assertThat(page.locator("h1").textContent()).contains("Huế");
        assertThat(page.locator("#notice").textContent()).contains("Dữ liệu mẫu");
        assertThat(colours(picture("city"))).isGreaterThan(100);
        assertThat(errors).isEmpty();
    }

    @Test
    void aCodeIsFoundInLowerCaseWithoutItsHyphen() throws IOException {
        search(code.replace("-", "").toLowerCase(Locale.ROOT));
        page.locator("#details h2").waitFor();
        assertThat(page.locator("#details h2").textContent()).isEqualTo(code);
        assertThat(page.locator("#details a").first().getAttribute("href")).isEqualTo("/" + code);
        awaitMap();
        assertThat(page.locator("#hint").isVisible()).isFalse();
        assertThat(colours(picture("house"))).isGreaterThan(100);
        assertThat(errors).isEmpty();
    }

    @Test
    void aWrongCharacterOffersTheCandidate() {
        search((code.charAt(0) == 'A' ? 'B' : 'A') + code.substring(1));
        link(code).click();
        page.locator("#details h2").waitFor();
        assertThat(page.locator("#details h2").textContent()).isEqualTo(code);
    }

    @Test
    void anAddressIsFoundAsItIsTyped() {
        String address = DATABASE.jdbc()
                .queryForObject(
                        "SELECT lower(street) || ' ' || house_number FROM registry.address_version WHERE code = ?",
                        String.class,
                        code);
        page.locator("#code").fill(address);
        link(code).click();
        page.locator("#details h2").waitFor();
        assertThat(page.locator("#details h2").textContent()).isEqualTo(code);
        assertThat(errors).isEmpty();
    }

    @Test
    void whatIsNoCodeIsSaid() {
        search("qwertz");
        page.locator("#answer p").waitFor();
        assertThat(page.locator("#answer").textContent()).contains("Một mã gồm tám chữ và số");
    }

    @Test
    void thePageSpeaksTheLanguagesOfTheCity() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.locator("h1").textContent()).contains("Hue");
        assertThat(page.locator("#notice").textContent()).contains("Sample data");
        page.reload();
        awaitMap();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(errors).isEmpty();
    }

    @Test
    void whatLiesUnderTheMiddleIsToldToTheKeyboard() {
        open("/?code=" + code);
        page.locator("#details h2").waitFor();
        awaitMap();
        page.locator("#close").click();
        page.locator("#map").focus();
        page.keyboard().press("Enter");
        page.locator("#details h2").waitFor();
        assertThat(page.locator("#details").textContent()).contains(code);
    }

    @Test
    void nothingIsWiderThanATelephone() throws IOException {
        page.setViewportSize(360, 740);
        open("/?code=" + code);
        page.locator("#details h2").waitFor();
        awaitMap();
        picture("telephone");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @Test
    void thePageOfACodeIsOfTheSameHouse() throws IOException {
        open("/" + code);
        assertThat(page.locator("h1").textContent()).isEqualTo(code);
        assertThat(link("Bản đồ").getAttribute("href")).isEqualTo("/?code=" + code);
        picture("code");
        assertThat(errors).isEmpty();
    }

    @Test
    void anotherDayIsShownByWhatIsLoadedAndByWhatIsDrawn() throws IOException {
        page.waitForRequest(
                request -> request.url().contains("asOf=1999-01-01"),
                () -> page.locator("#day").fill("1999-01-01"));
        awaitMap();
        List<String> drawn = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("TIME=1999-01-01")) {
                drawn.add(request.url());
            }
        });
        // To where land use is drawn by the service, past zooms at which it is loaded. A click while the map is flying
        // begins from where it is, so that quick clicks are not a level each.
        for (int i = 0; i < MOST_CLICKS && drawn.isEmpty(); i++) {
            page.locator(".ol-zoom-out").click();
            page.waitForTimeout(MILLISECONDS_OF_ZOOM);
        }
        assertThat(drawn).isNotEmpty();
        awaitMap();
        picture("far");
        assertThat(errors).isEmpty();
    }

    @Test
    void allColoursAreTold() throws IOException {
        page.locator("#key summary").click();
        page.waitForCondition(() -> Integer.parseInt(page.locator("#key img")
                        .evaluate("image => image.naturalHeight")
                        .toString())
                > 500);
        page.locator("#key img").scrollIntoViewIfNeeded();
        picture("colours");
    }

    @Test
    void theLinksLeadSomewhere() {
        List<String> paths = page.locator("footer a").all().stream()
                .map(each -> each.getAttribute("href"))
                .toList();
        assertThat(paths).contains("/openapi.yaml", "/ogc", "/api/v1/addresses?limit=1", "/actuator/health");
        assertThat(paths)
                .allSatisfy(path -> assertThat(page.request()
                                .get("http://localhost:" + Service.port(service) + path)
                                .status())
                        .isEqualTo(200));
    }
}
