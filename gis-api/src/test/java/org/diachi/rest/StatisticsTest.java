package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.diachi.registry.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {

    private static final String PATH = "/api/v1/statistics";

    private final TestCity city = TestCity.get();

    private long objects(String query, String kind, String status) {
        long sum = 0;
        for (var count : Http.get(PATH + query).json().at("/counts")) {
            if (count.at("/kind").asString().equals(kind)
                    && count.at("/status").asString().equals(status)) {
                sum += count.at("/objects").asLong();
            }
        }
        return sum;
    }

    @Test
    void countsByWardKindAndStatus() {
        Registry registry = city.registry();
        registry.views().runOnce();
        Reply reply = Http.get(PATH + "?asOf=2025-07-01");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/seq").asLong()).isPositive();
        String truth = """
                SELECT count(*) FROM registry.address_version
                 WHERE ended IS NULL AND valid_from <= '2025-07-01' AND (valid_to IS NULL OR valid_to > '2025-07-01')
                """;
        assertThat(reply.json().at("/total").asLong()).isEqualTo(city.jdbc().queryForObject(truth, Long.class));
        assertThat(reply.each("/counts", "/ward/code")).contains(TestCity.WARD);
        assertThat(reply.each("/counts", "/ward/name")).contains("Phường Thuận Hoá");
    }

    @Test
    void aRetirementCountsFromItsDayOn() {
        city.registry().views().runOnce();
        long before = objects("?ward=19789&asOf=2025-12-31", "building", "retired");
        long after = objects("?ward=19789&asOf=2026-01-01", "building", "retired");
        assertThat(after).isEqualTo(before + 1);
        assertThat(objects("?ward=19789&kind=business&asOf=2025-07-01", "building", "current"))
                .isZero();
        assertThat(objects("?asOf=2019-01-01", "building", "current")).isZero();
    }

    @Test
    void whatWasKnownOnceIsCountedFromTheTruth() {
        city.registry().views().runOnce();
        String now = city.jdbc()
                .queryForObject("SELECT clock_timestamp()", OffsetDateTime.class)
                .toInstant()
                .toString();
        Reply known = Http.get(PATH + "?asOf=2025-07-01&knownAt=" + now);
        Reply view = Http.get(PATH + "?asOf=2025-07-01");
        assertThat(known.json().at("/counts")).isEqualTo(view.json().at("/counts"));
        Reply nothing = Http.get(PATH + "?knownAt=1999-01-01T00:00:00Z");
        assertThat(nothing.json().at("/total").asLong()).isZero();
        assertThat(nothing.at("/knownAt")).isEqualTo("1999-01-01T00:00:00Z");
    }

    @Test
    void isNotSentAgainWhileNothingChanges() {
        city.registry().views().runOnce();
        Reply first = Http.get(PATH + "?asOf=2025-07-01");
        assertThat(Http.get(PATH + "?asOf=2025-07-01", "If-None-Match", first.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({"kind=castle, kind", "asOf=soon, asOf", "knownAt=2999-01-01T00:00:00Z, knownAt", "ward=a/b, ward"})
    void wrongParametersAreToldOf(String query, String parameter) {
        Reply reply = Http.get(PATH + "?" + query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/parameter")).isEqualTo(parameter);
    }
}
