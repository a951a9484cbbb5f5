package org.diachi.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.diachi.search.text.Form;
import org.junit.jupiter.api.Test;

class StreetsTest {

    private final Streets streets = new Streets(
            List.of(card("lê lợi", 1, 40), card("lê lợi", 2, 2), card("lê duẩn", 1, 10), card("nguyễn huệ", 1, 30)));

    private static StreetCard card(String key, long ward, int addresses) {
        return new StreetCard(key, key, ward, addresses, 0, 0);
    }

    private List<String> folds(int... found) {
        return Arrays.stream(found).mapToObj(i -> streets.get(i).fold()).toList();
    }

    @Test
    void aStreetIsOneThroughAllItsWards() {
        assertThat(streets.size()).isEqualTo(3);
        Street leLoi = streets.get(streets.with("loi")[0]);
        assertThat(leLoi.parts()).hasSize(2);
        assertThat(leLoi.addresses()).isEqualTo(42);
    }

    @Test
    void isFoundByItsWordsAloneAndRunTogether() {
        assertThat(folds(streets.with("le"))).containsExactlyInAnyOrder("le loi", "le duan");
        assertThat(folds(streets.with("leloi"))).containsExactly("le loi");
        assertThat(folds(streets.with("lo"))).isEmpty();
        assertThat(streets.has("hue")).isTrue();
        assertThat(streets.has("huê")).as("words are without marks").isFalse();
    }

    @Test
    void isFoundByTheBeginningOfAWord() {
        TreeSet<String> begun = new TreeSet<>();
        streets.begun("l").forEach(some -> begun.addAll(folds(some)));
        assertThat(begun).containsExactly("le duan", "le loi");
    }

    @Test
    void isFoundByMisspeltWords() {
        TreeSet<String> words = new TreeSet<>();
        streets.forEachLike(Form.of("ngyuễn"), (word, likeness) -> words.add(word));
        assertThat(words).containsExactly("nguyen");
    }

    @Test
    void rareWordsTellMore() {
        assertThat(streets.rarity("loi")).isGreaterThan(streets.rarity("le"));
        assertThat(streets.telling("hue")).isEqualTo(1);
        assertThat(streets.telling("le")).isLessThan(streets.telling("loi"));
        assertThat(streets.telling("unheard")).isEqualTo(1);
    }
}
