package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was measured last. */
class QualityTest {

    @BeforeAll
    static void measure() {
        TestCity.get().registry().measures().run(TestCity.FOUNDED);
    }

    @Test
    void theNumbersOfALayerAreAnswered() {
        Reply reply = Http.get("/api/v1/quality?measure=open-layers&layer=zones");
        assertThat(reply.at("/day")).isEqualTo(TestCity.FOUNDED.toString());
        assertThat(reply.each("/values", "/value")).containsExactly("1.0");
        assertThat(reply.each("/values", "/criterion")).containsExactly("shared");
    }

    @Test
    void criteriaAndWardsAreChosen() {
        assertThat(Http.get("/api/v1/quality?criterion=clean").each("/values", "/criterion"))
                .isNotEmpty()
                .containsOnly("clean");
        assertThat(Http.get("/api/v1/quality?ward=" + TestCity.WARD).each("/values", "/measure"))
                .contains("addressed-buildings", "position-accuracy");
        assertThat(Http.get("/api/v1/quality?criterion=dirty").status()).isEqualTo(400);
        assertThat(Http.get("/api/v1/quality?measure=none").body()).contains("green-per-resident");
    }

    @Test
    void layersThatAreNotOpenAreLeftOut() {
        assertThat(Http.get("/api/v1/quality?layer=flood-lines").each("/values", "/measure"))
                .doesNotContain("feature-count", "area", "filled-fields");
    }

    @Test
    void theNightIsAtTwoByTheClockOfTheCity() {
        ZoneId city = ZoneId.of("Asia/Ho_Chi_Minh");
        assertThat(NightlyMeasures.untilNext(ZonedDateTime.of(2026, 1, 1, 1, 0, 0, 0, city)))
                .isEqualTo(Duration.ofHours(1));
        assertThat(NightlyMeasures.untilNext(ZonedDateTime.of(2026, 1, 1, 2, 0, 0, 0, city)))
                .isEqualTo(Duration.ofDays(1));
    }
}
