package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.address.RegisterFixture.building;
import static org.diachi.address.RegisterFixture.by;
import static org.diachi.address.RegisterFixture.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.diachi.value.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sixteen clients at once on one register. */
class ParallelClientsTest {

    private static final int CLIENTS = 16;
    private static final int OBJECTS = 20_000;
    /** Every object is in the sets of four clients. */
    private static final int SET = OBJECTS * 4 / CLIENTS;

    private static final int BATCH = 250;
    private static final int DOORS = 12;

    @RegisterExtension
    static final RegisterFixture register = new RegisterFixture();

    private final Map<Integer, Code> codes = new ConcurrentHashMap<>();

    @Test
    void overlappingSetsGetOneCodeForEachThingAndAFollowerMissesNothing() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1);
        try {
            Future<List<Long>> follower = threads.submit(() -> follow(done));
            CyclicBarrier start = new CyclicBarrier(CLIENTS);
            List<Callable<Void>> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> (Callable<Void>) () -> {
                        start.await();
                        return registerSet(client);
                    })
                    .toList();
            for (Future<Void> client : threads.invokeAll(clients)) {
                client.get();
            }
            done.set(true);
            assertThat(follower.get())
                    .isEqualTo(LongStream.rangeClosed(1, register.now()).boxed().toList());
        } finally {
            threads.shutdownNow();
        }
        assertThat(codes).hasSize(OBJECTS);
        assertThat(codes.values()).doesNotHaveDuplicates();
        assertThat(register.count("SELECT count(DISTINCT code) FROM registry.address_version"))
                .isEqualTo(OBJECTS);
        assertThat(register.count("SELECT codes_issued FROM registry.log_head")).isEqualTo(OBJECTS);
        assertThat(register.count("SELECT count(*) FROM registry.change c JOIN registry.change n ON n.seq = c.seq + 1"
                        + " WHERE n.at < c.at"))
                .isZero();
    }

    private Void registerSet(int client) {
        List<Integer> mine =
                new ArrayList<>(IntStream.range(client * OBJECTS / CLIENTS, client * OBJECTS / CLIENTS + SET)
                        .map(i -> i % OBJECTS)
                        .boxed()
                        .toList());
        Collections.shuffle(mine, new Random(client));
        for (int from = 0; from < mine.size(); from += BATCH) {
            List<Integer> batch = mine.subList(from, Math.min(from + BATCH, mine.size()));
            List<Registration> rows = batch.stream()
                    .map(i -> row("r" + i, 1, building("H" + i, (i % 200) * 20, (i / 200) * 20)))
                    .toList();
            List<Outcome> outcomes = register.registry()
                    .addressRegister()
                    .register(rows, RegistrationRules.STRICT, by("client" + client, "2021-01-01"));
            for (int i = 0; i < outcomes.size(); i++) {
                Code code = outcomes.get(i).code();
                Code before = codes.putIfAbsent(batch.get(i), code);
                assertThat(before == null || before.equals(code)).isTrue();
            }
        }
        return null;
    }

    private static List<Long> follow(AtomicBoolean done) {
        List<Long> seen = new ArrayList<>();
        boolean last = false;
        while (!last) {
            last = done.get();
            long after = seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
            seen.addAll(register.jdbc()
                    .queryForList("SELECT seq FROM registry.change WHERE seq > ? ORDER BY seq", Long.class, after));
        }
        return seen;
    }

    @Test
    void actsOfSixteenClientsOnOneObjectAreAllKept() throws Exception {
        Code house = register.register(building("0", -500, -500), "2020-01-01");
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Integer>> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> (Callable<Integer>) () -> addDoors(client, house))
                    .toList();
            for (Future<Integer> conflicts : threads.invokeAll(clients)) {
                assertThat(conflicts.get()).isNotNegative();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(register.object(house, "2022-01-01").parts()).hasSize(CLIENTS * DOORS);
        assertThat(register.version(house)).isEqualTo(1 + CLIENTS * DOORS);
    }

    /** Reads, acts on what was read, and reads again if another client was faster. */
    private static int addDoors(int client, Code house) {
        int conflicts = 0;
        for (int door = 0; door < DOORS; door++) {
            Part part = new Part(Part.UNIT, client + "-" + door, null, null, null, null, null);
            boolean isDone = false;
            while (!isDone) {
                Subject seen = new Subject(house, register.version(house));
                try {
                    register.act(by("client" + client, "2021-01-01"), acts -> acts.addPart(seen, part));
                    isDone = true;
                } catch (ActRefusedException e) {
                    assertThat(e.rule()).isEqualTo(ActRefusedException.Rule.VERSION_CONFLICT);
                    conflicts++;
                }
            }
        }
        return conflicts;
    }
}
