package org.diachi.plate;

import java.net.URI;
import java.net.URISyntaxException;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;

/**
 * Where people reach the service, as it is printed in QR codes.
 *
 * @param url without a slash at its end
 */
public record PublicAddress(String url) {

    /** The environment variable that names it. */
    public static final String VARIABLE = "DIACHI_PUBLIC_URL";

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is not one of the web, or has more than host, port and path
     */
    public static PublicAddress parse(String text) {
        String url = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        try {
            URI uri = new URI(url);
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return new PublicAddress(uri.toASCIIString());
            }
        } catch (URISyntaxException e) {
            throw refusal(text, e);
        }
        throw refusal(text, null);
    }

    private static IllegalArgumentException refusal(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "\"" + text + "\" is no public address. Give one such as https://diachi.example.vn", cause);
    }

    /** The short address of an object. */
    public String of(Code code) {
        return url + "/" + code;
    }
}
