package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.junit.jupiter.api.Test;

/** Batches, requests that come twice, and the queue of duplicates over HTTP. */
class ManyActsTest {

    private static final String ACTS = "/api/v1/acts?crs=EPSG:9214";

    private final Office office = new Office();

    private static String batch(boolean atomic, String... acts) {
        return "{\"atomic\": " + atomic + ", \"acts\": [" + String.join(",", acts) + "]}";
    }

    private static String act(String act, String code, int version) {
        return """
                {"act": "%s", "subjects": [{"code": "%s", "version": %d}], "effective": "2025-10-01"}
                """.formatted(act, code, version);
    }

    private static String register(String house) {
        return "{\"act\": \"register\", \"effective\": \"2025-07-01\", \"into\": [" + house + "]}";
    }

    @Test
    void anAtomicBatchIsDoneWholeOrNotAtAll() {
        String code = office.newHouse();
        int before = office.changes();
        Reply refused = office.send("POST", ACTS, batch(true, act("verify", code, 1), act("retire", code, 1)));
        assertThat(refused.status()).isEqualTo(412);
        assertThat(office.changes()).isEqualTo(before);
        Reply done = office.send("POST", ACTS, batch(true, act("verify", code, 1), act("retire", code, 2)));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.each("/results", "/status")).containsExactly("done", "done");
        assertThat(office.changes()).isEqualTo(before + 2);
    }

    @Test
    void independentActsAreRefusedOneByOne() {
        String code = office.newHouse();
        String house = Office.house();
        Reply done = office.send(
                "POST",
                ACTS,
                batch(
                        false,
                        act("retire", code, 9),
                        register(house),
                        register(house),
                        act("dance", code, 1),
                        "{\"act\": \"retire\", \"subjects\": [{\"code\": \"" + code + "\"}]}",
                        act("retire", code, 1)));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.each("/results", "/status"))
                .containsExactly("refused", "done", "held", "refused", "refused", "done");
        assertThat(done.at("/results/0/problem/rule")).isEqualTo("versionConflict");
        assertThat(done.at("/results/2/duplicateCase")).isNotEmpty();
        assertThat(done.at("/results/4/problem/status")).isEqualTo("428");
    }

    @Test
    void theSameKeyTwiceIsDoneOnceAndAnsweredAlike() {
        String house = Office.house();
        Reply first = office.send("POST", "?crs=EPSG:9214", house, "Idempotency-Key", "permit-1");
        int before = office.changes();
        Reply again = office.send("POST", "?crs=EPSG:9214", house, "Idempotency-Key", "permit-1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(office.changes()).isEqualTo(before);
        Reply other = office.send("POST", "?crs=EPSG:9214", Office.house(), "Idempotency-Key", "permit-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/type")).isEqualTo("urn:problem-type:diachi:key-reused");
    }

    @Test
    void twoRequestsAtOnceWithOneKeyAreDoneOnce() throws Exception {
        String code = office.newHouse();
        int before = office.changes();
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Reply> client = () -> {
            start.await();
            return office.send(
                    "POST",
                    "/" + code + "/retire",
                    "{\"effective\": \"2025-10-01\"}",
                    "If-Match",
                    "\"1\"",
                    "Idempotency-Key",
                    "retire-" + code);
        };
        ExecutorService clients = Executors.newFixedThreadPool(2);
        try {
            List<Future<Reply>> replies = clients.invokeAll(List.of(client, client));
            assertThat(replies.get(0).get().status()).isEqualTo(200);
            assertThat(replies.get(1).get().body())
                    .isEqualTo(replies.get(0).get().body());
        } finally {
            clients.shutdown();
        }
        assertThat(office.changes()).isEqualTo(before + 1);
    }

    @Test
    void whatIsHeldBackWaitsForAnOfficer() {
        String house = Office.house();
        String code = office.send("POST", "?crs=EPSG:9214", house).at("/id");
        Reply held = office.send("POST", "?crs=EPSG:9214", house);
        assertThat(held.status()).isEqualTo(409);
        String id = held.at("/duplicateCase");
        assertThat(office.send("POST", "?crs=EPSG:9214", house).at("/duplicateCase"))
                .isEqualTo(id);

        Reply queue = Http.get("/api/v1/duplicates?limit=1000", "Authorization", "Bearer " + office.key);
        assertThat(queue.each("/duplicates", "/id")).contains(id);
        Reply first = Http.get("/api/v1/duplicates?limit=1", "Authorization", "Bearer " + office.key);
        assertThat(Http.get(first.next(), "Authorization", "Bearer " + office.key)
                        .each("/duplicates", "/id"))
                .doesNotContain(first.at("/duplicates/0/id"));
        assertThat(Http.get("/api/v1/duplicates").status()).isEqualTo(401);

        String path = "/api/v1/duplicates/" + id + "/resolve";
        Reply wrong = office.send("POST", path, "{\"decision\": \"same\", \"code\": \"" + office.newHouse() + "\"}");
        assertThat(wrong.at("/rule")).isEqualTo("notACandidate");
        Reply decided = office.send("POST", path, "{\"decision\": \"different\", \"reason\": \"Two halves\"}");
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.at("/code")).isNotEqualTo(code);
        assertThat(office.send("POST", path, "{\"decision\": \"different\"}").at("/rule"))
                .isEqualTo("caseResolved");
        assertThat(office.send("POST", "/api/v1/duplicates/999999/resolve", "{\"decision\": \"different\"}")
                        .status())
                .isEqualTo(404);
    }
}
