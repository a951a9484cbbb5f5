package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.address.RegisterFixture.building;
import static org.diachi.address.RegisterFixture.day;
import static org.diachi.address.RegisterFixture.on;
import static org.diachi.address.RegisterFixture.row;

import java.util.List;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Objects that follow one another: what ends answers for ever and names what came after it. */
class SuccessionTest {

    @RegisterExtension
    static final RegisterFixture register = new RegisterFixture();

    private static final String LATER = "2030-01-01";

    @Test
    void aSplitRetiresTheOneAndBeginsTheSeveral() {
        Code old = register.register(building("2", 0, 0), "2020-01-01");
        ActResult split = register.act(
                on("2022-01-01"),
                acts -> acts.split(Subject.of(old), List.of(building("2A", 0, 0), building("2B", 20, 0))));

        assertThat(split.created()).hasSize(2).doesNotContain(old);
        assertThat(register.state(old, "2021-12-31")).isEqualTo("v2 current 2 Lê Lợi");
        assertThat(register.state(old, "2022-01-01")).isEqualTo("v2 retired 2 Lê Lợi");
        assertThat(register.object(old, LATER).successors())
                .extracting(Lineage::code)
                .containsExactlyInAnyOrderElementsOf(split.created());
        for (Code part : split.created()) {
            assertThat(register.state(part, "2021-12-31")).isEqualTo("-");
            assertThat(register.object(part, LATER).predecessors())
                    .containsExactly(new Lineage(old, "split", day("2022-01-01")));
        }
        assertThat(register.logOf(old)).containsExactly("register 1", "split 2");
        assertThat(register.logOf(split.created().get(0))).containsExactly("split 1");
    }

    @Test
    void aMergerRetiresTheSeveralAndBeginsTheOne() {
        Code left = register.register(building("4", 40, 0), "2020-01-01");
        Code right = register.register(building("6", 60, 0), "2020-01-01");
        ActResult merged = register.act(
                on("2022-01-01"),
                acts -> acts.merge(List.of(Subject.of(left), Subject.of(right)), building("4-6", 50, 0)));

        assertThat(merged.created()).containsExactly(merged.code());
        assertThat(register.object(merged.code(), LATER).predecessors())
                .extracting(Lineage::code)
                .containsExactlyInAnyOrder(left, right);
        assertThat(register.state(left, LATER)).startsWith("v2 retired");
        assertThat(register.state(right, LATER)).startsWith("v2 retired");
    }

    @Test
    void whatIsBuiltAnewOnTheSameGroundGetsANewCode() {
        Code old = register.register(building("8", 80, 0), "2000-01-01");
        ActResult rebuilt = register.act(on("2022-01-01"), acts -> acts.rebuild(Subject.of(old), building("8", 80, 0)));

        Code next = rebuilt.created().get(0);
        assertThat(register.object(old, LATER).successors())
                .containsExactly(new Lineage(next, "rebuild", day("2022-01-01")));
        assertThat(register.state(next, LATER)).isEqualTo("v1 current 8 Lê Lợi");
    }

    @Test
    void twoCodesOfOneThingAreUnitedUnderOneWithAllIds() {
        Code kept = register.register(building("10", 100, 0), "2020-01-01");
        Outcome doubled =
                register.act(on("2020-01-01"), acts -> acts.register(row("10", 1, building("10 bis", 120, 0))));
        ActResult united =
                register.act(on("2022-01-01"), acts -> acts.unite(Subject.of(doubled.code()), Subject.of(kept)));

        assertThat(united.code()).isEqualTo(kept);
        assertThat(register.object(kept, LATER).externalIds()).containsExactly(new ExternalId("cadastre", "10"));
        assertThat(register.object(doubled.code(), LATER).externalIds()).isEmpty();
        assertThat(register.object(doubled.code(), LATER).successors())
                .containsExactly(new Lineage(kept, "correction", day("2022-01-01")));
        assertThat(register.logOf(kept)).containsExactly("register 1", "merge 2");
    }

    @Test
    void lineageIsKnownOnlyFromItsActOn() {
        Code old = register.register(building("12", 140, 0), "2020-01-01");
        long before = register.now();
        register.act(on("2022-01-01"), acts -> acts.rebuild(Subject.of(old), building("12", 140, 0)));

        AddressObject then = register.registry()
                .addressReader()
                .find(old, new org.diachi.change.Snapshot(day(LATER), before))
                .orElseThrow();
        assertThat(then.successors()).isEmpty();
    }

    @Test
    void aSourceRowOfARetiredObjectDoesNotBringItBack() {
        Outcome first = register.act(on("2020-01-01"), acts -> acts.register(row("14", 1, building("14", 160, 0))));
        register.act(on("2022-01-01"), acts -> acts.retire(Subject.of(first.code())));
        Outcome again = register.act(on("2023-01-01"), acts -> acts.register(row("14", 2, building("14A", 160, 0))));

        assertThat(again.result()).isEqualTo(Outcome.Result.DUPLICATE);
        assertThat(register.state(first.code(), LATER)).startsWith("v2 retired");

        ActResult decided = register.act(on("2023-02-01"), acts -> acts.resolveDifferent(again.duplicateCase()));
        assertThat(decided.code()).isNotEqualTo(first.code());
        assertThat(register.object(decided.code(), LATER).externalIds())
                .containsExactly(new ExternalId("cadastre", "14"));
        assertThat(register.state(decided.code(), "2023-01-01")).isEqualTo("v1 current 14A Lê Lợi");
    }
}
