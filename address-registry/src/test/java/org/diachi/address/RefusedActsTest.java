package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.diachi.address.RegisterFixture.building;
import static org.diachi.address.RegisterFixture.business;
import static org.diachi.address.RegisterFixture.by;
import static org.diachi.address.RegisterFixture.on;
import static org.diachi.address.RegisterFixture.registration;
import static org.diachi.address.RegisterFixture.square;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.diachi.change.ActContext;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Acts that do not apply: each is refused by a named rule, says what to do, and leaves no trace. */
class RefusedActsTest {

    @RegisterExtension
    static final RegisterFixture register = new RegisterFixture();

    private static int street;

    private static Code house() {
        street += 20;
        return register.register(building("1/" + street, street, 500), "2020-01-01");
    }

    private static Code proposal() {
        street += 20;
        return Objects.requireNonNull(register.act(
                        by("clerk", "2020-01-01"),
                        acts -> acts.propose(registration(building("1/" + street, street, 500))))
                .code());
    }

    private static void refuses(String rule, String day, Function<AddressActs, ?> act) {
        refuses(rule, on(day), act);
    }

    private static void refuses(String rule, ActContext context, Function<AddressActs, ?> act) {
        long before = register.now();
        ActRefusedException refused = catchThrowableOfType(ActRefusedException.class, () -> register.act(context, act));
        assertThat(refused).isNotNull();
        assertThat(refused.rule().label()).isEqualTo(rule);
        assertThat(refused.getMessage()).isNotBlank();
        assertThat(refused.mend()).isNotBlank();
        assertThat(refused.where()).isNotBlank();
        assertThat(register.now()).isEqualTo(before);
    }

    private static Subject the(Code code) {
        return Subject.of(code);
    }

    @Test
    void acodeThatWasNeverIssued() {
        refuses("unknownCode", "2021-01-01", acts -> acts.retire(the(Code.of(1))));
    }

    @Test
    void aVersionThatIsNotTheObjectsAnyMore() {
        Code code = house();
        register.act(on("2021-01-01"), acts -> acts.verify(new Subject(code, 1)));
        refuses("versionConflict", "2022-01-01", acts -> acts.retire(new Subject(code, 1)));
        register.act(on("2022-01-01"), acts -> acts.retire(new Subject(code, 2)));
    }

    @Test
    void aDayBeforeTheObjectBegan() {
        Code code = house();
        refuses("beforeBeginning", "2019-12-31", acts -> acts.retire(the(code)));
        refuses("beforeBeginning", "2019-12-31", acts -> acts.change(the(code), AddressPatch.EMPTY.name("x")));
        refuses("beforeBeginning", "2019-12-31", acts -> acts.correct(the(code), AddressPatch.EMPTY.name("x")));
    }

    @Test
    void aRetiredObjectDoesNotComeBackInAnyWay() {
        Code code = house();
        Code other = house();
        register.act(on("2021-01-01"), acts -> acts.retire(the(code)));
        refuses("retired", "2022-01-01", acts -> acts.retire(the(code)));
        refuses("retired", "2020-06-01", acts -> acts.retire(the(code)));
        refuses("retired", "2022-01-01", acts -> acts.change(the(code), AddressPatch.EMPTY.name("x")));
        refuses("retired", "2022-01-01", acts -> acts.verify(the(code)));
        refuses("retired", "2022-01-01", acts -> acts.attachId(the(code), new ExternalId("a", "b")));
        refuses("retired", "2022-01-01", acts -> acts.rebuild(the(code), building("9", 0, 900)));
        refuses("retired", "2022-01-01", acts -> acts.unite(the(other), the(code)));
        refuses("notProposed", "2022-01-01", acts -> acts.approve(the(code)));
    }

    @Test
    void anApprovalByWhoProposed() {
        Code code = proposal();
        refuses("ownProposal", by("clerk", "2020-02-01"), acts -> acts.approve(the(code)));
    }

    @Test
    void anApprovalByWhoRewroteTheProposal() {
        Code code = proposal();
        register.act(by("head", "2020-02-01"), acts -> acts.correct(the(code), AddressPatch.EMPTY.name("Nhà B")));
        refuses("ownProposal", by("head", "2020-03-01"), acts -> acts.approve(the(code)));
    }

    @Test
    void anApprovalInTheSameBatchByWhoProposed() {
        refuses("ownProposal", by("clerk", "2020-01-01"), acts -> {
            Outcome proposed = acts.propose(registration(building("1/0", -100, 500)));
            return acts.approve(the(Objects.requireNonNull(proposed.code())));
        });
    }

    @Test
    void aDecisionOnWhatIsNoProposal() {
        Code code = house();
        refuses("notProposed", by("head", "2021-01-01"), acts -> acts.approve(the(code)));
        refuses("notProposed", by("head", "2021-01-01"), acts -> acts.reject(the(code)));
    }

