package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/** House 1 stands over the drain L1. */
class ConflictsTest {

    private static final String OVER_DRAIN = "/api/v1/land-use/conflicts?rule=building-over-drain";

    @BeforeAll
    static void serve() {
        TestCity.get().registry().views().runOnce();
    }

    private static JsonNode ofHouseOne(Reply reply) {
        for (JsonNode feature : reply.json().at("/features")) {
            if (feature.at("/properties/left/sourceId").asString().equals("house/1")) {
                return feature;
            }
        }
        throw new AssertionError(reply.body());
    }

    @Test
    void aConflictTellsOfBothAndOfTheGroundThatTheyShare() {
        JsonNode conflict = ofHouseOne(Http.get(OVER_DRAIN));

        Geometry house = TestCity.geometry(
                "POLYGON ((561000 1821000, 561010 1821000, 561010 1821010, 561000 1821010, 561000 1821000))");
        Geometry drain = TestCity.geometry("LINESTRING (561000 1821000, 561100 1821050)");
        assertThat(conflict.at("/properties/area").doubleValue())
                .as("in hundredths, as statements have areas")
                .isEqualTo(Math.round(100 * house.intersection(drain.buffer(1)).getArea()) / 100.0);
        assertThat(conflict.at("/properties/left/code").asString())
                .isEqualTo(TestCity.get().house("1"));
        assertThat(conflict.at("/properties/right/sourceId").asString()).isEqualTo("l1");
        assertThat(conflict.at("/properties/titles/vi").asString()).contains("hành lang");
        assertThat(conflict.at("/properties/ward").asString()).isEqualTo(TestCity.WARD);
        assertThat(conflict.at("/properties/addresses").valueStream().map(JsonNode::asString))
                .as("the house and the café in it")
                .containsExactlyInAnyOrder(
                        TestCity.get().house("1"), TestCity.get().cafe());
        assertThat(conflict.at("/properties/addressCount").intValue()).isEqualTo(2);
        assertThat(conflict.at("/geometry/coordinates/0/0/0/0").doubleValue()).isBetween(107.5, 107.6);
    }

    @Test
    void dayWardSeverityAndSystemAreChosen() {
        assertThat(ofHouseOne(Http.get(OVER_DRAIN + "&severity=medium&ward=" + TestCity.WARD)))
                .isNotNull();
        assertThat(Http.get(OVER_DRAIN + "&severity=high").each("/features", "/id"))
                .isEmpty();
        assertThat(Http.get(OVER_DRAIN + "&ward=19750").each("/features", "/properties/left/sourceId"))
                .doesNotContain("house/1");
        assertThat(Http.get(OVER_DRAIN + "&asOf=2020-01-01").each("/features", "/id"))
                .isEmpty();
        Reply metres = Http.get(OVER_DRAIN + "&crs=EPSG:9214");
        assertThat(ofHouseOne(metres).at("/geometry/coordinates/0/0/0/0").doubleValue())
                .isBetween(560999.0, 561011.0);
        assertThat(metres.header("Content-Crs")).contains("9214");
    }

    @Test
    void pagesAreWalked() {
        Reply first = Http.get(OVER_DRAIN + "&limit=1");
        assertThat(first.each("/features", "/id")).hasSize(1);
        Reply second = Http.get(first.next().replace(Http.base(), ""));
        assertThat(second.each("/features", "/id")).doesNotContainAnyElementsOf(first.each("/features", "/id"));
    }

    @Test
    void anUnknownRuleIsAnsweredWithThoseThereAre() {
        Reply reply = Http.get("/api/v1/land-use/conflicts?rule=none");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("building-over-drain").contains("residential-in-flood-line");
    }
}
