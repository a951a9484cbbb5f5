package org.diachi.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Addresses of this service's own answers, absolute as the caller sees the service, also from behind a proxy. */
@Component
public final class Links {

    private static final Set<String> NOT_OF_THE_QUESTION = Set.of("cursor", "limit", "f");

    private final HttpServletRequest request;

    /** For the request that is being answered on the current thread. */
    Links(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * A link as answers carry it.
     *
     * @param href absolute address
     * @param rel relation, as IANA or OGC name it
     * @param type media type of what is there
     */
    public record Link(String href, String rel, String type) {

        /** As the header Link has it (RFC 8288). */
        public String header() {
            return "<" + href + ">; rel=\"" + rel + "\"";
        }
    }

    /** The address of a path of this service. */
    public String to(String path) {
        StringBuffer url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length()) + path;
    }

    /** The request itself. */
    public Link self(Format format) {
        String query = request.getQueryString();
        String url = request.getRequestURL().toString();
        return new Link(query == null ? url : url + "?" + query, "self", plain(format));
    }

    /** The same request in another format. */
    public Link alternate(Format format) {
        return new Link(with("f", format.parameter()), "alternate", plain(format));
    }

    /** The same request with another cursor. */
    public Link next(Cursor cursor, Format format) {
        return new Link(with("cursor", cursor.encode()), "next", plain(format));
    }

    private String with(String name, String value) {
        Map<String, String[]> parameters = new TreeMap<>(request.getParameterMap());
        parameters.put(name, new String[] {value});
        String query = parameters.entrySet().stream()
                .flatMap(entry -> Arrays.stream(entry.getValue()).map(one -> pair(entry.getKey(), one)))
                .collect(Collectors.joining("&"));
        return request.getRequestURL() + "?" + query;
    }

    private static String pair(String name, String value) {
        return encode(name) + "=" + encode(value);
    }

    /** Percent-encoded for any part of an address. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String plain(Format format) {
        return format.mediaType().getType() + "/" + format.mediaType().getSubtype();
    }

    /** Fingerprint of what the request asks, wherever in the answer it begins and however that is written. */
    public int question() {
        int hash = request.getRequestURI().hashCode();
        for (Map.Entry<String, String[]> entry : new TreeMap<>(request.getParameterMap()).entrySet()) {
            if (!NOT_OF_THE_QUESTION.contains(entry.getKey())) {
                hash = 31 * (31 * hash + entry.getKey().hashCode()) + Arrays.hashCode(entry.getValue());
            }
        }
        return hash;
    }
}
