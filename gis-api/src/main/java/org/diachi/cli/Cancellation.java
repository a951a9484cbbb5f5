package org.diachi.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Turns Ctrl-C into the wish to stop between two chunks, and waits until the work has stopped. */
final class Cancellation implements BooleanSupplier, AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::cancel, "cancel");
    private volatile boolean isCancelled;

    Cancellation() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void cancel() {
        isCancelled = true;
        try {
            done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean getAsBoolean() {
        return isCancelled;
    }

    @Override
    public void close() {
        done.countDown();
        if (!isCancelled) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
