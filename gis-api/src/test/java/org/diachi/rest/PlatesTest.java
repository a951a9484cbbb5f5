package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.diachi.Http;
import org.diachi.TestCity;
import org.diachi.address.AddressContent;
import org.diachi.address.Registration;
import org.diachi.plate.QrCodes;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.PositionQuality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Point;

class PlatesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestCity city = TestCity.get();

    private static String plate(String code) {
        return "/api/v1/addresses/" + code + "/plate";
    }

    private static HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Http.base() + path));
        return CLIENT.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "?f=svg, */*, image/svg+xml",
        "?f=png, */*, image/png",
        "?f=pdf, */*, application/pdf",
        "'', application/pdf, application/pdf",
        "'', 'text/html,image/png;q=0.8', image/png",
        "'', */*, image/svg+xml"
    })
    void isGivenInTheFormatThatIsAskedFor(String query, String accept, String type) throws Exception {
        HttpResponse<byte[]> answer = bytes(plate(city.house("1")) + query, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(Http.get(plate(city.house("1")) + query, "Accept", accept).status())
                .isEqualTo(200);
    }

    @Test
    void itsQrCodeLeadsToTheObject() throws Exception {
        String code = city.house("7");
        String url = QrCodes.read(
                QrCodes.picture(bytes(plate(code.toLowerCase()) + "?f=png").body()));
        assertThat(url).isEqualTo(Http.base() + "/" + code);
        assertThat(Http.get(url, "Accept", "application/json").at("/id")).isEqualTo(code);
    }

    @Test
    void saysWhereTheObjectIsInVietnamese() throws Exception {
        byte[] file = bytes(plate(city.house("7")) + "?f=pdf").body();
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(document).lines())
                    .contains("Lê Lợi", "Số 7", "Phường Thuận Hoá", "Thành phố Huế", city.house("7"));
        }
    }

    @ParameterizedTest
    @CsvSource({"house, '', 200, 150", "house, &size=gate, 300, 200", "park, '', 400, 300", "cafe, '', 200, 150"})
    void hasTheSizeThatIsUsualOrAskedFor(String what, String query, double width, double height) throws Exception {
        String code = switch (what) {
            case "park" -> city.park();
            case "cafe" -> city.cafe();
            default -> city.house("2");
        };
        try (PDDocument document =
                Loader.loadPDF(bytes(plate(code) + "?f=pdf" + query).body())) {
            PDRectangle page = document.getPage(0).getMediaBox();
            assertThat(page.getWidth() / 72 * 25.4).isCloseTo(width, Offset.offset(0.01));
            assertThat(page.getHeight() / 72 * 25.4).isCloseTo(height, Offset.offset(0.01));
        }
    }

    @Test
    void aRetiredObjectHasNoneAndNamesItsSuccessor() {
        Http.Reply reply = Http.get(plate(city.house("30")));
        assertThat(reply.status()).isEqualTo(410);
        assertThat(reply.at("/type")).endsWith(":retired");
        assertThat(reply.each("/candidates", "/code")).containsExactly(city.house("29"));
        assertThat(Http.get(plate(city.house("30")) + "?asOf=2025-08-01").status())
                .isEqualTo(200);
    }

    @Test
    void aMistypedCodeIsToldWithCandidates() {
        String code = city.house("3");
        String mistyped = (code.startsWith("7") ? "8" : "7") + code.substring(1);
        Http.Reply reply = Http.get(plate(mistyped));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.each("/candidates", "/code")).contains(code);
    }

    @Test
    void aProposalHasNoneYet() {
        Http.Reply reply = Http.get(plate(register(AddressStatus.PROPOSED, "Nhà văn hoá", 1)));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.at("/type")).endsWith(":not-current");
    }

    @Test
    void aNameThatTheFontCannotWriteIsToldOf() {
        Http.Reply reply = Http.get(plate(register(AddressStatus.CURRENT, "한식당", 2)));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/detail")).contains("no letter \"한\"");
    }

    private String register(AddressStatus status, String name, int place) {
        Point point = (Point) TestCity.geometry("POINT (%s 1829000)".formatted(561000 + 100 * place));
        AddressContent content = new AddressContent(
                AddressKind.PUBLIC_SPACE,
                status,
                name,
                null,
                null,
                null,
                new PositionQuality("survey", null),
                point,
                point,
                null,
                List.of(),
                Map.of());
        return city.register(List.of(new Registration(content, null, List.of())))
                .get(0)
                .code()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({"size=huge, size", "f=gif, f", "asOf=soon, asOf", "knownAt=then, knownAt", "dpi=300, dpi"})
    void wrongParametersAreToldOf(String query, String parameter) {
        Http.Reply reply = Http.get(plate(city.house("1")) + "?" + query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/parameter")).isEqualTo(parameter);
    }

    @Test
    void isNotSentAgainWhileNothingChanges() {
        Http.Reply first = Http.get(plate(city.house("1")) + "?f=pdf");
        assertThat(Http.get(plate(city.house("1")) + "?f=pdf", "If-None-Match", first.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(Http.get(plate(city.house("1")) + "?f=png", "If-None-Match", first.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(Http.get(plate(city.house("1"))).header("Content-Disposition"))
                .contains(city.house("1") + ".svg");
    }
}
