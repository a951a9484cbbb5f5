package org.diachi.rest;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.diachi.registry.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Measures the register every night at two, by the clock of the city, unless another node has done so that day. */
@Component
class NightlyMeasures implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyMeasures.class);
    private static final LocalTime HOUR = LocalTime.of(2, 0);

    private final Registry registry;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread measuring = new Thread(task, "measures");
        measuring.setDaemon(true);
        return measuring;
    });

    NightlyMeasures(Registry registry) {
        this.registry = registry;
        ZonedDateTime now = ZonedDateTime.now(registry.profile().timeZone());
        thread.scheduleAtFixedRate(
                this::measure, untilNext(now).toMillis(), Duration.ofDays(1).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How long it is to the next time. */
    static Duration untilNext(ZonedDateTime now) {
        ZonedDateTime today = now.with(HOUR);
        return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
    }

    /** The next night tries again. */
    private void measure() {
        try {
            registry.measures().runOnce(registry.profile().today());
        } catch (RuntimeException e) {
            LOG.error("The register was not measured", e);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
