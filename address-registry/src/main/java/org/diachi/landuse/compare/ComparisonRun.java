package org.diachi.landuse.compare;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A comparison on its way. Thread-safe. */
public final class ComparisonRun {

    private final CompletableFuture<Result> future = new CompletableFuture<>();
    private final long seq;
    private volatile double progress;

    /**
     * What came of it.
     *
     * @param wardNames by the codes of the wards
     */
    public record Result(Comparison comparison, Map<String, String> wardNames) {

        public Result {
            wardNames = Map.copyOf(wardNames);
        }
    }

    ComparisonRun(long seq) {
        this.seq = seq;
    }

    /** The last entry of the change log that has touched anything in it. */
    public long seq() {
        return seq;
    }

    /** How much is done, from 0 to 1. */
    public double progress() {
        return progress;
    }

    /**
     * Waits for the result for a while; empty if it is not there by then.
     *
     * @throws RuntimeException if the comparison failed
     */
    public Optional<Result> await(Duration patience) {
        try {
            return Optional.of(future.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A comparison has failed", e);
        }
    }

    void reach(double newProgress) {
        progress = newProgress;
    }

    void complete(Result result) {
        progress = 1;
        future.complete(result);
    }

    void fail(Throwable cause) {
        future.completeExceptionally(cause);
    }

    boolean hasFailed() {
        return future.isCompletedExceptionally();
    }
}
