package org.diachi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diachi.Http.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Who × what × where, executed: every act of every operation that the contract gives rights for, called on the running
 * service by everyone, inside and outside of what they may write. The contract says what must come of it.
 */
class RightsTest {

    private static final Set<String> WRITES = Set.of("post", "put", "patch", "delete");
    private static final TwoWards CITY = new TwoWards("--diachi.limits.enabled=false");

    @AfterAll
    static void close() {
        CITY.close();
    }

    /** One line of the table. */
    record Line(String operation, String act, Role least, List<String> bounds) {

        @Override
        public String toString() {
            return operation + ": " + act + " takes " + least;
        }
    }

    private static JsonNode contract() {
        try {
            return new YAMLMapper().readTree(Files.readString(Path.of("..", "openapi.yaml")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Line> table() {
        List<Line> lines = new ArrayList<>();
        contract()
                .get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    List<String> bounds = new ArrayList<>();
                    operation.path("x-bounds").forEach(bound -> bounds.add(bound.asString()));
                    operation
                            .path("x-rights")
                            .forEachEntry((act, role) -> lines.add(new Line(
                                    operation.get("operationId").asString(), act, Role.of(role.asString()), bounds)));
                }));
        return lines;
    }

    @Test
    void everyWriteHasARule() {
        contract()
                .get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (WRITES.contains(method) && !operation.path("x-reads").asBoolean(false)) {
                        assertThat(operation.path("x-rights").size())
                                .as("%s %s says in x-rights who may do it", method, path)
                                .isPositive();
                        assertThat(operation.has("x-bounds"))
                                .as("%s %s says in x-bounds by what callers are held off", method, path)
                                .isTrue();
                        assertThat(operation.get("responses").propertyNames()).contains("401", "403");
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("table")
    void isAsTheContractSays(Line line) {
        Map<String, Integer> expected = new LinkedHashMap<>();
        Map<String, Integer> found = new LinkedHashMap<>();
        for (String nobody : List.of("nobody", "a stranger", "an expired key", "a revoked key")) {
            expected.put(nobody, 401);
            found.put(nobody, status(line, strangers(nobody), TwoWards.EAST));
        }
        for (Role role : Role.values()) {
            for (Where where : Where.values()) {
                // What all of a layer depends on is for those who may write the layer, whatever else they are bound by.
                boolean isHeldOff = line.bounds().equals(List.of("layer"))
                        ? !where.bounds().allowWritingLayer("zones")
                        : !where.bound.isEmpty() && line.bounds().contains(where.bound);
                expected.put(role + " " + where.words, role.includes(line.least()) && !isHeldOff ? 200 : 403);
                found.put(role + " " + where.words, status(line, CITY.key(role, where.bounds()), where.ward));
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    /** Where what is acted upon stands to what the caller may write. */
    private enum Where {
        EVERYWHERE("who may write everywhere", "", TwoWards.EAST, List.of(), List.of(), List.of()),
        INSIDE("inside their ward", "", TwoWards.EAST, List.of(TwoWards.EAST), List.of(), List.of()),
        OUTSIDE("outside their ward", "ward", TwoWards.WEST, List.of(TwoWards.EAST), List.of(), List.of()),
        OTHER_KIND("who may write public spaces", "kind", TwoWards.EAST, List.of(), List.of("publicSpace"), List.of()),
        AGENCY("who may write a layer", "kind", TwoWards.EAST, List.of(), List.of(), List.of("zones"));

        private final String words;
        /** The bound that holds the caller off; empty if none does. */
        private final String bound;

        private final String ward;
        private final List<String> wards;
        private final List<String> kinds;
        private final List<String> layers;

        Where(String words, String bound, String ward, List<String> wards, List<String> kinds, List<String> layers) {
            this.words = words;
            this.bound = bound;
            this.ward = ward;
            this.wards = wards;
            this.kinds = kinds;
            this.layers = layers;
        }

        private Bounds bounds() {
            return Bounds.of(wards, kinds, layers);
        }
    }

    private static String strangers(String who) {
        return switch (who) {
            case "a stranger" -> "diachi_made-up";
            case "an expired key" -> CITY.expiredKey();
            case "a revoked key" -> CITY.revokedKey();
            default -> "";
        };
    }

    /** What comes of it; 200 for everything that was done. A denied act has changed nothing and is noted. */
    private static int status(Line line, String bearer, String ward) {
        ActSample sample = ActSample.of(CITY, line.operation(), line.act(), ward);
        long before = CITY.village.registry().changes().head();
        Reply reply = sample.method().equals("GET")
                ? CITY.get(bearer, sample.path())
                : CITY.send(
                        bearer,
                        sample.method(),
                        sample.path(),
                        sample.body(),
                        sample.headers().toArray(String[]::new));
        if (reply.status() == 401 || reply.status() == 403) {
            assertThat(CITY.village.registry().changes().head()).isEqualTo(before);
            assertThat(CITY.lastAudit().isDone()).isFalse();
            assertThat(reply.at("/detail")).isNotBlank();
            return reply.status();
        }
        assertThat(reply.status()).as("%s %s: %s", line, sample, reply.body()).isBetween(200, 299);
        return 200;
    }

    @Test
    void whatNobodyKnowsOfIsDeniedToNobodyButNotDone() {
        assertThat(CITY.send("", "POST", "/api/v1/secrets", "{}").status()).isEqualTo(404);
        assertThat(CITY.send("", "DELETE", "/api/v1/addresses/0000-0000", "").status())
                .isEqualTo(405);
    }
}
