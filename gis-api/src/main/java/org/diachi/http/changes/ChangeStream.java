package org.diachi.http.changes;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.diachi.change.HeadWatch;
import org.diachi.feed.ChangePage;
import org.diachi.feed.ChangeQuery;
import org.diachi.feed.SharedPages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client that listens to the feed. The next piece is read only when the last has left, so that a client holds one
 * piece at most; nothing here ever blocks on the wire.
 */
final class ChangeStream implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Source source;
    private final Consumer<ChangeStream> onEnd;
    private ChangeQuery query;
    private long head;
    private @Nullable CompletableFuture<Long> news;
    private boolean isToBeFlushed;
    private long lastMovement = System.nanoTime();
    private boolean isOpen = true;

    /** Where events come from. */
    record Source(SharedPages pages, HeadWatch watch) {}

    /**
     * A stream that has not begun.
     *
     * @param onEnd told once when it has ended
     */
    ChangeStream(AsyncContext context, Source source, ChangeQuery query, Consumer<ChangeStream> onEnd)
            throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.source = source;
        this.query = query;
        this.onEnd = onEnd;
        this.head = source.pages().head();
    }

    /** Begins to send. */
    void start() {
        out.setWriteListener(this);
    }

    @Override
    public synchronized void onWritePossible() {
        if (news == null) {
            pump();
        }
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    /** Sends as long as the wire takes it; when it does not, the container calls again as soon as it does. */
    private void pump() {
        try {
            while (isOpen && out.isReady()) {
                lastMovement = System.nanoTime();
                if (isToBeFlushed) {
                    isToBeFlushed = false;
                    out.flush();
                } else if (!sendNext()) {
                    listen();
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            // Whoever has gone comes back with Last-Event-ID.
            LOG.debug("A listener has gone", e);
            end();
        }
    }

    /** Sends the next piece, if there is one already. */
    private boolean sendNext() throws IOException {
        ChangePage page = source.pages().read(query, head);
        query = query.from(page.next());
        if (!page.changes().isEmpty()) {
            send(ChangeBodies.events(page));
        }
        return !page.changes().isEmpty() || page.hasMore();
    }

    private void send(byte[] events) throws IOException {
        out.write(events);
        isToBeFlushed = true;
    }

    private void listen() {
        news = source.watch().whenPast(head);
        news.thenAccept(this::wake);
    }

    private synchronized void wake(long newHead) {
        news = null;
        head = newHead;
        pump();
    }

    /** Called now and then: keeps an idle connection alive, or ends one that takes nothing. */
    synchronized void beat(Duration patience) {
        boolean isStuck = System.nanoTime() - lastMovement > patience.toNanos();
        if (!isOpen) {
            return;
        }
        if (news != null && out.isReady()) {
            sayAlive();
        } else if (isStuck) {
            LOG.info("A listener that takes nothing is dropped after entry {}", query.after());
            end();
        }
    }

    private void sayAlive() {
        lastMovement = System.nanoTime();
        try {
            // A client with a filter learns how far it has come.
            out.write((": alive\nid: " + query.after() + "\n\n").getBytes(StandardCharsets.UTF_8));
            if (out.isReady()) {
                out.flush();
            }
        } catch (IOException e) {
            LOG.debug("A listener has gone", e);
            end();
        }
    }

    /** Ends the answer; what is still on its way may be lost, and is sent again to who asks after it. */
    synchronized void end() {
        if (!isOpen) {
            return;
        }
        isOpen = false;
        if (news != null) {
            news.cancel(false);
        }
        onEnd.accept(this);
        try {
            context.complete();
        } catch (IllegalStateException e) {
            LOG.debug("The container has ended the answer already", e);
        }
    }
}
