package org.diachi.bench.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * A request that is sent once.
 *
 * @param path with its query
 * @param body in UTF-8
 */
public record Message(String method, String path, Map<String, String> headers, String body) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public Message {
        headers = Map.copyOf(headers);
    }

    /** For the JDK's client. */
    public HttpRequest to(URI service) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofString(body));
        headers.forEach(builder::header);
        return builder.build();
    }

    /** As HTTP/1.1 puts it on the wire. */
    byte[] onTheWire(URI service) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder()
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(service.getAuthority())
                .append("\r\nContent-Length: ")
                .append(content.length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }
}
