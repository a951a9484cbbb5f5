package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diachi.feed.Village.building;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.diachi.change.ActContext;
import org.diachi.feed.Village;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Acts that wait at the same time go in one transaction, and none suffers from another. */
class SharedTransactionTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);
    private static final int CLERKS = 9;

    @RegisterExtension
    static final Village village = Village.create();

    private final CountDownLatch isHeld = new CountDownLatch(1);
    private final CountDownLatch mayGo = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    private FutureTask<Outcome> start(String actor, Function<AddressActs, Outcome> act) {
        FutureTask<Outcome> task = new FutureTask<>(
                () -> village.registry().addressRegister().actTogether(ActContext.of(actor, DAY), act));
        Thread thread = new Thread(task, actor);
        threads.add(thread);
        thread.start();
        return task;
    }

    private static Outcome register(AddressActs acts, int number) {
        long ward = village.ward(Village.EAST, DAY);
        return acts.register(new Registration(
                building(ward, String.valueOf(number), 560_000 + 20 * number, 1_820_000), null, List.of()));
    }

    /** Holds the head of the log until all others stand in line. */
    private FutureTask<Outcome> hold(int number) throws InterruptedException {
        FutureTask<Outcome> holder = start("holder " + number, acts -> {
            isHeld.countDown();
            try {
                mayGo.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return register(acts, number);
        });
        isHeld.await();
        return holder;
    }

    /** One of them waits in the database, the others for it. */
    private void letGoOnceAllWait() throws InterruptedException {
        while (threads.stream()
                        .filter(thread -> thread.getState() == Thread.State.WAITING)
                        .count()
                < threads.size() - 1) {
            Thread.sleep(5);
        }
        mayGo.countDown();
    }

    private static <T> List<T> ask(String sql, Class<T> type, Object... binds) {
        return village.database().jdbc().queryForList(sql, type, binds);
    }

    private static void assertNoGaps() {
        assertThat(ask("SELECT max(seq) - count(*) FROM registry.change", Long.class))
                .containsExactly(0L);
        assertThat(ask(
                        "SELECT codes_issued - count(DISTINCT code) FROM registry.log_head, registry.address_version"
                                + " GROUP BY codes_issued",
                        Long.class))
                .containsExactly(0L);
        assertThat(village.registry().audit().verify()).isEmpty();
    }

    @Test
    void whoIsRefusedIsUndoneAlone() throws Exception {
        FutureTask<Outcome> holder = hold(1);
        List<FutureTask<Outcome>> others = new ArrayList<>();
        for (int i = 0; i < CLERKS; i++) {
            int number = 101 + i;
            others.add(start("clerk " + i, acts -> {
                Outcome outcome = register(acts, number);
                if (number == 104) {
                    throw new IllegalArgumentException("thought better of it");
                }
                return outcome;
            }));
        }
        letGoOnceAllWait();

        assertThat(holder.get().code()).isNotNull();
        for (FutureTask<Outcome> other : others) {
            if (other == others.get(3)) {
                assertThatThrownBy(other::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasRootCauseMessage("thought better of it");
            } else {
                assertThat(other.get().result()).isEqualTo(Outcome.Result.REGISTERED);
            }
        }
        // Each has a note of its own, all written by one transaction.
        String notes =
                "FROM registry.audit WHERE actor LIKE 'clerk %' AND first_change = last_change AND act = 'register'";
        assertThat(ask("SELECT actor " + notes, String.class))
                .hasSize(CLERKS - 1)
                .doesNotHaveDuplicates();
        assertThat(ask("SELECT DISTINCT xmin::text " + notes, String.class)).hasSize(1);
        assertThat(ask(
                        "SELECT c.actor FROM registry.change c JOIN registry.audit a ON a.first_change = c.seq"
                                + " WHERE a.actor <> c.actor",
                        String.class))
                .isEmpty();
        assertNoGaps();
    }

    @Test
    void nobodyLosesAnActBecauseTheConnectionOfAllBreaks() throws Exception {
        FutureTask<Outcome> holder = hold(2);
        AtomicBoolean breaks = new AtomicBoolean(true);
        List<FutureTask<Outcome>> others = new ArrayList<>();
        for (int i = 0; i < CLERKS; i++) {
            int number = 201 + i;
            others.add(start("typist " + i, acts -> {
                if (number == 203 && breaks.getAndSet(false)) {
                    new JdbcTemplate(village.registry().dataSource())
                            .execute("SELECT pg_terminate_backend(pg_backend_pid())");
                }
                return register(acts, number);
            }));
        }
        letGoOnceAllWait();

        assertThat(holder.get().code()).isNotNull();
        for (FutureTask<Outcome> other : others) {
            assertThat(other.get().result()).isEqualTo(Outcome.Result.REGISTERED);
        }
        assertThat(breaks).isFalse();
        assertThat(ask("SELECT actor FROM registry.change WHERE actor LIKE 'typist %'", String.class))
                .hasSize(CLERKS)
                .doesNotHaveDuplicates();
        assertNoGaps();
    }
}
