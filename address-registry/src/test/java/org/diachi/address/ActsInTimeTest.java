package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.address.RegisterFixture.building;
import static org.diachi.address.RegisterFixture.business;
import static org.diachi.address.RegisterFixture.by;
import static org.diachi.address.RegisterFixture.on;
import static org.diachi.address.RegisterFixture.registration;

import java.util.List;
import java.util.Objects;
import org.diachi.change.ActContext;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each act does on the legal and on the recorded axis. */
class ActsInTimeTest {

    @RegisterExtension
    static final RegisterFixture register = new RegisterFixture();

    private static final AddressPatch NUMBER_14 = AddressPatch.EMPTY.houseNumber("14");

    private static Subject the(Code code) {
        return Subject.of(code);
    }

    @Test
    void aChangeHoldsFromItsDayOnAndWasNotKnownBefore() {
        Code code = register.register(building("12", 0, 0), "2020-01-01");
        long before = register.now();
        register.act(on("2022-01-01"), acts -> acts.change(the(code), NUMBER_14));

        assertThat(register.state(code, "2019-12-31")).isEqualTo("-");
        assertThat(register.state(code, "2021-12-31")).isEqualTo("v2 current 12 Lê Lợi");
        assertThat(register.state(code, "2022-01-01")).isEqualTo("v2 current 14 Lê Lợi");
        assertThat(register.state(code, "2022-01-01", before)).isEqualTo("v1 current 12 Lê Lợi");
    }

    @Test
    void aCorrectionHoldsForAllThatWasSaidWronglyAndKeepsThePeriods() {
        Code code = register.register(building("16", 20, 0), "2020-01-01");
        register.act(on("2021-01-01"), acts -> acts.change(the(code), AddressPatch.EMPTY.name("Nhà A")));
        long before = register.now();
        register.act(on("2021-06-01"), acts -> acts.correct(the(code), AddressPatch.EMPTY.houseNumber("18")));

        assertThat(register.state(code, "2020-06-01")).isEqualTo("v3 current 18 Lê Lợi");
        assertThat(register.state(code, "2021-06-01")).isEqualTo("v3 current Nhà A 18 Lê Lợi");
        assertThat(register.state(code, "2020-06-01", before)).isEqualTo("v2 current 16 Lê Lợi");
        assertThat(register.object(code, "2021-06-01").valid().from()).isEqualTo(RegisterFixture.day("2021-01-01"));
    }

    @Test
    void aCorrectionLeavesAloneWhatTheRegisterSaidOtherwise() {
        Code code = register.register(building("20", 40, 0), "2020-01-01");
        register.act(on("2022-01-01"), acts -> acts.change(the(code), AddressPatch.EMPTY.houseNumber("22")));
        register.act(on("2020-05-01"), acts -> acts.correct(the(code), AddressPatch.EMPTY.houseNumber("20A")));

        assertThat(register.state(code, "2020-01-01")).isEqualTo("v3 current 20A Lê Lợi");
        assertThat(register.state(code, "2022-01-01")).isEqualTo("v2 current 22 Lê Lợi");
    }

    @Test
    void aBackDatedChangeDoesNotUndoWhatIsKnownOfLaterDays() {
        Code code = register.register(building("24", 60, 0), "2015-01-01");
        register.act(on("2020-01-01"), acts -> acts.change(the(code), AddressPatch.EMPTY.houseNumber("26")));
        register.act(on("2018-01-01"), acts -> acts.change(the(code), AddressPatch.EMPTY.houseNumber("24B")));

        assertThat(register.state(code, "2017-12-31")).isEqualTo("v3 current 24 Lê Lợi");
        assertThat(register.state(code, "2018-01-01")).isEqualTo("v3 current 24B Lê Lợi");
        assertThat(register.state(code, "2020-01-01")).isEqualTo("v2 current 26 Lê Lợi");
    }

    @Test
    void aBackDatedChangeInOneRespectGoesOnThroughLaterChangesInOthers() {
        Code code = register.register(building("28", 80, 0), "2015-01-01");
        register.act(on("2020-01-01"), acts -> acts.change(the(code), AddressPatch.EMPTY.houseNumber("30")));
        register.act(on("2018-01-01"), acts -> acts.change(the(code), AddressPatch.EMPTY.name("Chợ")));

        assertThat(register.state(code, "2019-01-01")).isEqualTo("v3 current Chợ 28 Lê Lợi");
        assertThat(register.state(code, "2020-01-01")).isEqualTo("v3 current Chợ 30 Lê Lợi");
    }

    @Test
    void aFutureDatedRetirementIsKnownTodayAndHoldsOnItsDay() {
        Code code = register.register(building("32", 100, 0), "2020-01-01");
        register.act(on("2090-01-01"), acts -> acts.retire(the(code)));

        assertThat(register.state(code, "2089-12-31")).isEqualTo("v2 current 32 Lê Lợi");
        assertThat(register.state(code, "2090-01-01")).isEqualTo("v2 retired 32 Lê Lợi");
    }

