package org.diachi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diachi.security.TwoWards.EAST;
import static org.diachi.security.TwoWards.WEST;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.diachi.Http.Reply;
import org.diachi.value.Code;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of an identity provider, signed with real keys that the service fetches over HTTP, in place of keys. */
class TokensTest {

    private static final String AUDIENCE = "diachi-hue";

    private static RSAKey rsa;
    private static ECKey ec;
    private static RSAKey strangers;
    private static HttpServer provider;
    private static String issuer;
    private static TwoWards city;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        strangers = new RSAKeyGenerator(2048).keyID("rsa").generate();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + provider.getAddress().getPort() + "/realms/hue";
        String discovery = "{\"issuer\": \"" + issuer + "\", \"jwks_uri\": \"" + issuer + "/keys\","
                + " \"subject_types_supported\": [\"public\"]}";
        serve("/realms/hue/.well-known/openid-configuration", discovery);
        serve(
                "/realms/hue/keys",
                new JWKSet(List.<JWK>of(rsa, ec)).toPublicJWKSet().toString());
        provider.start();
        city = new TwoWards(
                "--diachi.oidc.issuer=" + issuer,
                "--diachi.oidc.audience=" + AUDIENCE,
                "--diachi.oidc.claims.role=realm_access.roles");
    }

    private static void serve(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        provider.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterAll
    static void stop() {
        city.close();
        provider.stop(0);
    }

    /** A good token of a role, bound by a ward. */
    private static JWTClaimsSet.Builder claims(String role, String ward) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(List.of("account", AUDIENCE))
                .subject("8d5c-" + role)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("realm_access", Map.of("roles", List.of("offline_access", role)))
                .claim("diachi_ward", ward);
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return signed(JWSAlgorithm.RS256, rsa.getKeyID(), signer(rsa), claims);
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSAlgorithm algorithm, String key, JWSSigner signer, JWTClaimsSet.Builder claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(algorithm).keyID(key).build();
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply verify(String token, String ward) {
        Code code = city.house(ward);
        String path = "/api/v1/addresses/" + code + "/verify";
        return city.send(token, "POST", path, "{\"effective\": \"2021-01-01\"}", "If-Match", "*");
    }

    @Test
    void aGoodTokenActsWithinItsBounds() {
        String token = signed(claims("editor", EAST));
        Reply done = verify(token, EAST);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(city.lastAudit().attempt().actor()).isEqualTo("8d5c-editor (" + issuer + ")");
        assertThat(verify(token, WEST).status()).isEqualTo(403);
        assertThat(city.lastAudit().attempt().actor()).isEqualTo("8d5c-editor (" + issuer + ")");
    }

    @Test
    void anotherAlgorithmOfTheProviderIsGoodToo() throws JOSEException {
        String token = signed(JWSAlgorithm.ES256, ec.getKeyID(), new ECDSASigner(ec), claims("editor", EAST));
        assertThat(verify(token, EAST).status()).isEqualTo(200);
    }

    @Test
    void keysAreTakenBesideTokens() {
        assertThat(verify(city.key(Role.EDITOR, EAST), EAST).status()).isEqualTo(200);
        assertThat(verify("diachi_made-up", EAST).status()).isEqualTo(401);
    }

    private static void refused(String token, String why) {
        long before = city.village.registry().changes().head();
        Reply reply = city.send(token, "POST", "/api/v1/acts", "{\"acts\": [{\"act\": \"verify\"}]}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertThat(reply.at("/detail")).contains(why);
        assertThat(city.get(token, "/api/v1/places").status()).isEqualTo(401);
        assertThat(city.lastAudit().isDone()).isFalse();
        assertThat(city.lastAudit().attempt().actor()).isEqualTo("nobody known");
        assertThat(city.village.registry().changes().head()).isEqualTo(before);
    }

    @Test
    void aBadTokenIsRefused() throws JOSEException {
        Instant past = Instant.now().minusSeconds(3600);
        refused(signed(claims("editor", EAST).expirationTime(Date.from(past))), "expired");
        refused(signed(claims("editor", EAST).expirationTime(null)), "exp");
        refused(
                signed(claims("editor", EAST)
                        .notBeforeTime(Date.from(Instant.now().plusSeconds(3600)))),
                "before");
        refused(signed(claims("editor", EAST).audience("another-service")), "aud");
        refused(signed(claims("editor", EAST).issuer("https://elsewhere.example")), "iss");
        refused(
                signed(JWSAlgorithm.RS256, "rsa", signer(strangers), claims("editor", EAST)),
                "is no JWT that " + issuer + " has signed");
        refused(new PlainJWT(claims("administrator", EAST).build()).serialize(), "is no JWT");
        // The public key of the provider as the secret of a symmetric signature: an old trick.
        byte[] known = rsa.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8);
        refused(signed(JWSAlgorithm.HS256, "rsa", new MACSigner(known), claims("administrator", EAST)), "is no JWT");
        String good = signed(claims("editor", EAST));
        refused(good.substring(0, good.length() - 8), "is no JWT");
        refused("nonsense", "is no JWT");
        refused(signed(claims("editor", EAST).subject(null)), "\"sub\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "king   | 10001 | names no role of this service in its claim \"realm_access.roles\"",
                "editor |       | says in one of the claims \"diachi_ward\"",
            })
    void aTokenWithoutRightsIsForbidden(String role, String ward, String why) {
        Reply reply = verify(signed(claims(role, ward)), EAST);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("/detail")).contains(why);
        assertThat(city.lastAudit().attempt().actor()).isEqualTo("8d5c-" + role + " (" + issuer + ")");
    }

    @Test
    void bigRolesNeedNoBounds() {
        assertThat(verify(signed(claims("steward", null)), WEST).status()).isEqualTo(200);
        assertThat(verify(signed(claims("editor", "*")), WEST).status()).isEqualTo(200);
        assertThat(verify(signed(claims("editor", EAST + " " + WEST)), WEST).status())
                .isEqualTo(200);
    }

    @Test
    void nobodyApprovesTheirOwnProposalWithAnotherToken() {
        String proposal = city.feature(EAST).replace("\"kind\"", "\"status\": \"proposed\", \"kind\"");
        String path = "/api/v1/addresses";
        String code = city.send(signed(claims("approver", EAST)), "POST", path + "?crs=EPSG:9214", proposal)
                .at("/id");
        JWTClaimsSet.Builder later =
                claims("approver", EAST).expirationTime(Date.from(Instant.now().plusSeconds(900)));
        String approve = path + "/" + code + "/approve";
        assertThat(city.send(signed(later), "POST", approve, "{}", "If-Match", "*")
                        .at("/rule"))
                .isEqualTo("ownProposal");
        JWTClaimsSet.Builder colleague = claims("approver", EAST).subject("b2");
        assertThat(city.send(signed(colleague), "POST", approve, "{}", "If-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whileTheProviderIsAwayNoTokenIsTaken() {
        try (TwoWards other =
                new TwoWards("--diachi.oidc.issuer=http://localhost:1/nobody", "--diachi.oidc.audience=" + AUDIENCE)) {
            Reply reply = other.send(signed(claims("editor", EAST)), "POST", "/api/v1/acts", "{}");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.at("/detail")).contains("http://localhost:1/nobody");
        }
    }

    @Test
    void withoutAnAudienceTheServiceDoesNotStart() {
        assertThatThrownBy(() -> new TwoWards("--diachi.oidc.issuer=" + issuer))
                .rootCause()
                .hasMessageContaining("diachi.oidc.audience is missing");
    }
}
