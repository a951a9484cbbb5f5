package org.diachi.change;

import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Acts that wait for a transaction, which may be one that another thread runs.
 *
 * @param <T> what comes of them
 */
final class WaitingActs<T> {

    private final ActContext context;
    private final Function<Ledger, T> acts;
    private final Semaphore calls = new Semaphore(0);
    private volatile State state = State.WAITING;
    private @Nullable T result;
    private @Nullable Throwable failure;

    private enum State {
        WAITING,
        /** The result is there, or the failure. */
        DONE,
        /** The transaction failed in which others were too: nothing is known of whose fault it was. */
        TO_BE_DONE_ALONE
    }

    WaitingActs(ActContext context, Function<Ledger, T> acts) {
        this.context = context;
        this.acts = acts;
    }

    ActContext context() {
        return context;
    }

    Function<Ledger, T> acts() {
        return acts;
    }

    /** Does the acts in a transaction that others share: if they throw, they alone are undone. */
    void attempt(Ledger ledger) {
        try {
            result = ledger.attempt(() -> perform(ledger));
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Does the acts in a transaction of their own. */
    void performAlone(Ledger ledger) {
        result = perform(ledger);
    }

    private T perform(Ledger ledger) {
        ledger.beginPart(context);
        return acts.apply(ledger);
    }

    /** The transaction has been committed. */
    void committed() {
        end(State.DONE);
    }

    /** The transaction has been rolled back. */
    void failed(Throwable reason, boolean isAlone) {
        failure = reason;
        end(isAlone ? State.DONE : State.TO_BE_DONE_ALONE);
    }

    private void end(State next) {
        state = next;
        call();
    }

    /** Wakes the thread that waits. */
    void call() {
        calls.release();
    }

    /** Waits until called. */
    void await() {
        calls.acquireUninterruptibly();
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    boolean isToBeDoneAlone() {
        return state == State.TO_BE_DONE_ALONE;
    }

    /** What came of the acts; throws what they threw. */
    @SuppressWarnings("NullAway") // What acts give may be null.
    T result() {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return result;
    }
}
