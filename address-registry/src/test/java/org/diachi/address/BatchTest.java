package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diachi.address.RegisterFixture.building;
import static org.diachi.address.RegisterFixture.by;
import static org.diachi.address.RegisterFixture.on;
import static org.diachi.address.RegisterFixture.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.diachi.value.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many acts in one transaction: all or none, or each for itself. */
class BatchTest {

    @RegisterExtension
    static final RegisterFixture register = new RegisterFixture();

    @Test
    void oneRefusedActUndoesTheWholeBatch() {
        Code house = register.register(building("2", 0, 0), "2020-01-01");
        long head = register.now();
        assertThatThrownBy(() -> register.act(on("2021-01-01"), acts -> {
                    acts.verify(Subject.of(house));
                    acts.register(registration(building("4", 20, 0)));
                    return acts.retire(Subject.of(Code.of(9)));
                }))
                .isInstanceOf(ActRefusedException.class);

        assertThat(register.now()).isEqualTo(head);
        assertThat(register.state(house, "2022-01-01")).startsWith("v1");
    }

    @Test
    void laterActsOfABatchSeeTheEarlierOnes() {
        Code house = register.register(building("6", 40, 0), "2020-01-01");
        register.act(on("2021-01-01"), acts -> {
            acts.change(new Subject(house, 1), AddressPatch.EMPTY.houseNumber("6A"));
            return acts.change(new Subject(house, 2), AddressPatch.EMPTY.name("Nhà"));
        });
        assertThat(register.state(house, "2022-01-01")).isEqualTo("v3 current Nhà 6A Lê Lợi");
    }

    @Test
    void attemptedActsAreRefusedOneByOneAndLeaveNoGap() {
        Code house = register.register(building("8", 60, 0), "2020-01-01");
        List<Function<AddressActs, Object>> wanted = List.of(
                acts -> acts.register(registration(building("10", 80, 0))),
                acts -> acts.split(Subject.of(house), List.of(building("8A", 60, 0), building("10", 80, 0))),
                acts -> acts.retire(Subject.of(Code.of(9))),
                acts -> acts.verify(Subject.of(house)),
                acts -> acts.register(registration(building("12", 100, 0))));
        long head = register.now();
        List<String> results = register.act(on("2021-01-01"), acts -> {
            List<String> answers = new ArrayList<>();
            for (Function<AddressActs, Object> act : wanted) {
                try {
                    acts.attempt(act);
                    answers.add("done");
                } catch (ActRefusedException e) {
                    answers.add(e.rule().label());
                }
            }
            return answers;
        });

        assertThat(results).containsExactly("done", "duplicate", "unknownCode", "done", "done");
        assertThat(register.now()).isEqualTo(head + 3);
        assertThat(register.count("SELECT count(*) FROM registry.change WHERE seq > ?", head))
                .isEqualTo(3);
        assertThat(register.state(house, "2022-01-01")).startsWith("v2 current");
        assertThat(register.count("SELECT codes_issued FROM registry.log_head"))
                .isEqualTo(register.count("SELECT count(DISTINCT code) FROM registry.address_version"));
    }

    @Test
    void eachActOfABatchHasItsOwnActorDayAndReason() {
        Code house = register.register(building("14", 120, 0), "2020-01-01");
        register.act(on("2021-01-01"), acts -> {
            acts.under(by("hoa", "2021-05-01")).verify(Subject.of(house));
            return acts.under(by("minh", "2021-06-01")).verify(Subject.of(house));
        });
        assertThat(register.registry().addressHistory().list(house, Long.MAX_VALUE))
                .extracting(AddressHistory.Entry::actor)
                .containsExactly("officer", "hoa", "minh");
    }
}
