package org.diachi.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.security.limit.Clients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every client has a fair share, told in headers; beyond it the answer is 429 and when to come again. */
class LimitsTest {

    private static final TwoWards CITY = new TwoWards(
            "--diachi.limits.address-reads=5",
            "--diachi.limits.address-writes=3",
            "--diachi.limits.caller-reads=4",
            "--diachi.limits.caller-writes=2",
            "--server.tomcat.remoteip.remote-ip-header=X-Forwarded-For");

    @AfterAll
    static void close() {
        CITY.close();
    }

    private static Reply read(String address) {
        return Http.get(CITY.base() + "/api/v1/places", "X-Forwarded-For", address);
    }

    private static Reply write(String bearer, String address) {
        return CITY.send(bearer, "POST", "/api/v1/acts", "{}", "X-Forwarded-For", address);
    }

    @Test
    void readsOfAnAddressAreCounted() {
        for (int left = 4; left >= 0; left--) {
            Reply reply = read("192.0.2.1");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("RateLimit-Policy")).isEqualTo("\"address-reads\";q=5;w=60");
            assertThat(reply.header("RateLimit")).startsWith("\"address-reads\";r=" + left + ";t=");
        }
        Reply refused = read("192.0.2.1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.at("/type")).isEqualTo("urn:problem-type:diachi:too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.header("RateLimit")).startsWith("\"address-reads\";r=0;t=");
        assertThat(refused.at("/detail")).contains("5 address reads a minute").contains("Come again in");
        assertThat(read("192.0.2.2").status()).isEqualTo(200);
    }

    @Test
    void aKeyHasAShareOfItsOwnForReadsAndForWrites() {
        String key = CITY.key(Role.STEWARD);
        for (int i = 0; i < 4; i++) {
            assertThat(CITY.get(key, "/api/v1/duplicates").status()).isEqualTo(200);
        }
        assertThat(CITY.get(key, "/api/v1/duplicates").status()).isEqualTo(429);
        assertThat(write(key, "192.0.2.3").header("RateLimit-Policy")).isEqualTo("\"caller-writes\";q=2;w=60");
        assertThat(write(key, "192.0.2.3").status()).isEqualTo(400);
        assertThat(write(key, "192.0.2.4").status()).isEqualTo(429);
        assertThat(CITY.get(CITY.key(Role.STEWARD), "/api/v1/duplicates").status())
                .isEqualTo(200);
    }

    @Test
    void nobodyTriesManyKeys() {
        for (int i = 0; i < 3; i++) {
            assertThat(write("diachi_" + i, "192.0.2.5").status()).isEqualTo(401);
        }
        int noted = CITY.audit().size();
        assertThat(write("diachi_4", "192.0.2.5").status()).isEqualTo(429);
        assertThat(write("", "192.0.2.5").status()).isEqualTo(429);
        assertThat(CITY.audit()).hasSize(noted);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::9, 20010db800010002",
        "2001:db8:1:3::9, 20010db800010003",
        "no:address, no:address"
    })
    void anIpv6ClientIsItsNetwork(String address, String client) {
        assertThat(Clients.of(address)).isEqualTo(client);
    }
}
