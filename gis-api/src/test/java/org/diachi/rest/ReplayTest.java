package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.address.RegisterFixture.building;
import static org.diachi.address.RegisterFixture.business;
import static org.diachi.address.RegisterFixture.registration;
import static org.diachi.address.RegisterFixture.square;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.diachi.address.ActRefusedException;
import org.diachi.address.AddressActs;
import org.diachi.address.AddressContent;
import org.diachi.address.AddressPatch;
import org.diachi.address.RegisterFixture;
import org.diachi.address.Subject;
import org.diachi.change.ActContext;
import org.diachi.cli.Service;
import org.diachi.place.PlaceRow;
import org.diachi.place.Reform;
import org.diachi.value.AddressKind;
import org.diachi.value.Code;
import org.diachi.value.Period;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ten years at random, seen from outside: whoever replays the change feed knows the register on any day as it was known
 * at any entry, and every code that was ever given answers.
 */
class ReplayTest {

    @RegisterExtension
    static final RegisterFixture register = new RegisterFixture();

    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int MONTHS = 120;
    private static final int ACTS = 260;
    private static final int LOOKS = 600;
    private static final long SEED = 20_250_701;
    private static final List<String> WARDS = List.of("90001", "90002", "90003");
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Random RANDOM = new Random(SEED);
    private static final List<Code> codes = new ArrayList<>();
    private static ConfigurableApplicationContext service;
    private static int plots;

    @BeforeAll
    static void live() {
        List<PlaceRow> wards = WARDS.stream().map(ReplayTest::ward).toList();
        register.registry().placeRegister().register(wards, ActContext.of("council", FIRST_DAY));
        for (int i = 0; i < 10; i++) {
            create();
        }
        for (int i = 0; i < ACTS; i++) {
            if (i == ACTS / 3) {
                reform("90003", "90002", 60);
            } else if (i == 2 * ACTS / 3) {
                reform("90002", "90001", 90);
            } else {
                actAtRandom();
            }
        }
        service = Service.start(register.registry(), 0);
    }

    @AfterAll
    static void end() {
        service.close();
    }

    private static PlaceRow ward(String code) {
        Period always = Period.since(FIRST_DAY.minusYears(1));
        return new PlaceRow(
                "test-" + code,
                code,
                "ward",
                "Phường",
                code,
                "Phường " + code,
                always,
                List.of(),
                List.of(),
                null,
                null);
    }

    private static void reform(String from, String to, int month) {
        Reform reform = new Reform("ward", List.of(), List.of(new Reform.Step(from, to)));
        register.registry().wardReform().apply(reform, ActContext.of("council", FIRST_DAY.plusMonths(month)));
    }

    private static AddressContent plot(AddressKind kind) {
        plots++;
        int x = plots % 100 * 20;
        int y = plots / 100 * 20;
        AddressContent content = switch (kind) {
            case BUILDING -> building("P" + plots, x, y);
            case BUSINESS -> business("Quán " + plots, x, y, null);
            case PUBLIC_SPACE -> square("Vườn " + plots, x, y);
        };
        String ward = WARDS.get(RANDOM.nextInt(WARDS.size()));
        Optional<Long> id = register.registry().wards(LocalDate.of(2999, 1, 1)).findByCode(ward);
        return new AddressContent(
                content.kind(),
                content.status(),
                content.name(),
                content.houseNumber(),
                content.street(),
                id.orElse(null),
                content.quality(),
                content.position(),
                content.shape(),
                null,
                List.of(),
                Map.of());
    }

    private static AddressContent plot() {
        return plot(AddressKind.values()[RANDOM.nextInt(AddressKind.values().length)]);
    }

    private static void create() {
        AddressContent content = plot();
        act(acts -> codes.add(acts.register(registration(content)).code()));
    }

    private static void actAtRandom() {
        Subject one = Subject.of(codes.get(RANDOM.nextInt(codes.size())));
        Subject two = Subject.of(codes.get(RANDOM.nextInt(codes.size())));
        AddressPatch patch =
                AddressPatch.EMPTY.name(List.of("An", "Bình", "Chợ").get(RANDOM.nextInt(3)));
        switch (RANDOM.nextInt(12)) {
            case 0, 1 -> create();
            case 2 ->
                act(acts ->
                        codes.addAll(acts.split(one, List.of(plot(), plot())).created()));
            case 3 ->
                act(acts -> codes.addAll(acts.merge(List.of(one, two), plot()).created()));
            case 4 -> act(acts -> codes.addAll(acts.rebuild(one, plot()).created()));
            case 5 -> act(acts -> acts.unite(one, two));
            case 6 -> act(acts -> acts.retire(one));
            case 7, 8 -> act(acts -> acts.correct(one, patch));
            case 9 -> act(acts -> acts.verify(one));
            default -> act(acts -> acts.change(one, patch.houseNumber("N" + RANDOM.nextInt(3) + one.code())));
        }
    }

