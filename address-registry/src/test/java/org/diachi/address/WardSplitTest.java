package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diachi.feed.Village.building;

import java.time.LocalDate;
import java.util.List;
import org.diachi.change.ActContext;
import org.diachi.change.Snapshot;
import org.diachi.feed.Village;
import org.diachi.place.PlaceRow;
import org.diachi.place.Reform;
import org.diachi.place.ReformRefusedException;
import org.diachi.value.Code;
import org.diachi.value.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.MultiPolygon;

/** A ward is split in two: every address goes where it lies, and what lies in neither goes to the nearer one. */
class WardSplitTest {

    private static final LocalDate SPLIT = LocalDate.of(2025, 7, 1);

    @RegisterExtension
    static final Village village = Village.create();

    private static PlaceRow unit(String code, String name, String outline) {
        return new PlaceRow(
                "new-" + code,
                code,
                "ward",
                "Phường",
                name,
                "Phường " + name,
                Period.since(SPLIT),
                List.of(),
                List.of(),
                null,
                outline == null ? null : (MultiPolygon) Village.geometry(outline));
    }

    private static Reform split(String leftOutline, String rightOutline) {
        return new Reform(
                "ward",
                List.of(unit("20001", "Tả", leftOutline), unit("20002", "Hữu", rightOutline)),
                List.of(new Reform.Step(Village.EAST, "20001"), new Reform.Step(Village.EAST, "20002")));
    }

    private static String ward(Code code, LocalDate day) {
        return village.registry()
                .addressReader()
                .find(code, Snapshot.latest(day))
                .orElseThrow()
                .ward()
                .code();
    }

    @Test
    void everyAddressGoesWhereItLies() {
        long east = village.ward(Village.EAST, Village.FOUNDED);
        long west = village.ward(Village.WEST, Village.FOUNDED);
        Code left = village.register(building(east, "1", 561000, 1821000), "1");
        Code right = village.register(building(east, "2", 561150, 1821000), "2");
        Code outside = village.register(building(east, "3", 561290, 1821000), "3");
        Code other = village.register(building(west, "4", 561100, 1821060), "4");
        String leftHalf =
                "MULTIPOLYGON (((560900 1820900, 561100 1820900, 561100 1821100, 560900 1821100, 560900 1820900)))";
        String rightHalf =
                "MULTIPOLYGON (((561100 1820900, 561200 1820900, 561200 1821100, 561100 1821100, 561100 1820900)))";
        ActContext council = new ActContext("council", SPLIT, "split", "13/NQ", null);
        long before = village.registry().changes().head();
        assertThatThrownBy(() -> village.registry().wardReform().apply(split(leftHalf, null), council))
                .isInstanceOf(ReformRefusedException.class)
                .hasMessageContaining("no outline")
                .hasMessageContaining("20002");
        assertThat(village.registry().changes().head()).isEqualTo(before);

        WardReform.Result result = village.registry().wardReform().apply(split(leftHalf, rightHalf), council);
        assertThat(result.addresses()).isEqualTo(3);
        assertThat(ward(left, SPLIT)).isEqualTo("20001");
        assertThat(ward(right, SPLIT)).isEqualTo("20002");
        assertThat(ward(outside, SPLIT)).isEqualTo("20002");
        assertThat(ward(other, SPLIT)).isEqualTo(Village.WEST);
        for (Code code : List.of(left, right, outside)) {
            assertThat(ward(code, SPLIT.minusDays(1))).isEqualTo(Village.EAST);
        }
        assertThat(village.database()
                        .jdbc()
                        .queryForList("SELECT DISTINCT kind FROM registry.place_succession", String.class))
                .containsExactly("split");
        assertThat(village.registry()
                        .wardReform()
                        .apply(split(leftHalf, rightHalf), council)
                        .addresses())
                .isZero();
    }
}
