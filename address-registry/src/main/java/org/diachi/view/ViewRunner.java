package org.diachi.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.diachi.change.ChangeReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the views of a node forward, one after the other, and keeps on doing so when one of them fails. */
public final class ViewRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ViewRunner.class);

    /** Entries that a view takes over at once: enough to be fast, few enough for short transactions. */
    private static final long STEP = 10_000;

    private static final long PAUSE_MILLISECONDS = 200;

    private final ChangeReader changes;
    private final List<View> views;
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread runner = new Thread(task, "views");
        runner.setDaemon(true);
        return runner;
    });

    public ViewRunner(ChangeReader changes, List<View> views) {
        this.changes = changes;
        this.views = new CopyOnWriteArrayList<>(views);
    }

    /** Brings another view forward too. */
    public void add(View view) {
        views.add(view);
    }

    /** The views. */
    public List<View> views() {
        return List.copyOf(views);
    }

    /** Follows the log from now on, in a thread of its own. */
    public void start() {
        thread.scheduleWithFixedDelay(this::runGuarded, 0, PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** The database may be away for a while; the next run tries again. */
    private void runGuarded() {
        try {
            runOnce();
        } catch (RuntimeException e) {
            LOG.warn("The change log cannot be read", e);
        }
    }

    /** Brings every view to the present end of the log. */
    public void runOnce() {
        long head = changes.head();
        for (View view : views) {
            try {
                bringForward(view, head);
                failures.remove(view.name());
            } catch (RuntimeException e) {
                if (failures.put(view.name(), String.valueOf(e.getMessage())) == null) {
                    LOG.error("The view {} stays behind", view.name(), e);
                }
            }
        }
    }

    private static void bringForward(View view, long head) {
        if (view.position() < 0) {
            view.rebuild();
        }
        for (long at = view.position(); at < head; at = view.position()) {
            view.catchUp(Math.min(head, at + STEP));
        }
    }

    /** How each view is doing. */
    public List<ViewStatus> status() {
        long head = changes.head();
        return views.stream()
                .map(view -> new ViewStatus(view.name(), view.position(), head, failures.get(view.name())))
                .toList();
    }

    /** Compares every view with the truth: one sentence for each difference, beginning with the name of the view. */
    public List<String> verify() {
        List<String> differences = new ArrayList<>();
        for (View view : views) {
            view.verify().forEach(difference -> differences.add(view.name() + ": " + difference));
        }
        return differences;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
