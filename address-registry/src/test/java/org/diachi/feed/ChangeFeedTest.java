package org.diachi.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diachi.change.ActContext;
import org.diachi.change.Snapshot;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.place.Reform;
import org.diachi.value.Code;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feed tells every entry of the log once, in order, with what it did, and always in the same bytes. */
class ChangeFeedTest {

    private static final LocalDate MERGED = LocalDate.of(2025, 7, 1);

    @RegisterExtension
    static final Village village = Village.create();

    private static final ChangeFeed feed = village.registry().feed();
    private static Code first;
    private static Code second;

    @BeforeAll
    static void live() {
        long east = village.ward(Village.EAST, Village.FOUNDED);
        long west = village.ward(Village.WEST, Village.FOUNDED);
        first = village.register(Village.building(east, "1", 561000, 1821000), "a");
        second = village.register(Village.building(west, "2", 561100, 1821000), "b");
        Layer green = village.registry().layers().find("green-spaces").orElseThrow();
        village.registry()
                .featureRegister()
                .register(
                        green,
                        "parks",
                        List.of(new FeatureRegistration(
                                "p1",
                                1L,
                                1L,
                                null,
                                Map.of("name", "Vườn"),
                                Village.geometry(
                                        "POLYGON ((561000 1821000, 561009 1821000, 561009 1821009, 561000 1821000))"))),
                        ActContext.of("gardener", Village.FOUNDED));
        village.registry()
                .wardReform()
                .apply(
                        new Reform("ward", List.of(), List.of(new Reform.Step(Village.WEST, Village.EAST))),
                        new ActContext("council", MERGED, "merger", "12/NQ", null));
    }

    private static List<JsonNode> lines(ChangeQuery query) {
        return feed.read(query).changes().stream()
                .map(line -> new JsonMapper().readTree(line.json()))
                .toList();
    }

    @Test
    void tellsEveryEntryInOrder() {
        assertThat(lines(ChangeQuery.after(0, 100)))
                .extracting(line -> line.get("seq").asLong() + " "
                        + line.get("act").asString() + " " + line.get("kind").asString() + " "
                        + line.get("code").asString())
                .containsExactly(
                        "1 register place east",
                        "2 register place west",
                        "3 register building " + first,
                        "4 register building " + second,
                        "5 register green-spaces 1",
                        "6 reform place west",
                        "7 reform building " + second);
    }

    @Test
    void tellsWhatAnActDid() {
        JsonNode moved = lines(ChangeQuery.after(6, 1)).get(0);
        assertThat(moved.at("/before/properties/ward/code").asString()).isEqualTo(Village.WEST);
        assertThat(moved.at("/before/properties/validTo").isNull()).isTrue();
        assertThat(moved.at("/after/properties/ward/code").asString()).isEqualTo(Village.EAST);
        assertThat(moved.at("/after/properties/validFrom").asString()).isEqualTo("2025-07-01");
        assertThat(moved.at("/alsoAfter/0/properties/validTo").asString()).isEqualTo("2025-07-01");
        assertThat(moved.get("document").asString()).isEqualTo("12/NQ");
        JsonNode gone = lines(ChangeQuery.after(5, 1)).get(0);
        assertThat(gone.at("/lineage/0/successor").asString()).isEqualTo("east");
        assertThat(gone.at("/after/properties/validTo").asString()).isEqualTo("2025-07-01");
    }

