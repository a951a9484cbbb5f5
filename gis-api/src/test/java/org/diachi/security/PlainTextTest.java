package org.diachi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;

class PlainTextTest {

    private static HttpServletRequest request(String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/search");
        request.addHeader("X-Note", value);
        request.addParameter("q", value);
        return PlainText.firewall().getFirewalledRequest(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12/3 Le Loi; ~", "12 Lê Lợi"})
    void takesLettersOfEveryScript(String value) {
        assertThat(request(value).getHeader("X-Note")).isEqualTo(value);
        assertThat(request(value).getParameter("q")).isEqualTo(value);
    }

    @Test
    void refusesWhatTheUsualRulesRefuse() {
        assertThatThrownBy(() -> request("12\u0000").getHeader("X-Note")).isInstanceOf(RequestRejectedException.class);
        assertThatThrownBy(() -> request("12\u007f").getHeader("X-Note")).isInstanceOf(RequestRejectedException.class);
        assertThatThrownBy(() -> request("Lê\u0001").getHeader("X-Note")).isInstanceOf(RequestRejectedException.class);
    }
}
