package org.diachi.security;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Tells who bears a token (JWT) of the configured identity provider. Signature, issuer, audience and times must be good,
 * and a role must be named. A token for writing names its bounds too, or {@code *}: one that says nothing of them was
 * perhaps made by a provider that does not know of them, and gives no rights.
 */
final class TokenReader {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration CONNECT_TIME = Duration.ofSeconds(3);
    private static final Duration READ_TIME = Duration.ofSeconds(5);

    private final TokenSettings.Claims claims;
    private final String issuer;
    private final JwtDecoder decoder;

    TokenReader(TokenSettings settings) {
        this.claims = settings.claims();
        this.issuer = Objects.requireNonNull(settings.issuer(), "issuer");
        // The provider is asked when its first token comes: it may start later than this service.
        this.decoder = new SupplierJwtDecoder(() -> decoder(settings));
    }

    private static JwtDecoder decoder(TokenSettings settings) {
        String issuer = Objects.requireNonNull(settings.issuer());
        var builder = settings.jwks() == null
                ? NimbusJwtDecoder.withIssuerLocation(issuer)
                : NimbusJwtDecoder.withJwkSetUri(settings.jwks().toString());
        NimbusJwtDecoder decoder = builder.restOperations(new RestTemplate(timed()))
                .jwsAlgorithms(all -> settings.algorithms().forEach(name -> all.add(algorithm(name))))
                .build();
        String audience = Objects.requireNonNull(settings.audience());
        List<OAuth2TokenValidator<Jwt>> checks = List.of(
                new JwtTimestampValidator(SKEW),
                new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Collection<String>>(
                        JwtClaimNames.AUD, meant -> meant != null && meant.contains(audience)));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(checks));
        return decoder;
    }

    private static SignatureAlgorithm algorithm(String name) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.from(name);
        if (algorithm == null) {
            throw new IllegalArgumentException("diachi.oidc.algorithms names \"" + name + "\", which is none");
        }
        return algorithm;
    }

    private static SimpleClientHttpRequestFactory timed() {
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(CONNECT_TIME);
        factory.setReadTimeout(READ_TIME);
        return factory;
    }

    Caller read(String text) throws BadCredentialException {
        Jwt token = decode(text);
        String actor = String.join(" ", texts(token, claims.actor()));
        if (actor.isBlank()) {
            throw BadCredentialException.invalid("The token has no claim \"" + claims.actor() + "\".");
        }
        String bearer = actor + " (" + issuer + ")";
        Role role = role(bearer, texts(token, claims.role()));
        return new Caller(bearer, role, bounds(bearer, role, token));
    }

    private Jwt decode(String text) throws BadCredentialException {
        try {
            return decoder.decode(text);
        } catch (JwtValidationException e) {
            String faults = e.getErrors().stream()
                    .map(OAuth2Error::getDescription)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("; "));
            throw BadCredentialException.invalid("The token is not good: " + faults + ". Get another one.");
        } catch (BadJwtException e) {
            throw BadCredentialException.invalid(
                    "The token is no JWT that " + issuer + " has signed. Get another one, or send a key.");
        } catch (JwtException | JwtDecoderInitializationException e) {
            throw BadCredentialException.unverifiable(
                    "The keys of " + issuer + " cannot be fetched, so that no token can be checked. Try again soon.");
        }
    }

    private Role role(String bearer, List<String> told) throws BadCredentialException {
        return Arrays.stream(Role.values())
                .filter(role -> told.contains(role.label()))
                .reduce((lesser, greater) -> greater)
                .orElseThrow(() -> BadCredentialException.withoutRights(
                        bearer,
                        "The token names no role of this service in its claim \"" + claims.role()
                                + "\". Roles are reader, editor, approver, steward and administrator."));
    }

    private Bounds bounds(String bearer, Role role, Jwt token) throws BadCredentialException {
        List<String> wards = texts(token, claims.ward());
        List<String> kinds = texts(token, claims.kind());
        List<String> layers = texts(token, claims.layer());
        boolean areMissing = wards.isEmpty() && kinds.isEmpty() && layers.isEmpty();
        boolean mustBeTold = role.includes(Role.EDITOR) && !role.includes(Role.STEWARD);
        if (areMissing && mustBeTold) {
            throw BadCredentialException.withoutRights(
                    bearer,
                    "The token of an " + role.label() + " says in one of the claims \"" + claims.ward() + "\", \""
                            + claims.kind() + "\" and \"" + claims.layer() + "\" where it may write; * is everywhere.");
        }
        try {
            return Bounds.of(wards, kinds, layers);
        } catch (IllegalArgumentException e) {
            throw BadCredentialException.withoutRights(bearer, "The token is not understood: " + e.getMessage() + ".");
        }
    }

    /** A claim that is a text, a text with spaces between its parts, or a list; empty if there is none. */
    private static List<String> texts(Jwt token, String path) {
        Object value = token.getClaims();
        for (String step : path.split("\\.")) {
            value = value instanceof Map<?, ?> members ? members.get(step) : null;
        }
        return texts(value);
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null || value.toString().isBlank()
                ? List.of()
                : List.of(value.toString().strip().split("\\s+"));
    }
}
