package org.diachi.http.changes;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.diachi.change.HeadWatch;
import org.diachi.feed.ChangeQuery;
import org.diachi.feed.SharedPages;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The clients that listen to the feed, each served without a thread of its own. */
@Component
public final class ChangeStreams implements DisposableBean {

    private static final int MOST_STREAMS = 2000;
    private static final int BEATS_OF_PATIENCE = 3;

    private final HeadWatch watch;
    private final SharedPages pages;
    private final Set<ChangeStream> streams = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "feed-heart");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param patience who has taken nothing off the wire for so long is dropped
     */
    ChangeStreams(SharedPages pages, HeadWatch watch, @Value("${diachi.feed.patience}") Duration patience) {
        this.watch = watch;
        this.pages = pages;
        long pause = patience.toMillis() / BEATS_OF_PATIENCE;
        heart.scheduleWithFixedDelay(
                () -> streams.forEach(stream -> stream.beat(patience)), pause, pause, TimeUnit.MILLISECONDS);
    }

    /**
     * Serves a client from now on until it goes.
     *
     * @param context of its request, which has been made asynchronous
     * @throws ProblemException if too many listen already
     */
    public void open(AsyncContext context, ChangeQuery query) throws IOException {
        if (streams.size() >= MOST_STREAMS) {
            context.complete();
            throw new ProblemException(
                    Problem.of(ProblemType.UNAVAILABLE, "Too many listen. Ask for pages with wait instead."));
        }
        HttpServletResponse response = (HttpServletResponse) context.getResponse();
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // Proxies that collect answers would hold events back.
        response.setHeader("X-Accel-Buffering", "no");
        context.setTimeout(0);
        ChangeStream stream = new ChangeStream(context, new ChangeStream.Source(pages, watch), query, streams::remove);
        streams.add(stream);
        stream.start();
    }

    /** How many listen. */
    public int size() {
        return streams.size();
    }

    @Override
    public void destroy() {
        heart.shutdownNow();
        streams.forEach(ChangeStream::end);
    }
}
