package org.diachi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diachi.TestBrowser;
import org.diachi.sheet.LandUseCity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of data as Chromium shows them under our content security policy. The pictures are kept in target. */
class DataPagesTest {

    private static final Path PICTURES = Path.of("target", "data-pages");
    private static final String HOUSE = "{house}";
    private static final LandUseCity CITY = new LandUseCity();
    private static final TestBrowser CHROMIUM = new TestBrowser();

    private final List<String> errors = new ArrayList<>();
    private Page page;

    @AfterAll
    static void end() {
        CHROMIUM.close();
        CITY.close();
    }

    @BeforeEach
    void openPage() {
        page = CHROMIUM.browser().newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    private void open(String path) {
        page.navigate(CITY.base() + path.replace(HOUSE, CITY.house()));
        String name = path.replaceAll("\\W+", "-").replaceAll("^-|-$", "");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private Object style(String selector, String property) {
        return page.locator(selector).first().evaluate("element => getComputedStyle(element)." + property);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc?f=html",
                "/ogc/collections?f=html",
                "/ogc/collections/zones?f=html",
                "/ogc/collections/zones/items?f=html",
                "/ogc/collections/addresses/items/{house}?f=html",
                "/api/v1/land-use?f=html&address={house}"
            })
    void pagesAreStyledWithoutComplaint(String path) {
        open(path);
        assertThat(errors).isEmpty();
        assertThat(style("main", "maxWidth")).isEqualTo("1152px");
        assertThat(style("body", "color")).isEqualTo("rgb(29, 37, 41)");
    }

    @Test
    void areasAreSeenThrough() {
        open("/ogc/collections/zones/items?f=html");
        assertThat(page.locator(".area").count()).isEqualTo(3);
        assertThat(style(".area", "fill")).isEqualTo("rgb(11, 90, 143)");
        assertThat(style(".area", "fillOpacity")).isEqualTo("0.25");
    }

    @Test
    void linesAreNotFilled() {
        open("/ogc/collections/drainage-links/items?f=html");
        assertThat(style(".line", "fill")).isEqualTo("none");
        assertThat(style(".line", "strokeWidth")).isEqualTo("2px");
    }

    @Test
    void everyColumnIsThereOnce() {
        open("/ogc/collections/zones/items?f=html");
        assertThat(page.locator("th").allTextContents())
                .doesNotHaveDuplicates()
                .startsWith("id")
                .contains("code");
    }
}
