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
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.diachi.audit.Attempt;
import org.diachi.audit.AuditLog;
import org.diachi.value.AddressKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys with which callers write: told once when they are made, stored as a hash, with an end or without. */
public final class KeyStore {

    static final String PREFIX = "diachi_";

    private static final int RANDOM_BYTES = 32;
    private static final String UNKNOWN = "The key is not known here. Send another, or none for a read.";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final SecureRandom random = new SecureRandom();

    public KeyStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.audit = new AuditLog(dataSource);
    }

    /**
     * What a key is to allow.
     *
     * @param label what it is for; the change log tells it
     * @param expires when it ends; never if absent
     */
    public record Grant(
            Role role,
            Bounds bounds,
            String label,
            @Nullable Instant expires) {

        public Grant {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(bounds, "bounds");
            Objects.requireNonNull(label, "label");
        }
    }

    /**
     * A key as far as it is known.
     *
     * @param number by which it is revoked
     * @param revoked when it was ended before its time
     */
    public record Key(
            long number,
            Grant grant,
            Instant created,
            @Nullable Instant revoked) {

        /** How the change log names its bearer. */
        public String actor() {
            return grant.label().isBlank() ? "key " + number : grant.label() + " (key " + number + ")";
        }

        /** Whether it is in force at an instant. */
        public boolean isInForce(Instant now) {
            Instant end = grant.expires();
            return revoked == null && (end == null || end.isAfter(now));
        }
    }

    /**
     * Makes a key.
     *
     * @param by who makes it, as the audit log names it
     * @return the key, which is told this one time
     */
    public String create(Grant grant, String by) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        transaction.executeWithoutResult(status -> {
            long number = insert(grant, hash(key));
            audit.appendDone(new Attempt(by, null, "create key", "key " + number, describe(grant)));
        });
        return key;
    }

    private long insert(Grant grant, byte[] hash) {
        String sql = """
                INSERT INTO registry.api_key (hash, role, wards, kinds, layers, label, expires)
                VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
                """;
        Bounds bounds = grant.bounds();
        Instant expires = grant.expires();
        return jdbc.sql(sql)
                .param(hash)
                .param(grant.role().label())
                .param(bounds.wards().toArray(String[]::new))
                .param(bounds.kinds().stream().map(AddressKind::label).toArray(String[]::new))
                .param(bounds.layers().toArray(String[]::new))
                .param(grant.label())
                .param(expires == null ? null : OffsetDateTime.ofInstant(expires, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static String describe(Grant grant) {
        List<String> bounds = grant.bounds().words();
        return grant.role().label()
                + (bounds.isEmpty() ? "" : ", " + String.join(", ", bounds))
                + (grant.label().isBlank() ? "" : ", for " + grant.label())
                + (grant.expires() == null ? "" : ", until " + grant.expires());
    }

    /**
     * Who bears a key.
     *
     * @throws BadCredentialException if it was never made, has expired or was revoked
     */
    Caller read(String text) throws BadCredentialException {
        Key key = jdbc.sql("SELECT * FROM registry.api_key WHERE hash = ?")
                .param(hash(text))
                .query(KeyStore::key)
                .optional()
                .orElseThrow(() -> BadCredentialException.invalid(UNKNOWN));
        if (key.revoked() != null) {
            throw BadCredentialException.ended(
                    key.actor(), "The key was revoked at " + key.revoked() + ". Ask for a new one.");
        }
        if (!key.isInForce(Instant.now())) {
            throw BadCredentialException.ended(
                    key.actor(), "The key has expired at " + key.grant().expires() + ". Ask for a new one.");
        }
        return new Caller(key.actor(), key.grant().role(), key.grant().bounds());
    }

    /** All keys that were ever made, in the order of their numbers. */
    public List<Key> list() {
        return jdbc.sql("SELECT * FROM registry.api_key ORDER BY id")
                .query(KeyStore::key)
                .list();
    }

    /**
     * Ends a key at once.
     *
     * @param by who ends it, as the audit log names it
     * @return whether there was such a key, still in force
     */
    public boolean revoke(long number, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean isEnded = jdbc.sql("UPDATE registry.api_key SET revoked = now() WHERE id = ? AND revoked IS NULL")
                            .param(number)
                            .update()
                    == 1;
            if (isEnded) {
                audit.appendDone(new Attempt(by, null, "revoke key", "key " + number, null));
            }
            return isEnded;
        }));
    }

    private static Key key(ResultSet row, int number) throws SQLException {
        Grant grant = new Grant(
                Role.of(text(row, "role")),
                Bounds.of(texts(row, "wards"), texts(row, "kinds"), texts(row, "layers")),
                text(row, "label"),
                findInstant(row, "expires").orElse(null));
        return new Key(
                row.getLong("id"),
                grant,
                findInstant(row, "created").orElseThrow(),
                findInstant(row, "revoked").orElse(null));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    private static Optional<Instant> findInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
