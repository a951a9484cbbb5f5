package org.diachi.security;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.http.HttpHeaders;

/** An answer to a caller who has authenticated: no shared cache may keep it for others, whatever it is about. */
final class PrivateResponse extends HttpServletResponseWrapper {

    PrivateResponse(HttpServletResponse response) {
        super(response);
        super.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, own(name, value));
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, own(name, value));
    }

    private static String own(String name, String value) {
        boolean isPublic = name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL) && value.startsWith("public");
        return isPublic ? "private" + value.substring("public".length()) : value;
    }
}
