package org.diachi.security.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemSender;
import org.diachi.http.problem.ProblemType;
import org.springframework.http.HttpHeaders;

/**
 * Counts requests against fair shares and tells clients how they stand, by the header fields RateLimit-Policy and
 * RateLimit (IETF draft-ietf-httpapi-ratelimit-headers-10).
 */
public final class Limits {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final LimitSettings settings;
    private final Map<Share, Pool> pools = new EnumMap<>(Share.class);

    public Limits(LimitSettings settings) {
        this.settings = settings;
        for (Share share : Share.values()) {
            pools.put(share, new Pool(share, settings.of(share), settings.clients()));
        }
    }

    /** The clients of one share. */
    private static final class Pool {

        private final long most;
        private final String quoted;
        private final String policy;
        private final Cache<String, Bucket> buckets;

        private Pool(Share share, long most, long clients) {
            this.most = most;
            this.quoted = "\"" + share.label() + "\"";
            this.policy = quoted + ";q=" + most + ";w=" + WINDOW.toSeconds();
            // A bucket that nobody has touched for a whole window is full: forgetting it changes nothing.
            this.buckets = Caffeine.newBuilder()
                    .maximumSize(clients)
                    .expireAfterAccess(WINDOW)
                    .build();
        }

        private Bucket bucket(String client) {
            return Objects.requireNonNull(buckets.get(
                    client,
                    key -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                            .build()));
        }

        /** Seconds until the whole share is there again. */
        private long secondsToFull(long remaining) {
            return (most - remaining) * WINDOW.toSeconds() / most;
        }
    }

    /**
     * Counts a request, and refuses it if the share of its client is used up.
     *
     * @param client within the share
     * @param path of the request
     * @return whether it may go on; otherwise the response is complete
     */
    public boolean take(Share share, String client, String path, HttpServletResponse response) throws IOException {
        if (!settings.enabled()) {
            return true;
        }
        Pool pool = Objects.requireNonNull(pools.get(share));
        ConsumptionProbe probe = pool.bucket(client).tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Policy", pool.policy);
        if (probe.isConsumed()) {
            long remaining = probe.getRemainingTokens();
            response.setHeader("RateLimit", pool.quoted + ";r=" + remaining + ";t=" + pool.secondsToFull(remaining));
            return true;
        }
        long wait = Math.max(1, (probe.getNanosToWaitForRefill() + NANOS - 1) / NANOS);
        response.setHeader("RateLimit", pool.quoted + ";r=0;t=" + wait);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
        String detail = "A fair share is " + pool.most + " " + share.label().replace('-', ' ')
                + " a minute. Come again in " + wait + " seconds, and slower; the header RateLimit tells what is left.";
        ProblemSender.send(Problem.of(ProblemType.TOO_MANY_REQUESTS, detail), path, response);
        return false;
    }
}