    @Test
    void aProposalIsNotRetiredButRejected() {
        Code code = proposal();
        refuses("notCurrent", "2021-01-01", acts -> acts.retire(the(code)));
    }

    @Test
    void anythingThatIsSaidOfARejectedProposal() {
        Code code = proposal();
        register.act(by("head", "2020-02-01"), acts -> acts.reject(the(code)));
        refuses("rejected", "2020-03-01", acts -> acts.change(the(code), AddressPatch.EMPTY.name("x")));
        refuses("rejected", "2020-01-15", acts -> acts.correct(the(code), AddressPatch.EMPTY.name("x")));
        refuses("rejected", "2020-03-01", acts -> acts.retire(the(code)));
    }

    @Test
    void whatTheRegisterSaysAlready() {
        Code code = house();
        AddressContent now = building("1/" + street, street, 500);
        AddressPatch same =
                AddressPatch.EMPTY.houseNumber("1/" + street).placing(now.quality(), now.position(), now.shape());
        refuses("noChange", "2021-01-01", acts -> acts.change(the(code), same));
        refuses("noChange", "2021-01-01", acts -> acts.correct(the(code), same));
        refuses("noChange", "2021-01-01", acts -> acts.change(the(code), AddressPatch.EMPTY));
    }

    @Test
    void mergingAcrossKindsOrOneObjectOnly() {
        Code house = house();
        Code square = register.register(square("Quảng trường", 0, 700), "2020-01-01");
        AddressContent one = building("1", 0, 800);
        refuses("kindsDiffer", "2021-01-01", acts -> acts.merge(List.of(the(house), the(square)), one));
        refuses("kindsDiffer", "2021-01-01", acts -> acts.unite(the(house), the(square)));
        refuses("kindsDiffer", "2021-01-01", acts -> acts.rebuild(the(square), one));
        refuses("tooFew", "2021-01-01", acts -> acts.merge(List.of(the(house)), one));
        refuses("sameObject", "2021-01-01", acts -> acts.merge(List.of(the(house), the(house)), one));
        refuses("sameObject", "2021-01-01", acts -> acts.unite(the(house), the(house)));
        refuses("tooFew", "2021-01-01", acts -> acts.split(the(house), List.of(one)));
    }

    @Test
    void aSplitIntoWhatIsRegisteredAlready() {
        Code house = house();
        AddressContent neighbour = building("1/" + street, street, 500);
        Code other = house();
        refuses("duplicate", "2021-01-01", acts -> acts.split(the(other), List.of(neighbour, building("1", 0, 820))));
        assertThat(register.state(house, "2022-01-01")).startsWith("v1 current");
        assertThat(register.state(other, "2022-01-01")).startsWith("v1 current");
    }

    @Test
    void aBusinessInABuildingThatIsNotThere() {
        Code house = house();
        Code shop = register.register(business("Quán", 0, 1000, null), "2020-01-01");
        Code gone = house();
        register.act(on("2021-01-01"), acts -> acts.retire(the(gone)));
        AddressPatch none = AddressPatch.EMPTY;
        refuses("unknownLocation", "2021-01-01", acts -> acts.relocate(the(shop), Code.of(5), none));
        refuses("unknownLocation", "2021-01-01", acts -> acts.relocate(the(shop), gone, none));
        refuses("unknownLocation", "2021-01-01", acts -> acts.relocate(the(shop), shop, none));
        refuses("wrongKind", "2021-01-01", acts -> acts.relocate(the(house), gone, none));
        refuses(
                "unknownLocation",
                "2021-01-01",
                acts -> acts.register(registration(business("Quán 2", 0, 1000, Code.of(5)))));
    }

    @Test
    void anIdOfAnotherObjectOrOneThatIsNotThere() {
        Code one = house();
        Code two = house();
        ExternalId id = new ExternalId("parcel", "77");
        register.act(on("2021-01-01"), acts -> acts.attachId(the(one), id));
        refuses("idTaken", "2021-01-01", acts -> acts.attachId(the(two), id));
        refuses("noChange", "2021-01-01", acts -> acts.attachId(the(one), id));
        refuses("unknownId", "2021-01-01", acts -> acts.detachId(the(two), id));
    }

    @Test
    void anEntranceThatIsThereOrOfWhatHasNone() {
        Code house = house();
        Code shop = register.register(business("Quán 3", 40, 1000, null), "2020-01-01");
        Part flat = new Part(Part.UNIT, "A-101", null, null, null, null, null);
        register.act(on("2021-01-01"), acts -> acts.addPart(the(house), flat));
        refuses("noChange", "2021-06-01", acts -> acts.addPart(the(house), flat));
        refuses("wrongKind", "2021-01-01", acts -> acts.addPart(the(shop), flat));
    }
}
