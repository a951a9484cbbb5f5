package org.diachi.search.index;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.diachi.view.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.DigestUtils;

/** What an index needs to know of the change log: which one it is, how far it has come, what entries touch. */
final class LogTrace {

    private final JdbcClient jdbc;

    LogTrace(DataSource dataSource) {
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

    /**
     * What entries touch.
     *
     * @param codes of address objects
     * @param hasUnits whether units are among it
     */
    record Touched(Set<String> codes, boolean hasUnits) {

        Touched {
            codes = Set.copyOf(codes);
        }
    }

    Touched touched(long after, long upTo) {
        Set<String> codes = new HashSet<>();
        boolean[] hasUnits = {false};
        jdbc.sql("SELECT DISTINCT code, kind FROM registry.change WHERE seq > ? AND seq <= ?")
                .params(after, upTo)
                .query(row -> {
                    switch (Subject.of(row.getString("kind"))) {
                        case BUILDING, BUSINESS, PUBLIC_SPACE -> codes.add(row.getString("code"));
                        case PLACE -> hasUnits[0] = true;
                        case FEATURE -> {
                            // Not in this index.
                        }
                    }
                });
        return new Touched(codes, hasUnits[0]);
    }
}
