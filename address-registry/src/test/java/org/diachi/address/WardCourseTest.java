package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.feed.Village.building;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diachi.change.ActContext;
import org.diachi.change.Snapshot;
import org.diachi.feed.Village;
import org.diachi.place.PlaceRow;
import org.diachi.place.Reform;
import org.diachi.value.Code;
import org.diachi.value.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.MultiPolygon;

/** What is entered after a reform for days before it, or before a reform that is yet to come, moves along with it. */
class WardCourseTest {

    private static final LocalDate EVE = LocalDate.of(2025, 6, 30);
    private static final LocalDate SPLIT = LocalDate.of(2025, 7, 1);
    private static final LocalDate UNION = LocalDate.of(2031, 1, 1);
    private static final String LEFT =
            "MULTIPOLYGON (((560900 1820900, 561100 1820900, 561100 1821100, 560900 1821100, 560900 1820900)))";
    private static final String RIGHT =
            "MULTIPOLYGON (((561100 1820900, 561200 1820900, 561200 1821100, 561100 1821100, 561100 1820900)))";

    @RegisterExtension
    static final Village village = Village.create();

    /** The east is split into two; years later, which is known already, the left half joins the west. */
    @BeforeAll
    static void reform() {
        apply(
                SPLIT,
                List.of(unit("20001", LEFT), unit("20002", RIGHT)),
                Map.of("20001", Village.EAST, "20002", Village.EAST));
        apply(UNION, List.of(), Map.of(Village.WEST, "20001"));
    }

    private static void apply(LocalDate day, List<PlaceRow> units, Map<String, String> fromByTo) {
        List<Reform.Step> steps = fromByTo.entrySet().stream()
                .map(step -> new Reform.Step(step.getValue(), step.getKey()))
                .toList();
        village.registry()
                .wardReform()
                .apply(new Reform("ward", units, steps), new ActContext("council", day, "reform", "15/NQ", null));
    }

    private static PlaceRow unit(String code, String outline) {
        MultiPolygon drawn = (MultiPolygon) Village.geometry(outline);
        return new PlaceRow(
                "new-" + code,
                code,
                "ward",
                "Phường",
                code,
                "Phường " + code,
                Period.since(SPLIT),
                List.of(),
                List.of(),
                null,
                drawn);
    }

    private static String ward(Code code, LocalDate day) {
        AddressObject object = village.registry()
                .addressReader()
                .find(code, Snapshot.latest(day))
                .orElseThrow();
        return object.ward() == null ? "none" : object.ward().code();
    }

    private static List<String> wards(Code code) {
        return List.of(ward(code, EVE), ward(code, SPLIT), ward(code, UNION.minusDays(1)), ward(code, UNION));
    }

    @Test
    void whatIsBackDatedGoesWhereItLies() {
        long east = village.ward(Village.EAST, Village.FOUNDED);

        Code left = village.register(building(east, "1", 561000, 1821000), "1");
        Code right = village.register(building(east, "2", 561150, 1821000), "2");

        assertThat(wards(left)).containsExactly(Village.EAST, "20001", "20001", Village.WEST);
        assertThat(wards(right)).containsExactly(Village.EAST, "20002", "20002", "20002");
        assertThat(village.registry().changes().head())
                .as("each has one entry of the log")
                .isEqualTo(village.database()
                        .jdbc()
                        .queryForObject(
                                "SELECT max(added) FROM registry.address_version WHERE code = ?",
                                Long.class,
                                right.toString()));
    }

    @Test
    void whatWasInNoDrawnWardIsInTheFirstThatIsDrawnOverIt() {
        Code code = village.register(building(0, "3", 561050, 1821050).withWard(null), "3");

        assertThat(wards(code)).containsExactly("none", "20001", "20001", Village.WEST);
    }

    @Test
    void aLaterActMovesAlongToo() {
        long east = village.ward(Village.EAST, Village.FOUNDED);
        long west = village.ward(Village.WEST, Village.FOUNDED);
        Code code = village.register(building(west, "4", 561020, 1821020), "4");
        assertThat(wards(code)).containsOnly(Village.WEST);

        village.registry()
                .addressRegister()
                .act(
                        new ActContext("officer", Village.FOUNDED, "wrong ward", "1", null),
                        acts -> acts.correct(new Subject(code, 1), AddressPatch.EMPTY.ward(east)));

        assertThat(wards(code)).containsExactly(Village.EAST, "20001", "20001", Village.WEST);
    }
}
