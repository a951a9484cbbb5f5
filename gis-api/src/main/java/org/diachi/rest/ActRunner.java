package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.Supplier;
import org.diachi.address.AddressActs;
import org.diachi.address.AddressRegister;
import org.diachi.change.ActContext;
import org.diachi.change.RequestKey;
import org.diachi.http.Body;
import org.diachi.http.problem.ProblemException;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Runs the acts of a request in one transaction: once, however often the request comes, if it bears a key. */
@Component
class ActRunner {

    private final AddressRegister register;
    private final HttpServletRequest request;

    ActRunner(Registry registry, HttpServletRequest request) {
        this.register = registry.addressRegister();
        this.request = request;
    }

    /**
     * Runs a single act, which may share its transaction with acts of other requests.
     *
     * @param key the header Idempotency-Key
     * @param question the body as it was read
     * @param act does it, whichever the thread, and gives what answers
     */
    ResponseEntity<Body> runOne(
            @Nullable String key,
            Object question,
            ActContext context,
            Function<AddressActs, Supplier<ResponseEntity<Body>>> act) {
        return key == null ? register.actTogether(context, act).get() : runOnce(key, question, context, act);
    }

    /**
     * Runs acts in a transaction of their own.
     *
     * @param key the header Idempotency-Key
     * @param question the body as it was read
     * @param acts does them and gives what answers: asked once they are committed, so that nobody has to wait for the
     *     answer to be written; before only where it is stored with them
     */
    ResponseEntity<Body> run(
            @Nullable String key,
            Object question,
            ActContext context,
            Function<AddressActs, Supplier<ResponseEntity<Body>>> acts) {
        return key == null ? register.act(context, acts).get() : runOnce(key, question, context, acts);
    }

    private ResponseEntity<Body> runOnce(
            String key,
            Object question,
            ActContext context,
            Function<AddressActs, Supplier<ResponseEntity<Body>>> acts) {
        if (key.isBlank()) {
            throw ProblemException.badValue(
                    "Idempotency-Key", "The header Idempotency-Key is blank. Give a key or none.");
        }
        RequestKey once = new RequestKey(context.actor(), key, hash(question));
        return StoredAnswers.toResponse(register.actOnce(
                once, context, session -> StoredAnswers.of(acts.apply(session).get())));
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
