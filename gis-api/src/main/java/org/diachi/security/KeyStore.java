package org.diachi.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes, knows and revokes keys. Of a key only its SHA-256 is kept, so nobody can read one out again. */
public final class KeyStore {

    private static final String PREFIX = "diachi_";
    private static final int RANDOM_BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    public KeyStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * What a key is to allow.
     *
     * @param wards codes of the wards that it may write in; all if empty
     * @param layers collections that it may write in, and read where they are restricted; all if empty
     * @param label what it is for
     * @param expires when it ends; never if absent
     */
    public record Grant(
            Role role,
            List<String> wards,
            List<String> layers,
            String label,
            @Nullable Instant expires) {

        public Grant {
            wards = List.copyOf(wards);
            layers = List.copyOf(layers);
        }
    }

    /**
     * Makes a key.
     *
     * @return the key, which is told this one time
     */
    public String create(Grant grant) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String sql = """
                INSERT INTO registry.api_key (hash, role, wards, layers, label, expires) VALUES (?, ?, ?, ?, ?, ?)
                """;
        Instant expires = grant.expires();
        jdbc.sql(sql)
                .param(hash(key))
                .param(grant.role().label())
                .param(grant.wards().toArray(String[]::new))
                .param(grant.layers().toArray(String[]::new))
                .param(grant.label())
                .param(expires == null ? null : OffsetDateTime.ofInstant(expires, ZoneOffset.UTC))
                .update();
        return key;
    }

    /** Who bears a key; empty if it was never made, has expired or was revoked. */
    public Optional<Caller> find(String key) {
        String sql = """
                SELECT id, role, wards, layers, label FROM registry.api_key
                 WHERE hash = ? AND revoked IS NULL AND (expires IS NULL OR expires > now())
                """;
        return jdbc.sql(sql).param(hash(key)).query(KeyStore::caller).optional();
    }

    /**
     * Ends a key at once.
     *
     * @return whether there was such a key, still in force
     */
    public boolean revoke(long id) {
        return jdbc.sql("UPDATE registry.api_key SET revoked = now() WHERE id = ? AND revoked IS NULL")
                        .param(id)
                        .update()
                == 1;
    }

    private static Caller caller(ResultSet row, int number) throws SQLException {
        return new Caller(
                row.getLong("id"),
                row.getString("label"),
                Role.of(row.getString("role")),
                texts(row.getArray("wards")),
                texts(row.getArray("layers")));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
