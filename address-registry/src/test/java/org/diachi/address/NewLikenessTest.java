package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.diachi.address.RegisterFixture.building;
import static org.diachi.address.RegisterFixture.on;
import static org.diachi.address.RegisterFixture.point;
import static org.diachi.address.RegisterFixture.square;

import java.util.List;
import java.util.function.Function;
import org.diachi.address.ActRefusedException.Rule;
import org.diachi.value.Code;
import org.diachi.value.PositionQuality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing gets the address or the ground of another by a change or a correction. */
class NewLikenessTest {

    private static final String DAY = "2025-07-01";
    private static final String LATER = "2025-09-01";

    private final RegisterFixture register = new RegisterFixture();
    private final Code one = register.register(building("1", 0, 0), DAY);
    private final Code two = register.register(building("2", 50, 0), DAY);

    @AfterEach
    void close() {
        register.close();
    }

    private ActRefusedException refusal(Function<AddressActs, ?> act) {
        long before = register.now();
        ActRefusedException refused =
                catchThrowableOfType(ActRefusedException.class, () -> register.act(on(LATER), act));
        assertThat(refused).isNotNull();
        assertThat(refused.rule()).isEqualTo(Rule.DUPLICATE);
        assertThat(register.now()).isEqualTo(before);
        return refused;
    }

    @Test
    void aNumberThatIsTakenIsRefusedWithItsBearer() {
        AddressPatch taken = AddressPatch.EMPTY.houseNumber("số 1");
        DuplicateCandidate bearer = new DuplicateCandidate(one, DuplicateCandidate.Rule.SAME_ADDRESS);
        assertThat(refusal(acts -> acts.change(Subject.of(two), taken)).candidates())
                .containsExactly(bearer);
        assertThat(refusal(acts -> acts.correct(Subject.of(two), taken)).candidates())
                .containsExactly(bearer);
    }

    @Test
    void groundThatIsTakenIsRefusedWithWhatStandsOnIt() {
        AddressContent there = building("2", 1, 0);
        AddressPatch moved =
                AddressPatch.EMPTY.placing(new PositionQuality("survey", 0.1), there.position(), there.shape());
        assertThat(refusal(acts -> acts.correct(Subject.of(two), moved)).candidates())
                .containsExactly(new DuplicateCandidate(one, DuplicateCandidate.Rule.OVERLAP));
    }

    @Test
    void aNumberIsFreeAgainWhenItsBearerIsRetired() {
        register.act(on(DAY), acts -> acts.retire(Subject.of(one)));
        register.act(on(LATER), acts -> acts.change(Subject.of(two), AddressPatch.EMPTY.houseNumber("1")));
        assertThat(register.state(two, LATER)).isEqualTo("v2 current 1 Lê Lợi");
    }

    @Test
    void whatLookedAlikeBeforeMayBeChangedInOtherRespects() {
        register.act(on(LATER), acts -> acts.change(Subject.of(two), AddressPatch.EMPTY.name("Nhà Hai")));
        // As an import that accepts overlaps leaves it.
        register.registry()
                .addressRegister()
                .register(
                        List.of(RegisterFixture.registration(building("3", 2, 0))),
                        new RegistrationRules(false, false, true),
                        on(DAY));
        register.act(on(LATER), acts -> acts.change(Subject.of(one), AddressPatch.EMPTY.houseNumber("1A")));
        assertThat(register.state(one, LATER)).isEqualTo("v2 current 1A Lê Lợi");
    }

    @Test
    void twoNumbersAreExchangedInOneTransaction() {
        register.act(on(LATER), acts -> {
            acts.change(Subject.of(one), AddressPatch.EMPTY.houseNumber(null));
            acts.change(Subject.of(two), AddressPatch.EMPTY.houseNumber("1"));
            return acts.change(Subject.of(one), AddressPatch.EMPTY.houseNumber("2"));
        });
        assertThat(register.state(one, LATER)).isEqualTo("v3 current 2 Lê Lợi");
        assertThat(register.state(two, LATER)).isEqualTo("v2 current 1 Lê Lợi");
    }

    @Test
    void aSquareMayMoveWhereNoOtherIs() {
        Code square = register.register(square("Chợ", 200, 0), DAY);
        AddressPatch moved = AddressPatch.EMPTY.placing(new PositionQuality("survey", 0.1), point(0, 0), point(0, 0));
        register.act(on(LATER), acts -> acts.change(Subject.of(square), moved));
        assertThat(register.version(square)).isEqualTo(2);
    }
}
