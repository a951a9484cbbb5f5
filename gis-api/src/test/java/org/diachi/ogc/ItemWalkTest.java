package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.diachi.value.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole collection is read in batches, each while the one before is written. */
class ItemWalkTest {

    private static final Period ALWAYS = new Period(LocalDate.of(2025, 7, 1), null);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1999, 2000, 2001, 4000, 10_500})
    void everythingIsMetOnceAndLittleIsHeld(int count) throws IOException {
        List<Integer> met = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Integer> metWhenAsked = java.util.Collections.synchronizedList(new ArrayList<>());
        ItemQuery query = new ItemQuery(ALWAYS, 1, null, Map.of(), new Wish(null, Set.of(), List.of()), null);
        new ItemWalk(query, (rest, limit) -> {
                    metWhenAsked.add(met.size());
                    int from = rest.after() == null ? 0 : Integer.parseInt(rest.after());
                    // At most the batch that is being written, and the one that is being read.
                    assertThat(from).isBetween(met.size(), met.size() + 2000);
                    return IntStream.rangeClosed(from + 1, Math.min(count, from + limit))
                            .mapToObj(ItemWalkTest::item)
                            .toList();
                })
                .each(item -> met.add(Integer.valueOf(item.id())));
        assertThat(met).isEqualTo(IntStream.rangeClosed(1, count).boxed().toList());
        assertThat(metWhenAsked).hasSize(count / 2000 + 1);
    }

    private static Item item(int id) {
        return new Item(String.valueOf(id), 1, 1, ALWAYS, null, Map::of, (json, crs) -> {});
    }
}
