package org.diachi.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.diachi.change.ActContext;
import org.diachi.feed.Village;
import org.diachi.place.Reform;
import org.diachi.view.counts.AddressCounts.Count;
import org.diachi.view.extent.CollectionExtents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Envelope;

/** Views follow the log, agree with the truth after every act, and fail alone. */
class ViewRunnerTest {

    private static final LocalDate MERGED = LocalDate.of(2025, 7, 1);

    @RegisterExtension
    static final Village village = Village.create();

    private final ViewRunner views = village.registry().views();

    @Test
    void followTheLogAndAgreeWithTheTruth() {
        views.runOnce();
        assertThat(views.verify()).isEmpty();
        long east = village.ward(Village.EAST, Village.FOUNDED);
        long west = village.ward(Village.WEST, Village.FOUNDED);
        village.register(Village.building(east, "1", 561000, 1821000), "a");
        village.register(Village.building(west, "2", 561100, 1821000), "b");
        village.register(Village.building(west, "3", 561200, 1821000), "c");
        views.runOnce();
        assertThat(views.verify()).isEmpty();
        assertThat(village.registry().collectionExtents().find(CollectionExtents.ADDRESSES))
                .hasValueSatisfying(
                        extent -> assertThat(extent.box()).isEqualTo(new Envelope(560996, 561204, 1820996, 1821004)));

        village.registry()
                .wardReform()
                .apply(
                        new Reform("ward", List.of(), List.of(new Reform.Step(Village.WEST, Village.EAST))),
                        ActContext.of("council", MERGED));
        assertThat(views.verify())
                .as("views are compared as of their own position")
                .isEmpty();
        views.runOnce();
        assertThat(views.verify()).isEmpty();
        assertThat(village.registry().addressCounts().list(MERGED.minusDays(1)))
                .extracting(Count::ward, Count::objects)
                .containsExactly(tuple(east, 1L), tuple(west, 2L));
        assertThat(village.registry().addressCounts().list(MERGED))
                .extracting(Count::ward, Count::objects)
                .containsExactly(tuple(east, 3L));
        assertThat(views.status()).allSatisfy(status -> assertThat(status.lag()).isZero());
        spoil();
    }

    /** A view that somebody has tampered with is found out, and is as good as new once it is rebuilt. */
    private void spoil() {
        village.database().jdbc().update("UPDATE view.address_counts SET gained = gained + 1 WHERE day = ?", MERGED);
        village.database().jdbc().update("UPDATE view.collection_extents SET x_max = 0 WHERE collection = 'places'");
        assertThat(views.verify())
                .isNotEmpty()
                .allMatch(difference -> difference.startsWith("address-counts: ward")
                        || difference.startsWith("collection-extents: places"));
        views.views().forEach(View::rebuild);
        assertThat(views.verify()).isEmpty();
    }

    @Test
    void failAlone() {
        ViewRunner runner = new ViewRunner(
                village.registry().changes(),
                List.of(new Broken(), village.registry().addressCounts()));
        runner.runOnce();
        assertThat(runner.status())
                .extracting(ViewStatus::name, ViewStatus::position, ViewStatus::failure)
                .containsExactly(
                        tuple("broken", -1L, "out of order"),
                        tuple("address-counts", village.registry().changes().head(), null));
        runner.close();
    }

    private static final class Broken implements View {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Coverage coverage() {
            return Coverage.ofStates(Subject.PLACE);
        }

        @Override
        public long position() {
            return -1;
        }

        @Override
        public void rebuild() {
            throw new IllegalStateException("out of order");
        }

        @Override
        public void catchUp(long seq) {
            throw new IllegalStateException("out of order");
        }

        @Override
        public List<String> verify() {
            return List.of();
        }
    }
}
