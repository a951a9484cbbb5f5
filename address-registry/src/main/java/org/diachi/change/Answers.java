package org.diachi.change;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a request that comes again the answer it had, without doing it again. Must run in the transaction that holds the
 * head of the log: of two requests at once the second then finds what the first has stored. Answers are kept for a week;
 * whoever stores one removes some that are older, so that the table grows no larger than a week's requests.
 */
final class Answers {

    /** Also a clerk who was away for some days may ask again. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Known(String requestHash, StoredAnswer answer) {}

    private final JdbcClient jdbc;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    StoredAnswer once(RequestKey request, Supplier<StoredAnswer> work) {
        Optional<Known> known = find(request);
        if (known.isPresent()) {
            if (!known.get().requestHash().equals(request.requestHash())) {
                throw new KeyReusedException(request);
            }
            return known.get().answer();
        }
        StoredAnswer answer = work.get();
        store(request, answer);
        return answer;
    }

    private Optional<Known> find(RequestKey request) {
        String sql = """
                SELECT request_hash, status, headers, body FROM registry.idempotency
                 WHERE actor = ? AND key = ? AND created > now() - make_interval(secs => ?)
                """;
        return jdbc.sql(sql)
                .param(request.actor())
                .param(request.key())
                .param(KEPT.toSeconds())
                .query((row, number) -> new Known(
                        row.getString("request_hash"),
                        new StoredAnswer(
                                row.getInt("status"), readHeaders(row.getString("headers")), row.getString("body"))))
                .optional();
    }

    private static Map<String, String> readHeaders(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    private void store(RequestKey request, StoredAnswer answer) {
        String sql = """
                INSERT INTO registry.idempotency (actor, key, request_hash, status, headers, body)
                VALUES (?, ?, ?, ?, ?::jsonb, ?)
                ON CONFLICT (actor, key) DO UPDATE
                   SET request_hash = excluded.request_hash, status = excluded.status, headers = excluded.headers,
                       body = excluded.body, created = excluded.created
                """;
        removeExpired();
        jdbc.sql(sql)
                .param(request.actor())
                .param(request.key())
                .param(request.requestHash())
                .param(answer.status())
                .param(JSON.writeValueAsString(answer.headers()))
                .param(answer.body())
                .update();
    }

    /** More than the one that is added, so that the table shrinks after a busy week. */
    private void removeExpired() {
        String sql = """
                DELETE FROM registry.idempotency WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM registry.idempotency
                     WHERE created <= now() - make_interval(secs => ?) ORDER BY created LIMIT 3))
                """;
        jdbc.sql(sql).param(KEPT.toSeconds()).update();
    }
}
