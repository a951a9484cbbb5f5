package org.diachi.address;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.diachi.address.ActRefusedException.Rule;
import org.diachi.change.Act;
import org.diachi.change.ActContext;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;

/**
 * The acts of the register within one open transaction, which {@link AddressRegister#act} commits if all of them apply.
 *
 * <p>All days are effective dates of the {@link ActContext}: back-dated and future-dated acts are acts like others.
 * Every act throws {@link ActRefusedException} if it does not apply; then the whole transaction is undone, unless the act
 * was {@linkplain #attempt attempted}.
 */
public final class AddressActs {

    /** The fact that {@link #verify} notes. */
    public static final String VERIFIED_ON = "verifiedOn";

    private final ActDesk desk;
    private final ActRules rules;

    AddressActs(ActDesk desk) {
        this.desk = desk;
        this.rules = new ActRules(desk);
    }

    /** From here on acts are done in another name, for another reason or from another day on. */
    public AddressActs under(ActContext context) {
        desk.ledger().setContext(context);
        return this;
    }

    /** Number of the last entry of the log, those of these acts included. */
    public long seq() {
        return desk.ledger().seq();
    }

    /** Does acts that leave no trace if one of them is refused; the refusal goes on to the caller. */
    public <T> T attempt(Function<AddressActs, T> acts) {
        return desk.ledger().attempt(() -> acts.apply(this));
    }

    /** Registers a thing that is in force at once. Held back if it looks like a registered object. */
    public Outcome register(Registration registration) {
        return enter(Act.REGISTER, AddressStatus.CURRENT, registration);
    }

    /** Gives a thing its code, to be approved by another person. Held back if it looks like a registered object. */
    public Outcome propose(Registration registration) {
        return enter(Act.PROPOSE, AddressStatus.PROPOSED, registration);
    }

    private Outcome enter(Act act, AddressStatus status, Registration registration) {
        AddressContent content = registration.content().withStatus(status);
        rules.location(content.locatedAt(), desk.day());
        Registration entered = new Registration(content, registration.source(), registration.externalIds());
        return ActDesk.run(
                        "Registering an object",
                        () -> RegistrationBatch.of(desk, RegistrationRules.STRICT, act, List.of(entered))
                                .register())
                .get(0);
    }

    /** A proposal comes into force. Nobody approves what they have proposed or written themselves. */
    public ActResult approve(Subject subject) {
        Timeline timeline = proposalOfAnother(subject);
        timeline.change(Act.APPROVE, desk.day(), content -> content.withStatus(AddressStatus.CURRENT));
        return desk.write(timeline);
    }

    private Timeline proposalOfAnother(Subject subject) {
        Timeline timeline = desk.get(subject);
        rules.proposedFrom(timeline, desk.day());
        refuseAuthors(timeline.code());
        return timeline;
    }

    private void refuseAuthors(Code code) {
        String actor = desk.ledger().context().actor();
        Boolean isAuthor = desk.jdbc()
                .queryForObject(
                        "SELECT EXISTS (SELECT FROM registry.change WHERE code = ? AND actor = ?)",
                        Boolean.class,
                        code.toString(),
                        actor);
        if (Boolean.TRUE.equals(isAuthor) || desk.ledger().hasEntry(code.toString(), actor)) {
            throw new ActRefusedException(
                    Rule.OWN_PROPOSAL,
                    code.toString(),
                    actor + " has proposed or written " + code + " and cannot decide on it.",
                    "Have another person decide.");
        }
    }

    /**
     * A proposal is refused for good, by another person than who made it. Its code answers for ever, and is never given
     * out again.
     */
    public ActResult reject(Subject subject) {
        Timeline timeline = proposalOfAnother(subject);
        timeline.change(Act.REJECT, desk.day(), content -> content.withStatus(AddressStatus.REJECTED));
        return desk.write(timeline);
    }

    /**
     * The register was wrong: what it said on the effective date, and on the days around it of which it said the same,
     * is replaced. Valid periods stay; who asks what was known before gets what was known before. Refused if the object
     * would get the address or the ground of another.
     */
    public ActResult correct(Subject subject, AddressPatch patch) {
        Timeline timeline = desk.get(subject);
        rules.notRejected(timeline);
        desk.on(timeline, desk.day());
        AddressContent before = timeline.latest();
        timeline.correct(desk.day(), patch);
        new NewLikeness(desk).refuse(timeline, before);
        return desk.write(timeline);
    }

