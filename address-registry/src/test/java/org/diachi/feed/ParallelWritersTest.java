package org.diachi.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.diachi.change.Act;
import org.diachi.change.ActContext;
import org.diachi.change.ChangeLog;
import org.diachi.change.HeadWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However long writers take to commit, and even if they do not, a follower misses nothing and sees all in order. */
class ParallelWritersTest {

    private static final int WRITERS = 8;
    private static final int ACTS = 25;
    private static final ActContext CONTEXT = ActContext.of("writer", Village.FOUNDED);

    @RegisterExtension
    static final Village village = Village.create();

    private final ChangeLog log = new ChangeLog(village.database().database().dataSource());
    private final ChangeFeed feed = village.registry().feed();

    @Test
    void aFollowerSeesEveryEntryOnceAndInOrder() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        Future<List<ChangeLine>> followed = threads.submit(() -> follow(isOver));
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Random dice = new Random(writer);
            writers.add(() -> write(dice));
        }
        for (Future<Void> writer : threads.invokeAll(writers)) {
            writer.get();
        }
        isOver.set(true);
        List<ChangeLine> lines = followed.get();
        threads.shutdown();

        long head = village.registry().changes().head();
        assertThat(lines)
                .extracting(ChangeLine::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, head).boxed().toList());
        ChangePage whole = feed.read(ChangeQuery.after(0, Integer.MAX_VALUE));
        assertThat(text(lines)).isEqualTo(text(whole.changes()));
    }

    private static List<String> text(List<ChangeLine> lines) {
        return lines.stream()
                .map(line -> new String(line.json(), StandardCharsets.UTF_8))
                .toList();
    }

    /** Acts of one to three entries that dawdle before they commit; every fifth thinks better of it. */
    private Void write(Random dice) {
        for (int act = 0; act < ACTS; act++) {
            boolean fails = dice.nextInt(5) == 0;
            int entries = 1 + dice.nextInt(3);
            try {
                log.write(CONTEXT, ledger -> {
                    for (int entry = 0; entry < entries; entry++) {
                        ledger.append(Act.CHANGE, "place", "east", 1);
                    }
                    pause(dice.nextInt(6));
                    if (fails) {
                        throw new IllegalStateException("thought better of it");
                    }
                    return null;
                });
            } catch (IllegalStateException e) {
                assertThat(fails).isTrue();
            }
        }
        return null;
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ChangeLine> follow(AtomicBoolean isOver) {
        List<ChangeLine> lines = new ArrayList<>();
        long after = 0;
        boolean isLast;
        do {
            isLast = isOver.get();
            ChangePage page = feed.read(ChangeQuery.after(after, 7));
            lines.addAll(page.changes());
            isLast &= !page.hasMore();
            after = page.next();
        } while (!isLast);
        return lines;
    }

    @Test
    void whoWaitsIsWokenByTheNextCommit() throws Exception {
        try (HeadWatch watch = new HeadWatch(village.registry().changes())) {
            long head = village.registry().changes().head();
            var news = watch.whenPast(head);
            var later = watch.whenPast(head + 1_000_000);
            log.write(CONTEXT, ledger -> ledger.append(Act.CHANGE, "place", "east", 1));
            assertThat(news.get()).isGreaterThan(head);
            assertThat(later).isNotDone();
        }
    }
}
