package org.diachi.db;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and who asks.
 *
 * @param url a JDBC address, {@code jdbc:postgresql://host:port/database}
 * @param user the role that connects; empty when the address itself names it
 * @param password the role's password; empty when none is needed or the address itself carries it
 * @param owner the role that the schema belongs to, if it is another one: it migrates, and nothing else
 */
public record DatabaseAddress(
        String url, String user, String password, @Nullable Owner owner) {

    private static final String JDBC = "jdbc:";

    /** The role that the schema belongs to. */
    public record Owner(String user, String password) {}

    public DatabaseAddress {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseSetupException(
                    "A database address reads jdbc:postgresql://host:port/database or postgresql://user@host/database, not "
                            + withoutSecrets(url));
        }
    }

    /** One role for all. */
    public DatabaseAddress(String url, String user, String password) {
        this(url, user, password, null);
    }

    /**
     * Reads {@code DIACHI_DB_URL}, {@code DIACHI_DB_USER} and {@code DIACHI_DB_PASSWORD}, and of the owner
     * {@code DIACHI_DB_OWNER} and {@code DIACHI_DB_OWNER_PASSWORD}; empty when there is no URL.
     *
     * @throws DatabaseSetupException if the URL is not one of PostgreSQL
     */
    public static Optional<DatabaseAddress> fromEnvironment(Map<String, String> environment) {
        String url = environment.getOrDefault("DIACHI_DB_URL", "").strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        DatabaseAddress parsed = parse(url);
        return Optional.of(new DatabaseAddress(
                parsed.url,
                environment.getOrDefault("DIACHI_DB_USER", parsed.user),
                environment.getOrDefault("DIACHI_DB_PASSWORD", parsed.password),
                owner(environment)));
    }

    private static @Nullable Owner owner(Map<String, String> environment) {
        String name = environment.getOrDefault("DIACHI_DB_OWNER", "").strip();
        return name.isEmpty() ? null : new Owner(name, environment.getOrDefault("DIACHI_DB_OWNER_PASSWORD", ""));
    }

    /** The variables from which another process reads this address. */
    public Map<String, String> toEnvironment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("DIACHI_DB_URL", url);
        environment.put("DIACHI_DB_USER", user);
        environment.put("DIACHI_DB_PASSWORD", password);
        if (owner != null) {
            environment.put("DIACHI_DB_OWNER", owner.user);
            environment.put("DIACHI_DB_OWNER_PASSWORD", owner.password);
        }
        return environment;
    }

    /** The same database as the role that its schema belongs to. */
    public DatabaseAddress asOwner() {
        return owner == null ? this : new DatabaseAddress(url, owner.user, owner.password);
    }

    /**
     * Reads a JDBC address, or a URI as PostgreSQL's own tools take it ({@code postgresql://user:password@host/name}).
     *
     * @throws DatabaseSetupException if it is neither
     */
    public static DatabaseAddress parse(String url) {
        if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
            return ofUri(URI.create(url));
        }
        return new DatabaseAddress(url, "", "");
    }

    private static DatabaseAddress ofUri(URI uri) {
        String[] credentials =
                Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
        String place = Optional.ofNullable(uri.getRawAuthority()).orElse("").replaceFirst("^.*@", "");
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseAddress(
                JDBC + "postgresql://" + place + uri.getRawPath() + query,
                decode(credentials[0]),
                credentials.length > 1 ? decode(credentials[1]) : "");
    }

    private static String decode(@Nullable String text) {
        return text == null ? "" : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The same server and roles, another database. */
    public DatabaseAddress withDatabase(String name) {
        return new DatabaseAddress(url.replaceFirst("/[^/?]*(\\?.*)?$", "/" + name + "$1"), user, password, owner);
    }

    /** The address without any secret, fit for a log. */
    @Override
    public String toString() {
        return withoutSecrets(url) + (user.isEmpty() ? "" : " as " + user);
    }

    private static String withoutSecrets(String url) {
        return url.replaceAll("password=[^&]*", "password=***").replaceAll("//[^/@]*@", "//***@");
    }
}