    /**
     * The world has moved: from the effective date on the object is another, up to what is known of later days. Refused
     * if it would get the address or the ground of another.
     */
    public ActResult change(Subject subject, AddressPatch patch) {
        Timeline timeline = desk.get(subject);
        rules.aliveOn(timeline, desk.day());
        AddressContent before = timeline.latest();
        timeline.change(desk.day(), patch);
        new NewLikeness(desk).refuse(timeline, before);
        return desk.write(timeline);
    }

    /** The object exists no longer from the effective date on. */
    public ActResult retire(Subject subject) {
        Timeline timeline = desk.get(subject);
        rules.currentFrom(timeline, desk.day());
        timeline.change(Act.RETIRE, desk.day(), content -> content.withStatus(AddressStatus.RETIRED));
        return desk.write(timeline);
    }

    /**
     * A business moves. It takes the address and position of its new building or public space, but for what the patch
     * says.
     */
    public ActResult relocate(Subject business, Code place, AddressPatch patch) {
        Timeline timeline = desk.get(business);
        rules.ofKind(timeline, AddressKind.BUSINESS);
        rules.aliveOn(timeline, desk.day());
        AddressContent location = Objects.requireNonNull(rules.location(place, desk.day()));
        AddressPatch moved = AddressPatch.EMPTY
                .houseNumber(location.houseNumber())
                .street(location.street())
                .ward(location.ward())
                .placing(location.quality(), location.position(), location.position());
        timeline.change(
                Act.RELOCATE,
                desk.day(),
                content -> patch.apply(moved.apply(content)).withLocatedAt(place));
        return desk.write(timeline);
    }

    /** A building has an entrance or unit more from the effective date on. */
    public ActResult addPart(Subject building, Part part) {
        Timeline timeline = desk.get(building);
        rules.ofKind(timeline, AddressKind.BUILDING);
        rules.aliveOn(timeline, desk.day());
        timeline.change(Act.ADD_PART, desk.day(), content -> with(content, part));
        return desk.write(timeline);
    }

    private static AddressContent with(AddressContent content, Part part) {
        if (content.parts().contains(part)) {
            return content;
        }
        List<Part> parts = new ArrayList<>(content.parts());
        parts.add(part);
        return content.withParts(parts);
    }

    /** Another register's id of the object is known from now on. */
    public ActResult attachId(Subject subject, ExternalId id) {
        Timeline timeline = desk.get(subject);
        rules.notEnded(timeline);
        new ExternalIds(desk).attach(timeline, id);
        return new ActResult(Act.ATTACH_ID, timeline.code(), timeline.nextVersion(), List.of());
    }

    /** Another register's id is not the object's any more. */
    public ActResult detachId(Subject subject, ExternalId id) {
        Timeline timeline = desk.get(subject);
        new ExternalIds(desk).detach(timeline, id);
        return new ActResult(Act.DETACH_ID, timeline.code(), timeline.nextVersion(), List.of());
    }

    /** Someone has looked on the effective date, and the object is as the register says. */
    public ActResult verify(Subject subject) {
        Timeline timeline = desk.get(subject);
        LocalDate day = desk.day();
        rules.aliveOn(timeline, day);
        timeline.change(Act.VERIFY, day, AddressPatch.EMPTY.detail(VERIFIED_ON, day.toString())::apply);
        return desk.write(timeline);
    }

    /** One object becomes several, each with a code of its own. */
    public ActResult split(Subject subject, List<AddressContent> into) {
        return new Successions(desk, rules).split(subject, into);
    }

    /** Several objects become one with a new code. */
    public ActResult merge(List<Subject> subjects, AddressContent into) {
        return new Successions(desk, rules).merge(subjects, into);
    }

    /** Two codes were given to one thing: one of them goes on, the other is retired and points to it. */
    public ActResult unite(Subject duplicate, Subject survivor) {
        return new Successions(desk, rules).unite(duplicate, survivor);
    }

    /** What was demolished is built anew, as another object with a new code. */
    public ActResult rebuild(Subject subject, AddressContent anew) {
        return new Successions(desk, rules).rebuild(subject, anew);
    }

    /** An officer says: the thing that was held back is that candidate. Its ids become the candidate's. */
    public ActResult resolveSame(long duplicateCase, Code candidate) {
        return new CaseResolution(desk, rules).same(duplicateCase, candidate);
    }

    /** An officer says: the thing that was held back is none of the candidates. It gets a code of its own. */
    public ActResult resolveDifferent(long duplicateCase) {
        return new CaseResolution(desk, rules).different(duplicateCase);
    }

    /** An officer says: two candidates and the thing that was held back are one. */
    public ActResult resolveMerge(long duplicateCase, Subject duplicate, Subject survivor) {
        return new CaseResolution(desk, rules).merged(duplicateCase, duplicate, survivor);
    }
}
