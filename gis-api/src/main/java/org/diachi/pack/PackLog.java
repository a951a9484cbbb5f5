package org.diachi.pack;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.diachi.view.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.DigestUtils;

/** What packs need to know of the change log. Thread-safe. */
final class PackLog {

    private final JdbcClient jdbc;

    PackLog(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** What tells the register from all others, and nobody its key. */
    String identity() {
        byte[] key = jdbc.sql("SELECT sha256(code_key) FROM registry.city")
                .query(byte[].class)
                .single();
        return DigestUtils.md5DigestAsHex(key);
    }

    long head() {
        return jdbc.sql("SELECT seq FROM registry.log_head").query(Long.class).single();
    }

    /** When an entry was written; empty before the first. */
    String timeOf(long seq) {
        return jdbc.sql("SELECT at FROM registry.change WHERE seq = ?")
                .param(seq)
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> at.toInstant().toString())
                .orElse("");
    }

    /** Whether the log has that very entry: a database restored from a backup may have gone another way. */
    boolean isAt(long seq, String time) {
        return seq >= 0 && seq <= head() && timeOf(seq).equals(time);
    }

    /** What entries touch: by collection what the log calls the objects. */
    Map<String, Set<String>> touched(long after, long upTo) {
        Map<String, Set<String>> codes = new HashMap<>();
        jdbc.sql("SELECT DISTINCT kind, code FROM registry.change WHERE seq > ? AND seq <= ?")
                .params(after, upTo)
                .query(row -> {
                    String kind = row.getString("kind");
                    String collection = switch (Subject.of(kind)) {
                        case BUILDING, BUSINESS, PUBLIC_SPACE -> "addresses";
                        case PLACE -> "places";
                        case FEATURE -> kind;
                    };
                    codes.computeIfAbsent(collection, key -> new HashSet<>()).add(row.getString("code"));
                });
        return codes;
    }
}
