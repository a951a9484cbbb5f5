package org.diachi.security;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider whose tokens are taken, in place of keys.
 *
 * @param issuer as it stands in the tokens; without it no tokens are taken
 * @param jwks where the provider's public keys are; found by the issuer's discovery document if absent
 * @param audience as it stands in the tokens that are meant for this service
 * @param algorithms with which tokens may be signed
 * @param claims which claims say what
 */
@ConfigurationProperties("diachi.oidc")
record TokenSettings(
        @Nullable String issuer,
        @Nullable URI jwks,
        @Nullable String audience,
        @DefaultValue({"RS256", "ES256"}) List<String> algorithms,
        @DefaultValue Claims claims) {

    /**
     * The names of claims; a dot leads into a claim that is an object.
     *
     * @param actor who it is, the same for ever
     * @param role a role, or a list with one among others
     * @param ward codes of wards, or *
     * @param kind kinds of address objects, or *
     * @param layer collections, or *
     */
    record Claims(
            @DefaultValue("sub") String actor,
            @DefaultValue("diachi_role") String role,
            @DefaultValue("diachi_ward") String ward,
            @DefaultValue("diachi_kind") String kind,
            @DefaultValue("diachi_layer") String layer) {}

    TokenSettings {
        algorithms = List.copyOf(algorithms);
        if (isGiven(issuer) && !isGiven(audience)) {
            throw new IllegalArgumentException("diachi.oidc.audience is missing: without it, tokens of " + issuer
                    + " that are meant for other services would be taken too");
        }
    }

    /** Whether tokens are taken at all. */
    boolean areTokensTaken() {
        return isGiven(issuer);
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
