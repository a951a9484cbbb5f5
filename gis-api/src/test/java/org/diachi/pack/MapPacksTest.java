package org.diachi.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.diachi.TestCity;
import org.diachi.pack.file.IntList;
import org.diachi.pack.grid.Box;
import org.diachi.value.Code;
import org.junit.jupiter.api.Test;

class MapPacksTest {

    private static final Box EVERYTHING =
            new Box(Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final TestCity city = TestCity.get();
    private final MapPacks packs = city.service().getBean(MapPacks.class);

    private boolean isShown(String code, LocalDate day) {
        PackState state = packs.find("addresses").orElseThrow();
        IntList found = new IntList(64);
        state.query(EVERYTHING, Days.of(day), found);
        for (int i = 0; i < found.size(); i++) {
            if (Code.of(state.id(found.get(i))).toString().equals(code)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whatIsRegisteredIsShownAtOnceAndAfterARebuild() {
        String code = city.registerLonely(961).toString();
        city.registry().views().runOnce();
        assertThat(isShown(code, LocalDate.of(2026, 6, 1))).isTrue();
        packs.rebuild();
        assertThat(isShown(code, LocalDate.of(2026, 6, 1))).isTrue();
        assertThat(isShown(code, TestCity.FOUNDED.minusDays(1))).isFalse();
    }

    @Test
    void whatIsRetiredIsShownOfTheDaysBefore() {
        assertThat(isShown(city.house("30"), TestCity.RETIRED.minusDays(1))).isTrue();
        assertThat(isShown(city.house("30"), TestCity.RETIRED)).isFalse();
    }

    @Test
    void thePacksAreWhatTheRegisterSays() {
        city.registerLonely(962);
        city.registry().views().runOnce();
        assertThat(packs.verify()).isEmpty();
    }

    @Test
    void anotherNodeFindsTheFilesAndCatchesUp() {
        city.registerLonely(963);
        MapPacks other = new MapPacks(city.registry());
        assertThat(other.position()).isNotNegative();
        other.catchUp(city.registry().changes().head());
        assertThat(other.verify()).isEmpty();
        other.close();
    }

    @Test
    void allLayersOfOnePictureTogetherMustNotBeTooMuchToBeRead() {
        long now = city.registry().changes().head();
        PackLayer zones = packs.find("zones").orElseThrow().layer();
        GroundPart everything = new GroundPart(null, Days.of(LocalDate.of(2026, 6, 1)));
        int count = new RegisterStates(city.registry())
                .read(everything)
                .known(zones, now, false)
                .rows()
                .size();
        assertThat(count).isPositive();
        RegisterStates.Reading reading = new RegisterStates(city.registry(), 2 * count - 1).read(everything);
        assertThat(reading.known(zones, now, false).rows().size()).isEqualTo(count);
        assertThatExceptionOfType(TooMuchGroundException.class)
                .isThrownBy(() -> reading.known(zones, now, false))
                .withMessageContaining("smaller part");
    }

    @Test
    void restrictedLayersAreNotInThem() {
        assertThat(packs.find("zones")).isPresent();
        assertThat(packs.find("flood-lines")).isEmpty();
    }
}
