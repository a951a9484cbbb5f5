package org.diachi.change;

import java.util.Map;
import java.util.Objects;

/**
 * The answer to a request, as it is given again when the request comes again.
 *
 * @param status of HTTP
 * @param headers those that belong to the answer, such as where the new object is
 * @param body as it was sent
 */
public record StoredAnswer(int status, Map<String, String> headers, String body) {

    public StoredAnswer {
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
    }
}
