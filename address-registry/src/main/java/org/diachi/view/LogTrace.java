package org.diachi.view;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.DigestUtils;

/**
 * What views need to know of the change log: which one it is, how far it has come, what entries touch. Thread-safe.
 */
public final class LogTrace {

    private final JdbcClient jdbc;

    /**
     * Reads the log of a register.
     *
     * @param dataSource of its database
     */
    public LogTrace(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** What tells the register from all others, and nobody its key. */
    public String identity() {
        byte[] key = jdbc.sql("SELECT sha256(code_key) FROM registry.city")
                .query(byte[].class)
                .single();
        return DigestUtils.md5DigestAsHex(key);
    }

    /** The number of the last entry; 0 before the first. */
    public long head() {
        return jdbc.sql("SELECT seq FROM registry.log_head").query(Long.class).single();
    }

    /** When an entry was written; empty before the first. */
    public String timeOf(long seq) {
        return jdbc.sql("SELECT at FROM registry.change WHERE seq = ?")
                .param(seq)
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> at.toInstant().toString())
                .orElse("");
    }

    /** Whether the log has that very entry: a database restored from a backup may have gone another way. */
    public boolean isAt(long seq, String time) {
        return seq >= 0 && seq <= head() && timeOf(seq).equals(time);
    }

    /**
     * What entries touch, as the log names it.
     *
     * @param addresses codes of buildings, businesses and public spaces
     * @param places codes of wards and other units
     * @param features codes of features by layer
     */
    public record Touched(Set<String> addresses, Set<String> places, Map<String, Set<String>> features) {

        /** Takes copies. */
        public Touched {
            addresses = Set.copyOf(addresses);
            places = Set.copyOf(places);
            features = features.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, layer -> Set.copyOf(layer.getValue())));
        }
    }

    /** What the entries after the first number and up to the second touch. */
    public Touched touched(long after, long upTo) {
        Set<String> addresses = new HashSet<>();
        Set<String> places = new HashSet<>();
        Map<String, Set<String>> features = new HashMap<>();
        jdbc.sql("SELECT DISTINCT kind, code FROM registry.change WHERE seq > ? AND seq <= ?")
                .params(after, upTo)
                .query(row -> {
                    String kind = row.getString("kind");
                    Set<String> codes = switch (Subject.of(kind)) {
                        case BUILDING, BUSINESS, PUBLIC_SPACE -> addresses;
                        case PLACE -> places;
                        case FEATURE -> features.computeIfAbsent(kind, layer -> new HashSet<>());
                    };
                    codes.add(row.getString("code"));
                });
        return new Touched(addresses, places, features);
    }
}
