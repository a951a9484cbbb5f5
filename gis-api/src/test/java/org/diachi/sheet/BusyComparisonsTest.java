package org.diachi.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.diachi.Http.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Comparisons that take longer than anybody waits for: whoever reads where places went is kept waiting by a lock. */
class BusyComparisonsTest {

    private static final LandUseCity CITY = new LandUseCity("--diachi.comparisons.patience=50ms");

    @AfterAll
    static void close() {
        CITY.close();
    }

    private static Reply compare(String day) {
        return CITY.get("/api/v1/land-use/compare?from=layer:zones@" + day + "&to=in-force@2025-08-01");
    }

    @Test
    void whoWaitsTooLongIsToldToAskAgainAndWhoComesLateToCome() throws SQLException {
        List<String> days = List.of("2025-08-01", "2025-08-02", "2025-08-03", "2025-08-04");
        try (Connection connection = CITY.database().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE registry.place_succession IN ACCESS EXCLUSIVE MODE");
            for (String day : days) {
                Reply running = compare(day);
                assertThat(running.status()).as(running.body()).isEqualTo(202);
                assertThat(running.at("/state")).isEqualTo("running");
                assertThat(running.json().at("/progress").doubleValue()).isZero();
                assertThat(running.header("Retry-After")).isEqualTo("5");
                assertThat(running.header("Cache-Control")).isEqualTo("no-store");
            }
            assertThat(compare("2025-08-01").status()).as("the same again").isEqualTo(202);
            Reply late = compare("2025-08-05");
            assertThat(late.status()).as(late.body()).isEqualTo(503);
            assertThat(late.at("/detail")).contains("Ask again");
            connection.rollback();
        }
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(days)
                        .allSatisfy(day -> assertThat(compare(day).status()).isEqualTo(200)));
    }
}