    /** Acts that do not apply are part of life. */
    private static void act(Function<AddressActs, ?> act) {
        try {
            register.act(ActContext.of("officer", FIRST_DAY.plusMonths(RANDOM.nextInt(MONTHS))), act);
        } catch (ActRefusedException e) {
            assertThat(e.mend()).isNotBlank();
        }
    }

    private static HttpResponse<String> get(String path) {
        URI uri = URI.create("http://localhost:" + Service.port(service) + path);
        try {
            return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> feed() {
        return get("/api/v1/changes?limit=10000&f=ndjson")
                .body()
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    @Test
    void everyCodeAnswersForEverAndNoneWasGivenTwice() {
        List<String> born = feed().stream()
                .filter(entry -> entry.at("/version").asInt() == 1)
                .filter(entry -> !entry.at("/kind").asString().equals("place"))
                .map(entry -> entry.at("/code").asString())
                .toList();
        assertThat(born).doesNotHaveDuplicates().hasSize((int)
                register.count("SELECT codes_issued FROM registry.log_head"));
        assertThat(codes.stream().map(Code::toString)).containsExactlyInAnyOrderElementsOf(born);
        for (String code : born) {
            HttpResponse<String> answer = get("/api/v1/addresses/" + code + "?asOf=2999-01-01");
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode properties = JSON.readTree(answer.body()).at("/properties");
            assertThat(properties.at("/status").asString()).isIn("current", "retired");
            assertThat(get("/" + code + "?f=html&asOf=2999-01-01").statusCode()).isEqualTo(200);
            assertThat(get("/api/v1/addresses/" + code + "/history").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void replayingTheFeedGivesTheRegisterOfAnyDayAsKnownAtAnyEntry() {
        List<JsonNode> feed = feed();
        Random dice = new Random(SEED);
        int found = 0;
        for (int i = 0; i < LOOKS; i++) {
            JsonNode until = feed.get(dice.nextInt(feed.size()));
            String knownAt = until.at("/at").asString();
            LocalDate day = FIRST_DAY.plusDays(dice.nextInt(31 * MONTHS));
            Code code = codes.get(dice.nextInt(codes.size()));
            Optional<JsonNode> replayed = replay(feed, code, knownAt, day);
            HttpResponse<String> answer = get("/api/v1/addresses/" + code + "?asOf=" + day + "&knownAt=" + knownAt);
            assertThat(answer.statusCode())
                    .as("%s on %s at %s", code, day, knownAt)
                    .isEqualTo(replayed.isPresent() ? 200 : 404);
            if (replayed.isPresent()) {
                assertThat(tell(JSON.readTree(answer.body()))).isEqualTo(tell(replayed.get()));
                found++;
            }
        }
        assertThat(found).isGreaterThan(LOOKS / 15);
    }

    /** What the entries up to an instant say of a day. Entries of one transaction have one instant. */
    private static Optional<JsonNode> replay(List<JsonNode> feed, Code code, String knownAt, LocalDate day) {
        Map<String, JsonNode> believed = new TreeMap<>();
        for (JsonNode entry : feed) {
            boolean isKnown = !Instant.parse(entry.at("/at").asString()).isAfter(Instant.parse(knownAt));
            if (isKnown && entry.at("/code").asString().equals(code.toString())) {
                states(entry, "before", "alsoBefore").forEach(state -> believed.remove(key(state)));
                states(entry, "after", "alsoAfter").forEach(state -> believed.put(key(state), state));
            }
        }
        return believed.values().stream().filter(state -> isOn(state, day)).findFirst();
    }

    private static boolean isOn(JsonNode state, LocalDate day) {
        JsonNode to = state.at("/properties/validTo");
        return !LocalDate.parse(state.at("/properties/validFrom").asString()).isAfter(day)
                && (to.isNull() || LocalDate.parse(to.asString()).isAfter(day));
    }

    private static List<JsonNode> states(JsonNode entry, String one, String others) {
        List<JsonNode> states = new ArrayList<>();
        if (!entry.get(one).isNull()) {
            states.add(entry.get(one));
        }
        entry.path(others).forEach(states::add);
        return states;
    }

    private static String key(JsonNode state) {
        return state.at("/properties/version") + "/" + state.at("/properties/validFrom");
    }

    private static String tell(JsonNode feature) {
        JsonNode p = feature.at("/properties");
        return "%s %s %s %s %s %s %s %s %s"
                .formatted(
                        p.at("/kind"),
                        p.at("/status"),
                        p.at("/name"),
                        p.at("/houseNumber"),
                        p.at("/ward/code"),
                        p.at("/position"),
                        p.at("/validFrom"),
                        p.at("/validTo"),
                        p.at("/version"));
    }
}
