package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.junit.jupiter.api.Test;

/** What the QR code on a door plate points to. */
class CodesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final TestCity city = TestCity.get();

    @Test
    void peopleGetAPage() {
        Reply reply = Http.get("/" + city.house("12"), "Accept", BROWSER);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(reply.body())
                .contains("<html lang=\"vi\">", "<h1>" + city.house("12") + "</h1>", "12 Lê Lợi")
                .contains("<span lang=\"vi\">Đang hiệu lực</span> · <span lang=\"en\">In force</span>")
                .hasSizeLessThan(4000);
    }

    @Test
    void programsGetTheFeature() {
        Reply reply = Http.get("/" + city.house("12"));
        assertThat(reply.header("Content-Type")).isEqualTo("application/geo+json");
        assertThat(reply.at("/id")).isEqualTo(city.house("12"));
        assertThat(Http.get("/" + city.house("12") + "?f=json", "Accept", BROWSER)
                        .header("Content-Type"))
                .isEqualTo("application/json");
    }

    @Test
    void namesAreNotTakenForMarkup() {
        assertThat(Http.get("/" + city.cafe() + "?f=html").body()).contains("Cà phê &quot;Sông Hương&quot;");
    }

    @Test
    void aRetiredCodePointsOn() {
        assertThat(Http.get("/" + city.house("30"), "Accept", BROWSER).body())
                .contains("No longer in use", "<a href=\"/" + city.house("29") + "\">");
    }

    @Test
    void aMistypedCodeNamesItsCandidates() {
        String code = city.house("12");
        String mistyped = code.substring(0, 8) + (code.charAt(8) == 'A' ? 'B' : 'A');
        Reply page = Http.get("/" + mistyped, "Accept", BROWSER);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("<a href=\"/" + code + "\">");
        assertThat(Http.get("/" + mistyped).each("/candidates", "/code")).contains(code);
    }
}