    @Test
    void wordsOneEntryAlwaysTheSame() {
        String line =
                new String(feed.read(ChangeQuery.after(2, 1)).changes().get(0).json(), StandardCharsets.UTF_8);
        // The instant and the code differ from run to run.
        assertThat(line.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"T\"").replace(first.toString(), "CODE"))
                .isEqualTo("{\"seq\":3,\"at\":\"T\",\"actor\":\"clerk\",\"act\":\"register\",\"kind\":\"building\","
                        + "\"code\":\"CODE\",\"version\":1,\"effective\":\"2020-01-01\",\"reason\":null,"
                        + "\"document\":null,\"lineage\":[],\"before\":null,\"after\":{\"type\":\"Feature\","
                        + "\"id\":\"CODE\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[107.57312654,16.46393978]},"
                        + "\"properties\":{\"code\":\"CODE\",\"kind\":\"building\",\"status\":\"current\",\"name\":null,"
                        + "\"houseNumber\":\"1\",\"street\":\"Lê Lợi\",\"ward\":{\"code\":\"10001\","
                        + "\"name\":\"Phường Đông\"},\"address\":\"1 Lê Lợi, Phường Đông, Thành phố Huế\","
                        + "\"position\":{\"method\":\"survey\",\"accuracy\":0.3},\"locatedAt\":null,"
                        + "\"externalIds\":[{\"scheme\":\"test\",\"value\":\"a\"}],\"predecessors\":[],"
                        + "\"successors\":[],\"parts\":[],\"details\":null,\"outline\":{\"type\":\"Polygon\","
                        + "\"coordinates\":[[[107.57308897,16.46390374],[107.5731639,16.46390353],"
                        + "[107.57316411,16.46397583],[107.57308919,16.46397603],[107.57308897,16.46390374]]]},"
                        + "\"validFrom\":\"2020-01-01\",\"validTo\":null,\"version\":1}}}");
    }

    @Test
    void filtersByKindAndWardAndGoesOnToTheHead() {
        ChangePage wards = feed.read(new ChangeQuery(0, 100, List.of("place"), null));
        assertThat(wards.changes()).extracting(ChangeLine::seq).containsExactly(1L, 2L, 6L);
        assertThat(wards.next()).isEqualTo(7);
        assertThat(wards.hasMore()).isFalse();
        ChangePage west = feed.read(new ChangeQuery(0, 2, List.of(), Village.WEST));
        assertThat(west.changes()).extracting(ChangeLine::seq).containsExactly(2L, 4L);
        assertThat(west.hasMore()).isTrue();
        ChangePage rest = feed.read(new ChangeQuery(west.next(), 9, List.of(), Village.WEST));
        assertThat(rest.changes()).extracting(ChangeLine::seq).containsExactly(6L, 7L);
    }

    @Test
    void pagesOfAnySizeMakeTheSameCopy() {
        assertThat(copy(1)).isEqualTo(copy(3)).isEqualTo(copy(100));
    }

    private static String copy(int limit) {
        StringBuilder copy = new StringBuilder();
        ChangePage page = feed.read(ChangeQuery.after(0, limit));
        while (!page.changes().isEmpty()) {
            page.changes()
                    .forEach(line -> copy.append(new String(line.json(), StandardCharsets.UTF_8))
                            .append('\n'));
            page = feed.read(ChangeQuery.after(page.next(), limit));
        }
        return copy.toString();
    }

    /** Applying ended and written states in the order of the log leads to what the register itself believes. */
    @Test
    void carriesEveryStateOfEveryObject() {
        Map<String, JsonNode> believed = new HashMap<>();
        for (JsonNode line : lines(ChangeQuery.after(0, 100))) {
            states(line, "before", "alsoBefore").forEach(state -> believed.remove(key(state)));
            states(line, "after", "alsoAfter").forEach(state -> believed.put(key(state), state));
        }
        assertThat(believed.keySet())
                .contains(
                        first + "/1/2020-01-01",
                        second + "/2/2020-01-01",
                        second + "/2/2025-07-01",
                        "west/2/2020-01-01")
                .doesNotContain(second + "/1/2020-01-01");
        assertThat(village.registry()
                        .addressReader()
                        .find(second, Snapshot.latest(MERGED))
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
    }

    private static List<JsonNode> states(JsonNode line, String one, String others) {
        List<JsonNode> states = new ArrayList<>();
        if (!line.get(one).isNull()) {
            states.add(line.get(one));
        }
        if (line.has(others)) {
            line.get(others).forEach(states::add);
        }
        return states;
    }

    private static String key(JsonNode state) {
        JsonNode properties = state.get("properties");
        return state.get("id").asString() + "/" + properties.get("version").asInt() + "/"
                + properties.get("validFrom").asString();
    }
}
