package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diachi.address.RegisterFixture.building;
import static org.diachi.address.RegisterFixture.by;
import static org.diachi.address.RegisterFixture.on;
import static org.diachi.address.RegisterFixture.registration;
import static org.diachi.address.RegisterFixture.row;

import java.util.List;
import org.diachi.address.DuplicateCase.State;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What looks like a registered object waits until an officer says what it is. */
class DuplicateQueueTest {

    @RegisterExtension
    static final RegisterFixture register = new RegisterFixture();

    private static Outcome submit(Registration registration) {
        return register.registry()
                .addressRegister()
                .register(List.of(registration), RegistrationRules.STRICT, on("2021-01-01"))
                .get(0);
    }

    private static DuplicateCase theCase(Outcome outcome) {
        return register.registry().duplicates().find(outcome.duplicateCase()).orElseThrow();
    }

    @Test
    void whatIsHeldBackIsKeptWhole() {
        Code house = register.register(building("2", 0, 0), "2020-01-01");
        Registration like = row("a2", 7, building("2", 2, 0));
        Outcome held = submit(like);

        assertThat(held.result()).isEqualTo(Outcome.Result.DUPLICATE);
        DuplicateCase waiting = theCase(held);
        assertThat(waiting.state()).isEqualTo(State.OPEN);
        assertThat(waiting.registration()).isEqualTo(like);
        assertThat(waiting.candidates())
                .containsExactly(new DuplicateCandidate(house, DuplicateCandidate.Rule.OVERLAP));
        assertThat(register.registry().duplicates().list(DuplicateQueue.Query.OPEN, 100))
                .extracting(DuplicateCase::id)
                .contains(waiting.id());
    }

    @Test
    void theSameRowAgainOpensNoSecondCase() {
        register.register(building("4", 20, 0), "2020-01-01");
        Outcome first = submit(row("a4", 1, building("4", 22, 0)));
        Outcome again = submit(row("a4", 1, building("4", 22, 0)));
        Outcome changed = submit(row("a4", 2, building("4", 21, 0)));

        assertThat(List.of(again.duplicateCase(), changed.duplicateCase())).containsOnly(first.duplicateCase());
        assertThat(theCase(first).registration().source().fingerprint()).isEqualTo(2);
    }

    @Test
    void theSameSingleRegistrationAgainOpensNoSecondCase() {
        register.register(building("6", 40, 0), "2020-01-01");
        Outcome first = submit(registration(building("6", 42, 0)));
        Outcome again = submit(registration(building("6", 42, 0)));
        Outcome other = submit(registration(building("6", 41, 0)));

        assertThat(again.duplicateCase()).isEqualTo(first.duplicateCase());
        assertThat(other.duplicateCase()).isNotEqualTo(first.duplicateCase());
    }

    @Test
    void sameGivesTheRowsIdToTheCandidate() {
        Code house = register.register(building("8", 60, 0), "2020-01-01");
        Outcome held = submit(row("a8", 1, building("8", 62, 0)));
        register.act(by("head", "2021-02-01"), acts -> acts.resolveSame(held.duplicateCase(), house));

        assertThat(register.object(house, "2022-01-01").externalIds())
                .containsExactly(new ExternalId("cadastre", "a8"));
        assertThat(submit(row("a8", 1, building("8", 62, 0))).result()).isEqualTo(Outcome.Result.SAME);
        assertThat(theCase(held).state()).isEqualTo(State.SAME);
        assertThat(theCase(held).resolution().by()).isEqualTo("head");
        assertThat(theCase(held).resolution().code()).isEqualTo(house);
    }

    @Test
    void differentGivesTheRowACodeOfItsOwn() {
        Code house = register.register(building("10", 80, 0), "2020-01-01");
        Outcome held = submit(row("a10", 1, building("10", 82, 0)));
        ActResult decided = register.act(on("2021-02-01"), acts -> acts.resolveDifferent(held.duplicateCase()));

        assertThat(decided.code()).isNotEqualTo(house);
        assertThat(register.state(decided.code(), "2021-01-01")).isEqualTo("v1 current 10 Lê Lợi");
        assertThat(submit(row("a10", 1, building("10", 82, 0))).code()).isEqualTo(decided.code());
    }

    @Test
    void mergeUnitesTwoCandidatesAndTheRow() {
        Code left = register.register(building("12", 100, 0), "2020-01-01");
        Code right = register.register(building("14", 110, 0), "2020-01-01");
        Outcome held = submit(row("a12", 1, wide("12", 95, 115)));
        assertThat(held.candidates()).extracting(DuplicateCandidate::code).contains(left, right);
        register.act(
                on("2021-02-01"), acts -> acts.resolveMerge(held.duplicateCase(), Subject.of(right), Subject.of(left)));

        assertThat(register.state(right, "2022-01-01")).startsWith("v2 retired");
        assertThat(register.object(left, "2022-01-01").externalIds())
                .containsExactly(new ExternalId("cadastre", "a12"));
        assertThat(theCase(held).state()).isEqualTo(State.MERGED);
    }

    private static AddressContent wide(String number, int x1, int x2) {
        AddressContent house = building(number, (x1 + x2) / 2, 0);
        String wkt = "POLYGON ((%d 1820995, %d 1820995, %d 1821005, %d 1821005, %d 1820995))";
        int left = 561000 + x1;
        int right = 561000 + x2;
        return AddressPatch.EMPTY
                .placing(
                        house.quality(),
                        house.position(),
                        RegisterFixture.wkt(wkt.formatted(left, right, right, left, left)))
                .apply(house);
    }

    @Test
    void aCaseIsDecidedOnceAndOnItsCandidates() {
        Code house = register.register(building("16", 140, 0), "2020-01-01");
        Code stranger = register.register(building("18", 160, 0), "2020-01-01");
        Outcome held = submit(row("a16", 1, building("16", 142, 0)));
        long id = held.duplicateCase();

        assertThatThrownBy(() -> register.act(on("2021-02-01"), acts -> acts.resolveSame(id, stranger)))
                .isInstanceOfSatisfying(
                        ActRefusedException.class,
                        e -> assertThat(e.rule()).isEqualTo(ActRefusedException.Rule.NOT_A_CANDIDATE));
        register.act(on("2021-02-01"), acts -> acts.resolveSame(id, house));
        assertThatThrownBy(() -> register.act(on("2021-02-01"), acts -> acts.resolveDifferent(id)))
                .isInstanceOfSatisfying(
                        ActRefusedException.class,
                        e -> assertThat(e.rule()).isEqualTo(ActRefusedException.Rule.CASE_RESOLVED));
        assertThatThrownBy(() -> register.act(on("2021-02-01"), acts -> acts.resolveDifferent(999_999)))
                .isInstanceOfSatisfying(
                        ActRefusedException.class,
                        e -> assertThat(e.rule()).isEqualTo(ActRefusedException.Rule.UNKNOWN_CASE));
    }
}
