package org.diachi.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.diachi.watch.Deliveries;
import org.diachi.watch.Deliveries.Delivery;
import org.diachi.watch.Watchman;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for what watches are to be told, and tells their addresses: a few at a time, so that none keeps all waiting. */
public final class WebhookRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRunner.class);
    private static final int SENDERS = 4;

    private final Watchman watchman;
    private final Deliveries deliveries;
    private final WebhookAddress addresses;
    private final WebhookSettings settings;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(SENDERS + 1, task -> {
        Thread thread = new Thread(task, "webhooks");
        thread.setDaemon(true);
        return thread;
    });

    WebhookRunner(Watchman watchman, Deliveries deliveries, WebhookAddress addresses, WebhookSettings settings) {
        this.watchman = watchman;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.settings = settings;
    }

    /** Looks and sends from now on. */
    WebhookRunner start() {
        long period = settings.period().toMillis();
        threads.scheduleWithFixedDelay(() -> guarded(watchman::look), 0, period, TimeUnit.MILLISECONDS);
        for (int i = 0; i < SENDERS; i++) {
            threads.scheduleWithFixedDelay(() -> guarded(this::sendAll), 0, period, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    /** The database may be away for a while; the next run tries again. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("Watches cannot be told", e);
        }
    }

    private void sendAll() {
        for (Optional<Delivery> next = deliveries.take(); next.isPresent(); next = deliveries.take()) {
            send(next.get());
        }
    }

    private void send(Delivery delivery) {
        try {
            URI uri = WebhookAddress.parse(delivery.url());
            InetAddress machine = addresses.resolve(uri);
            WebhookMessage message = WebhookMessage.of(delivery, System.currentTimeMillis() / 1000);
            int status = WebhookPost.send(uri, machine, message);
            if (status >= 200 && status < 300) {
                deliveries.succeeded(delivery);
            } else {
                fail(delivery, "The address answered " + status);
            }
        } catch (IOException | WebhookAddress.RefusedException e) {
            fail(delivery, String.valueOf(e.getMessage()));
        }
    }

    private void fail(Delivery delivery, String failure) {
        deliveries.failed(delivery, failure, settings.pause(delivery.attempts() + 1));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
