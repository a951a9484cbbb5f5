package org.diachi.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reaches the operator's own machines by way of a watch. */
class WebhookAddressTest {

    private static final WebhookSettings USUAL =
            new WebhookSettings(false, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofHours(1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "203.0.113.5",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1"
            })
    void isNotPublic(String address) throws UnknownHostException {
        assertThat(WebhookAddress.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
    void isPublic(String address) throws UnknownHostException {
        assertThat(WebhookAddress.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://office.example/",
                "file:///etc/passwd",
                "https:///x",
                "office",
                "https://user:word@office.example/",
                "https://office.example:99999999/",
                "gopher://office.example",
                "https://a b/"
            })
    void isNoAddressToTell(String text) {
        assertThatThrownBy(() -> WebhookAddress.parse(text)).isInstanceOf(WebhookAddress.RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/", "http://localhost/", "http://[::1]/", "http://2130706433/"})
    void isInAPrivateNetwork(String text) {
        assertThatThrownBy(() -> new WebhookAddress(USUAL).resolve(WebhookAddress.parse(text)))
                .isInstanceOf(WebhookAddress.RefusedException.class);
    }

    @Test
    void pausesDoubleUpToAnHour() {
        assertThat(USUAL.pause(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(USUAL.pause(3)).isEqualTo(Duration.ofSeconds(20));
        assertThat(USUAL.pause(100)).isEqualTo(Duration.ofHours(1));
    }
}
