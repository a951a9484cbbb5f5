package org.diachi.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.diachi.change.RequestKey;
import org.diachi.http.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Reads the header Idempotency-Key: by it a request that is sent twice is recognised, and one that is another refused. */
@Component
public final class IdempotencyKey {

    private final HttpServletRequest request;

    /** For the request that is being answered on the current thread. */
    IdempotencyKey(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * What makes the present request recognisable.
     *
     * @param key the header
     * @param question the body as it was read
     * @throws ProblemException if the key is blank
     */
    public RequestKey read(String key, String actor, Object question) {
        if (key.isBlank()) {
            throw ProblemException.badValue(
                    "Idempotency-Key", "The header Idempotency-Key is blank. Give a key or none.");
        }
        return new RequestKey(actor, key, hash(question));
    }

    private String hash(Object question) {
        String whole = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n"
                + request.getHeader("If-Match") + "\n" + question;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(whole.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
