package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Import runs and what they found. */
class ImportsTest {

    @BeforeAll
    static void serve() {
        TestCity.get();
    }

    @Test
    void runsAreListedTheLatestFirst() {
        Reply first = Http.get("/api/v1/imports?limit=2");
        assertThat(first.each("/imports", "/id")).containsExactly("3", "2");
        assertThat(Http.get(first.next()).each("/imports", "/id")).containsExactly("1");
        assertThat(Http.get("/api/v1/imports?state=failed").each("/imports", "/id"))
                .isEmpty();
    }

    @Test
    void aRunAccountsForEveryRow() {
        Reply reply = Http.get("/api/v1/imports/1");
        assertThat(reply.at("/rows/read")).isEqualTo("5");
        assertThat(reply.at("/rows/added")).isEqualTo("3");
        assertThat(reply.at("/rows/refused")).isEqualTo("2");
        assertThat(reply.at("/state")).isEqualTo("done");
    }

    @Test
    void everyFindingCanBeRead() {
        Reply first = Http.get("/api/v1/imports/1/issues?limit=2");
        assertThat(first.each("/issues", "/message")).containsExactly("Row 4 has no geometry.", "Row 5 has no number.");
        assertThat(Http.get(first.next()).each("/issues", "/rule")).containsExactly("odd");
        assertThat(Http.get("/api/v1/imports/1/issues?severity=refused&rule=noPosition")
                        .each("/issues", "/row"))
                .containsExactly("4");
    }
}