    @Test
    void whatIsLearntLateOfTheTimeBeforeARetirementCanStillBeSaid() {
        Code code = register.register(building("34", 120, 0), "2015-01-01");
        register.act(on("2020-01-01"), acts -> acts.retire(the(code)));
        register.act(on("2018-01-01"), acts -> acts.change(the(code), AddressPatch.EMPTY.houseNumber("34A")));

        assertThat(register.state(code, "2019-01-01")).isEqualTo("v3 current 34A Lê Lợi");
        assertThat(register.state(code, "2020-01-01")).isEqualTo("v3 retired 34A Lê Lợi");
    }

    @Test
    void aProposalComesIntoForceByAnotherPersonsApproval() {
        Code code = Objects.requireNonNull(register.act(
                        by("clerk", "2021-01-01"), acts -> acts.propose(registration(building("36", 140, 0))))
                .code());
        register.act(by("head", "2021-02-01"), acts -> acts.approve(the(code)));

        assertThat(register.state(code, "2021-01-15")).isEqualTo("v2 proposed 36 Lê Lợi");
        assertThat(register.state(code, "2021-02-01")).isEqualTo("v2 current 36 Lê Lợi");
        assertThat(register.logOf(code)).containsExactly("propose 1", "approve 2");
    }

    @Test
    void aRejectedProposalKeepsItsCode() {
        Code code = Objects.requireNonNull(register.act(
                        by("clerk", "2021-01-01"), acts -> acts.propose(registration(building("38", 160, 0))))
                .code());
        register.act(by("head", "2021-02-01"), acts -> acts.reject(the(code)));

        assertThat(register.state(code, "2030-01-01")).isEqualTo("v2 rejected 38 Lê Lợi");
    }

    @Test
    void aBusinessMovesWithItsAddressFromADayOn() {
        Code old = register.register(building("40", 180, 0), "2019-01-01");
        Code next = register.register(building("42", 200, 0), "2019-01-01");
        Code shop = register.register(business("Phở Bò", 180, 0, null), "2020-01-01");
        register.act(on("2021-01-01"), acts -> acts.relocate(the(shop), next, AddressPatch.EMPTY));

        assertThat(register.object(shop, "2020-12-31").locatedAt()).isEqualTo(old);
        assertThat(register.object(shop, "2021-01-01").locatedAt()).isEqualTo(next);
        assertThat(register.object(shop, "2021-01-01").houseNumber()).isEqualTo("42");
        assertThat(register.object(shop, "2021-01-01").position())
                .isEqualTo(register.object(next, "2021-01-01").position());
    }

    @Test
    void aBuildingGetsAnEntranceFromADayOn() {
        Code code = register.register(building("44", 220, 0), "2019-01-01");
        Part door = new Part(Part.ENTRANCE, null, "44B", "Lê Lợi", 561220.0, 1820996.0, null);
        register.act(on("2020-01-01"), acts -> acts.addPart(the(code), door));

        assertThat(register.object(code, "2019-12-31").parts()).isEmpty();
        assertThat(register.object(code, "2020-01-01").parts()).containsExactly(door);
    }

    @Test
    void anExternalIdIsKnownFromItsActOnAndForgottenFromAnother() {
        Code code = register.register(building("46", 240, 0), "2019-01-01");
        ExternalId id = new ExternalId("vpostcode", "A1B2");
        long before = register.now();
        register.act(on("2020-01-01"), acts -> acts.attachId(the(code), id));
        long with = register.now();
        register.act(on("2020-01-01"), acts -> acts.detachId(the(code), id));

        assertThat(List.of(before, with, register.now()))
                .extracting(seq -> register.registry()
                        .addressReader()
                        .find(code, new org.diachi.change.Snapshot(RegisterFixture.day("2020-01-01"), seq))
                        .orElseThrow()
                        .externalIds())
                .containsExactly(List.of(), List.of(id), List.of());
        assertThat(register.logOf(code)).containsExactly("register 1", "attachId 2", "detachId 3");
    }

    @Test
    void averificationIsAFactOfItsDay() {
        Code code = register.register(building("48", 260, 0), "2019-01-01");
        register.act(on("2023-03-01"), acts -> acts.verify(the(code)));

        assertThat(register.object(code, "2023-02-28").details()).isNull();
        assertThat(register.object(code, "2023-03-01").details()).contains("2023-03-01");
    }

    @Test
    void theHistoryTellsWhoWhenWhyAndWhatWasBelieved() {
        Code code = register.register(building("50", 280, 0), "2020-01-01");
        register.act(
                new ActContext("hoa", RegisterFixture.day("2021-01-01"), "renumbered", "12/QĐ-UBND", null),
                acts -> acts.change(the(code), AddressPatch.EMPTY.houseNumber("52")));

        List<AddressHistory.Entry> history =
                register.registry().addressHistory().list(code, Long.MAX_VALUE);
        assertThat(history)
                .extracting(entry -> entry.act().label(), AddressHistory.Entry::actor, AddressHistory.Entry::document)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("register", "officer", "Decision 1/QĐ"),
                        org.assertj.core.groups.Tuple.tuple("change", "hoa", "12/QĐ-UBND"));
        assertThat(history.get(0).states()).singleElement().satisfies(state -> {
            assertThat(state.houseNumber()).isEqualTo("50");
            assertThat(state.ended()).isEqualTo(history.get(1).seq());
        });
        assertThat(history.get(1).states())
                .extracting(AddressHistory.State::houseNumber)
                .containsExactly("50", "52");
    }
}
