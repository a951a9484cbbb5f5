package org.diachi.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.diachi.change.ActContext;
import org.diachi.feed.Village;
import org.diachi.value.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.transaction.support.TransactionTemplate;

/** The wards that are held in memory are those of the register, at once after every act. */
class DailyWardsTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final Coordinate PLACE = new Coordinate(561000, 1821000);

    @RegisterExtension
    static final Village village = Village.create();

    private static Reform reform() {
        String outline =
                "MULTIPOLYGON (((560900 1820900, 561200 1820900, 561200 1821100, 560900 1821100, 560900 1820900)))";
        PlaceRow whole = new PlaceRow(
                "whole",
                "20009",
                "ward",
                "Phường",
                "Cả",
                "Phường Cả",
                Period.since(REFORM),
                List.of(),
                List.of(),
                null,
                (MultiPolygon) Village.geometry(outline));
        return new Reform("ward", List.of(whole), List.of(new Reform.Step(Village.EAST, "20009")));
    }

    private static void apply(Reform reform) {
        village.registry().wardReform().apply(reform, new ActContext("council", REFORM, "union", "14/NQ", null));
    }

    private static boolean isWhole(LocalDate day) {
        Wards wards = village.registry().wards(day);
        assertThat(wards.areDrawn()).isEqualTo(wards.findAt(PLACE).isPresent());
        return wards.findByCode("20009").isPresent() && wards.findAt(PLACE).equals(wards.findByCode("20009"));
    }

    @Test
    void aReformIsSeenAtOnceAndOneThatIsTakenBackNever() {
        assertThat(isWhole(REFORM)).isFalse();

        new TransactionTemplate(village.registry().transactionManager()).executeWithoutResult(rehearsal -> {
            apply(reform());
            assertThat(isWhole(REFORM)).isTrue();
            rehearsal.setRollbackOnly();
        });
        assertThat(isWhole(REFORM)).isFalse();

        apply(reform());
        assertThat(isWhole(REFORM)).isTrue();
        assertThat(isWhole(REFORM.minusDays(1))).isFalse();
    }
}
