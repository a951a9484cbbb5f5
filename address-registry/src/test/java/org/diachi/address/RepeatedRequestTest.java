package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diachi.address.RegisterFixture.building;
import static org.diachi.address.RegisterFixture.on;
import static org.diachi.address.RegisterFixture.registration;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diachi.change.KeyReusedException;
import org.diachi.change.RequestKey;
import org.diachi.change.StoredAnswer;
import org.diachi.value.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request with a key that is sent twice is done once and answered twice alike. */
class RepeatedRequestTest {

    @RegisterExtension
    static final RegisterFixture register = new RegisterFixture();

    private static RequestKey key(String key, String hash) {
        return new RequestKey("client", key, hash);
    }

    private static StoredAnswer send(RequestKey key, AddressContent content) {
        return register.registry().addressRegister().actOnce(key, on("2021-01-01"), acts -> {
            Outcome outcome = acts.register(registration(content));
            return new StoredAnswer(
                    201, Map.of("Location", "/" + outcome.code()), "{\"code\":\"" + outcome.code() + "\"}");
        });
    }

    @Test
    void theSecondTimeGivesTheFirstAnswerAndDoesNothing() {
        StoredAnswer first = send(key("k1", "a"), building("2", 0, 0));
        long head = register.now();

        assertThat(send(key("k1", "a"), building("2", 0, 0))).isEqualTo(first);
        assertThat(register.now()).isEqualTo(head);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        send(key("k2", "a"), building("4", 20, 0));
        assertThatThrownBy(() -> send(key("k2", "b"), building("6", 40, 0)))
                .isInstanceOf(KeyReusedException.class)
                .hasMessageContaining("k2");
    }

    @Test
    void keysOfTwoActorsNeverMeet() {
        StoredAnswer one = send(new RequestKey("client", "k3", "a"), building("8", 60, 0));
        StoredAnswer two = send(new RequestKey("another", "k3", "a"), building("10", 80, 0));
        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void aRefusedRequestStoresNoAnswerAndMayComeAgain() {
        RequestKey key = key("k4", "a");
        assertThatThrownBy(() -> register.registry().addressRegister().actOnce(key, on("2021-01-01"), acts -> {
                    acts.retire(Subject.of(Code.of(3)));
                    return new StoredAnswer(200, Map.of(), "");
                }))
                .isInstanceOf(ActRefusedException.class);
        assertThat(send(key, building("12", 100, 0)).status()).isEqualTo(201);
    }

    private static void age(String key, String interval) {
        register.jdbc()
                .update("UPDATE registry.idempotency SET created = created - ?::interval WHERE key = ?", interval, key);
    }

    @Test
    void anAnswerIsKeptForAWeekAndThenTheKeyIsFree() {
        StoredAnswer first = send(key("k6", "a"), building("16", 140, 0));
        age("k6", "6 days 23 hours");
        assertThat(send(key("k6", "a"), building("16", 140, 0))).isEqualTo(first);
        age("k6", "1 hour");
        StoredAnswer another = send(key("k6", "b"), building("18", 160, 0));
        assertThat(another).isNotEqualTo(first);
        assertThat(send(key("k6", "b"), building("18", 160, 0))).isEqualTo(another);
    }

    @Test
    void oldAnswersAreRemovedFasterThanNewOnesCome() {
        register.jdbc().update("""
                INSERT INTO registry.idempotency (actor, key, request_hash, status, headers, body, created)
                SELECT 'old', i, '', 200, '{}', '', now() - interval '8 days' FROM generate_series(1, 9) i
                """);
        for (int i = 0; i < 3; i++) {
            send(key("k7-" + i, "a"), building(String.valueOf(20 + i), 200 + 20 * i, 0));
        }
        assertThat(register.count("SELECT count(*) FROM registry.idempotency WHERE actor = 'old'"))
                .isZero();
    }

    @Test
    void twoAtOnceAreDoneOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<StoredAnswer> client = () -> {
            start.await();
            return send(key("k5", "a"), building("14", 120, 0));
        };
        ExecutorService clients = Executors.newFixedThreadPool(2);
        try {
            List<Future<StoredAnswer>> answers = clients.invokeAll(List.of(client, client));
            assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
        } finally {
            clients.shutdown();
        }
        assertThat(register.count("SELECT count(*) FROM registry.address_version WHERE number_key = '14'"))
                .isEqualTo(1);
    }
}
