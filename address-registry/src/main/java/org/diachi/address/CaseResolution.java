package org.diachi.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diachi.address.ActRefusedException.Rule;
import org.diachi.address.DuplicateCase.State;
import org.diachi.address.ExternalIdRows.Attached;
import org.diachi.address.ExternalIdRows.Known;
import org.diachi.change.Act;
import org.diachi.change.ActContext;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.diachi.value.Period;

/** What an officer decides on a thing that was held back as a possible duplicate. */
final class CaseResolution {

    private final ActDesk desk;
    private final ActRules rules;
    private final DuplicateCases cases;

    CaseResolution(ActDesk desk, ActRules rules) {
        this.desk = desk;
        this.rules = rules;
        this.cases = new DuplicateCases(desk.jdbc(), desk.srid());
    }

    ActResult same(long id, Code candidate) {
        DuplicateCase open = open(id);
        refuseUnlessCandidate(open, candidate);
        ActResult result = attach(open, candidate);
        cases.close(id, State.SAME, candidate, desk.ledger().context());
        return result;
    }

    ActResult merged(long id, Subject duplicate, Subject survivor) {
        DuplicateCase open = open(id);
        refuseUnlessCandidate(open, duplicate.code());
        refuseUnlessCandidate(open, survivor.code());
        ActResult united = new Successions(desk, rules).unite(duplicate, survivor);
        ActResult attached = idsOf(open).isEmpty() ? united : attach(open, survivor.code());
        cases.close(id, State.MERGED, survivor.code(), desk.ledger().context());
        return new ActResult(Act.MERGE, survivor.code(), attached.version(), List.of());
    }

    /** Begins on the day on which it was to be registered, whatever the day of the decision. */
    ActResult different(long id) {
        DuplicateCase open = open(id);
        ActContext decision = desk.ledger().context();
        desk.ledger().setContext(decision.effectiveFrom(open.effective()));
        AddressContent content = open.registration().content();
        rules.location(content.locatedAt(), desk.day());
        Act birth = content.status() == AddressStatus.PROPOSED ? Act.PROPOSE : Act.REGISTER;
        Timeline timeline =
                Timeline.begin(desk.issueCode(), Slice.fresh(new Period(open.effective(), null), content), birth);
        Map<Code, Long> entries = desk.write(List.of(timeline));
        takeIds(open, timeline, entries);
        desk.ledger().setContext(decision);
        cases.close(id, State.DIFFERENT, timeline.code(), decision);
        return new ActResult(birth, timeline.code(), 1, List.of(timeline.code()));
    }

    private DuplicateCase open(long id) {
        DuplicateCase found = cases.find(id)
                .orElseThrow(() -> new ActRefusedException(
                        Rule.UNKNOWN_CASE,
                        Long.toString(id),
                        "There is no duplicate case " + id + ".",
                        "List the queue for the cases that wait."));
        DuplicateCase.Resolution resolution = found.resolution();
        if (resolution != null) {
            throw new ActRefusedException(
                    Rule.CASE_RESOLVED,
                    Long.toString(id),
                    "Case " + id + " was resolved by " + resolution.by() + " on " + resolution.at() + ": "
                            + found.state().label() + ", " + resolution.code() + ".",
                    "Nothing is to be done; acts on " + resolution.code() + " can still amend it.");
        }
        return found;
    }

    private static void refuseUnlessCandidate(DuplicateCase open, Code code) {
        if (open.candidates().stream().noneMatch(candidate -> candidate.code().equals(code))) {
            throw new ActRefusedException(
                    Rule.NOT_A_CANDIDATE,
                    code.toString(),
                    code + " is no candidate of case " + open.id() + ".",
                    "Choose one of " + open.candidates() + ".");
        }
    }

    private ActResult attach(DuplicateCase open, Code code) {
        Timeline timeline = desk.get(Subject.of(code));
        rules.notEnded(timeline);
        ExternalIds ids = new ExternalIds(desk);
        List<Attached> news = new ArrayList<>();
        Map<ExternalId, Known> known = ids.find(idsOf(open));
        for (Attached id : attached(open, code)) {
            Known owner = known.get(id.id());
            if (owner == null) {
                news.add(id);
            } else if (!owner.code().equals(code)) {
                throw ExternalIds.taken(id.id(), owner.code());
            }
        }
        timeline.restate(Act.ATTACH_ID);
        ids.add(news, desk.write(List.of(timeline)));
        return new ActResult(Act.ATTACH_ID, code, timeline.nextVersion(), List.of());
    }

    /** The new object gets its ids; those of an object that has ended go over to it. */
    private void takeIds(DuplicateCase open, Timeline timeline, Map<Code, Long> entries) {
        ExternalIds ids = new ExternalIds(desk);
        Map<ExternalId, Known> known = ids.find(idsOf(open));
        List<Attached> free = new ArrayList<>();
        List<Attached> left = new ArrayList<>();
        for (Attached id : attached(open, timeline.code())) {
            Known owner = known.get(id.id());
            if (owner != null) {
                Timeline other = desk.get(Subject.of(owner.code()));
                if (other.latest().status() != AddressStatus.RETIRED
                        && other.latest().status() != AddressStatus.REJECTED) {
                    throw ExternalIds.taken(id.id(), owner.code());
                }
                left.add(id);
            }
            free.add(id);
        }
        ids.end(left, entries);
        ids.add(free, entries);
    }

    private static List<ExternalId> idsOf(DuplicateCase open) {
        return attached(open, open.candidates().get(0).code()).stream()
                .map(Attached::id)
                .toList();
    }

    private static List<Attached> attached(DuplicateCase open, Code code) {
        List<Attached> ids = new ArrayList<>();
        SourceRecord source = open.registration().source();
        if (source != null) {
            ids.add(new Attached(source.id(), code, source.fingerprint(), source.rowNumber()));
        }
        open.registration().externalIds().forEach(id -> ids.add(new Attached(id, code, null, null)));
        return ids;
    }
}
