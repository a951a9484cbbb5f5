package org.diachi.rest;

import java.util.function.Function;
import java.util.function.Supplier;
import org.diachi.address.AddressActs;
import org.diachi.address.AddressRegister;
import org.diachi.change.ActContext;
import org.diachi.change.RequestKey;
import org.diachi.http.Body;
import org.diachi.http.IdempotencyKey;
import org.diachi.http.StoredAnswers;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Runs the acts of a request in one transaction: once, however often the request comes, if it bears a key. */
@Component
class ActRunner {

    private final AddressRegister register;
    private final IdempotencyKey keys;

    ActRunner(Registry registry, IdempotencyKey keys) {
        this.register = registry.addressRegister();
        this.keys = keys;
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
        RequestKey once = keys.read(key, context.actor(), question);
        return StoredAnswers.toResponse(register.actOnce(
                once, context, session -> StoredAnswers.of(acts.apply(session).get())));
    }
}
