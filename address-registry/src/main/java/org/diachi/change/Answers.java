package org.diachi.change;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a request that comes again the answer it had, without doing it again. Must run in the transaction that holds the
 * head of the log: of two requests at once the second then finds what the first has stored.
 */
final class Answers {

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
        String sql = "SELECT request_hash, status, headers, body FROM registry.idempotency WHERE actor = ? AND key = ?";
        return jdbc.sql(sql)
                .param(request.actor())
                .param(request.key())
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
                """;
        jdbc.sql(sql)
                .param(request.actor())
                .param(request.key())
                .param(request.requestHash())
                .param(answer.status())
                .param(JSON.writeValueAsString(answer.headers()))
                .param(answer.body())
                .update();
    }
}
