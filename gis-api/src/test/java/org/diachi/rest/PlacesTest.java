package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Administrative units through all their eras. */
class PlacesTest {

    @BeforeAll
    static void serve() {
        TestCity.get();
    }

    @Test
    void todayHasFortyWards() {
        Reply reply = Http.get("/api/v1/places?level=ward&asOf=2025-07-01");
        assertThat(reply.each("/features", "/id")).hasSize(40);
        assertThat(reply.each("/features", "/properties/fullName")).contains("Phường Thuận Hoá", "Xã A Lưới 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hương Phong", "Hương Xuân", "Phú Vinh", "Phú Xuân", "Thuận Hoa"})
    void ambiguousNamesAnswerSeveralDatedUnits(String name) {
        Reply reply = Http.get("/api/v1/places?name=" + Http.encode(name));
        assertThat(new HashSet<>(reply.each("/features", "/id"))).hasSizeGreaterThan(1);
        assertThat(reply.each("/features", "/properties/validFrom"))
                .allSatisfy(day -> assertThat(day).isNotBlank());
    }

    @Test
    void exactSpellingsComeBeforeFoldedOnes() {
        List<String> matches =
                Http.get("/api/v1/places?name=" + Http.encode("Thuận Hóa")).each("/features", "/properties/match");
        assertThat(matches).startsWith("exact").contains("folded");
        assertThat(String.join(" ", matches)).matches("(exact ?)+(folded ?)+");
    }

    @Test
    void namesMayHaveTheirTypeWord() {
        Reply reply = Http.get("/api/v1/places?asOf=2025-07-01&name=" + Http.encode("phường thuận hoá"));
        assertThat(reply.each("/features", "/properties/code")).containsExactly("19789");
    }

    @Test
    void aCodeAnswersItsPresentBearerAndNamesTheOthers() {
        Reply reply = Http.get("/api/v1/places/19789");
        assertThat(reply.at("/properties/fullName")).isEqualTo("Phường Thuận Hoá");
        assertThat(reply.at("/properties/parent/name")).isEqualTo("Thành phố Huế");
        assertThat(reply.each("/properties/predecessors", "/kind")).isNotEmpty().containsOnly("reform");
        assertThat(reply.each("/properties/eras", "/validFrom")).first().isEqualTo("2025-07-01");
        Reply before = Http.get("/api/v1/places/19789?asOf=2024-01-01");
        assertThat(before.status()).isEqualTo(200);
        assertThat(before.at("/properties/validTo")).isNotBlank();
        assertThat(before.each("/properties/successors", "/place/name")).isNotEmpty();
    }

    @Test
    void allErasCanBeWalked() {
        List<String> met = new ArrayList<>();
        for (String next = "/api/v1/places?limit=50"; !next.isEmpty(); ) {
            Reply page = Http.get(next);
            page.json()
                    .at("/features")
                    .forEach(place -> met.add(place.at("/id").asString() + " "
                            + place.at("/properties/validFrom").asString()));
            next = page.next();
        }
        assertThat(met).hasSizeGreaterThan(170).doesNotHaveDuplicates();
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        String tag = Http.get("/api/v1/places/19789").header("ETag");
        assertThat(Http.get("/api/v1/places/19789", "If-None-Match", tag).status())
                .isEqualTo(304);
    }
}
