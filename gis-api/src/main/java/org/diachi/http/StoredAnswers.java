package org.diachi.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.diachi.change.StoredAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers of this service as the register stores them, and back. */
public final class StoredAnswers {

    private StoredAnswers() {}

    /** An answer to be stored. */
    public static StoredAnswer of(ResponseEntity<Body> answer) {
        Map<String, String> headers = answer.getHeaders().toSingleValueMap();
        Body body = answer.getBody();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (body != null) {
                body.writeTo(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoredAnswer(answer.getStatusCode().value(), headers, bytes.toString(StandardCharsets.UTF_8));
    }

    /** A stored answer once more. */
    public static ResponseEntity<Body> toResponse(StoredAnswer stored) {
        HttpHeaders headers = new HttpHeaders();
        stored.headers().forEach(headers::set);
        return ResponseEntity.status(stored.status())
                .headers(headers)
                .body(Body.of(stored.body().getBytes(StandardCharsets.UTF_8)));
    }
}
