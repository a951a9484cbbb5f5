package org.diachi.address;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diachi.address.DuplicateCandidate.Rule;
import org.diachi.address.ExternalIdRows.Attached;
import org.diachi.address.ExternalIdRows.Known;
import org.diachi.address.Outcome.Result;
import org.diachi.change.Act;
import org.diachi.change.Ledger;
import org.diachi.city.AddressGrammar;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/**
 * Registers many things in one transaction: asks the register once for all of them what it knows, decides in the order
 * of the batch, and writes once.
 */
final class RegistrationBatch {

    private final ActDesk desk;
    private final Ledger ledger;
    private final AddressGrammar grammar;
    private final Act birth;
    private final Foresight foresight;
    private final List<Registration> registrations;
    private final Map<Code, Timeline> timelines = new LinkedHashMap<>();
    private final Map<ExternalId, Attached> attached = new LinkedHashMap<>();
    private final Map<ExternalId, Attached> renewed = new LinkedHashMap<>();

    /**
     * @param birth the act that gives codes: to register, to propose, or what turns old objects into new ones
     * @param foresight of all that was written up to now
     */
    RegistrationBatch(ActDesk desk, Act birth, Foresight foresight) {
        this.desk = desk;
        this.ledger = desk.ledger();
        this.grammar = desk.grammar();
        this.birth = birth;
        this.foresight = foresight;
        this.registrations = foresight.registrations();
    }

    /** A batch of which nothing was asked yet. */
    static RegistrationBatch of(ActDesk desk, RegistrationRules rules, Act birth, List<Registration> registrations)
            throws SQLException {
        Ledger ledger = desk.ledger();
        return new RegistrationBatch(
                desk,
                birth,
                Foresight.ask(ledger.connection(), ledger.seq(), desk.srid(), desk.grammar(), rules, registrations));
    }

    /** What is known of the things, the batch's own objects included once it is registered. */
    Foresight foresight() {
        return foresight;
    }

    List<Outcome> register() throws SQLException {
        loadTimelines();
        List<Outcome> outcomes = new ArrayList<>(registrations.size());
        try (AddressRows rows = desk.rows(foresight.contents())) {
            for (int i = 0; i < registrations.size(); i++) {
                Outcome outcome = decide(i);
                outcomes.add(outcome);
                if (outcome.result() == Result.REGISTERED
                        && AddressRows.areMany(registrations.size())
                        && foresight.isLeftAlone(i)) {
                    rows.send(Objects.requireNonNull(timelines.remove(outcome.code())));
                }
            }
            write(rows);
        }
        return inCases(outcomes);
    }

    /** What was held back waits for an officer. */
    private List<Outcome> inCases(List<Outcome> outcomes) {
        Map<Registration, Outcome> held = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).result() == Result.DUPLICATE) {
                held.put(registrations.get(i), outcomes.get(i));
            }
        }
        Map<Registration, Long> cases = new DuplicateCases(desk.jdbc(), desk.srid()).open(held, ledger.context());
        List<Outcome> all = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Long id = cases.get(registrations.get(i));
            all.add(id == null ? outcomes.get(i) : outcomes.get(i).inCase(id));
        }
        return all;
    }

    private void loadTimelines() throws SQLException {
        Set<Code> codes = foresight.surroundings().joinable();
        for (Registration registration : registrations) {
            SourceRecord source = registration.source();
            Known object = source == null ? null : foresight.find(source.id());
            if (source != null && object != null && !Objects.equals(object.fingerprint(), source.fingerprint())) {
                codes.add(object.code());
            }
        }
        timelines.putAll(Timelines.read(ledger.connection(), codes));
    }

    private Outcome decide(int i) {
        Registration registration = registrations.get(i);
        SourceRecord source = registration.source();
        Known object = source == null ? null : foresight.find(source.id());
        if (source != null && object != null) {
            return follow(registration, source, object);
        }
        List<DuplicateCandidate> candidates = new ArrayList<>();
        for (ExternalId id : registration.externalIds()) {
            Known other = foresight.find(id);
            if (other != null) {
                candidates.add(new DuplicateCandidate(other.code(), Rule.SOURCE_ID));
            }
        }
        Surroundings.Finding finding = foresight.surroundings().find(i);
        candidates.addAll(finding.candidates());
        if (!candidates.isEmpty()) {
            return Outcome.duplicate(candidates.stream().distinct().toList());
        }
        Code target = finding.joins();
        Code code = target == null ? begin(registration, finding.locatedAt()) : join(registration, target);
        foresight.surroundings().settle(i, code, target == null);
        attach(registration, code);
        return Outcome.of(target == null ? Result.REGISTERED : Result.MERGED, code);
    }

    /** The source has told of this thing before. */
    private Outcome follow(Registration registration, SourceRecord source, Known object) {
        if (Objects.equals(object.fingerprint(), source.fingerprint())) {
            return Outcome.of(Result.SAME, object.code());
        }
        Timeline timeline = timeline(object.code());
        AddressStatus status = timeline.latest().status();
        if (status == AddressStatus.RETIRED || status == AddressStatus.REJECTED) {
            // A code never comes back: whether this is a new thing is for an officer to say.
            return Outcome.duplicate(List.of(new DuplicateCandidate(object.code(), Rule.SOURCE_ID)));
        }
        timeline.change(
                Act.CHANGE,
                ledger.context().effective(),
                content -> Joining.follow(content, registration.content(), source.id()));
        Attached renewal = new Attached(source.id(), object.code(), source.fingerprint(), source.rowNumber());
        // An id that the batch itself has attached is not stored yet: there is nothing to renew.
        (attached.containsKey(source.id()) ? attached : renewed).put(source.id(), renewal);
        foresight.attach(source.id(), new Known(object.code(), source.fingerprint()));
        return Outcome.of(Result.CHANGED, object.code());
    }

    private Code begin(Registration registration, @Nullable Code locatedAt) {
        Code code = desk.issueCode();
        AddressContent content = registration.content();
        if (content.kind() == AddressKind.BUSINESS && content.locatedAt() == null && locatedAt != null) {
            content = content.withLocatedAt(locatedAt);
        }
        Slice first = Slice.fresh(new Period(ledger.context().effective(), null), content);
        timelines.put(code, Timeline.begin(code, first, birth));
        return code;
    }

    private Code join(Registration registration, Code target) {
        Timeline timeline = timeline(target);
        SourceRecord source = registration.source();
        ExternalId id = source == null ? null : source.id();
        AddressContent now = timeline.latest();
        AddressContent then = Joining.join(now, registration.content(), id, grammar);
        if (then.equals(now)) {
            timeline.restate(Act.ATTACH_ID);
        } else {
            boolean adds = then.parts().size() > now.parts().size();
            timeline.correct(
                    adds ? Act.ADD_PART : Act.CORRECT,
                    content -> Joining.join(content, registration.content(), id, grammar));
        }
        return target;
    }

    private Timeline timeline(Code code) {
        Timeline timeline = timelines.get(code);
        if (timeline == null) {
            throw new IllegalStateException("Timeline of " + code + " was not loaded");
        }
        return timeline;
    }

    private void attach(Registration registration, Code code) {
        SourceRecord source = registration.source();
        if (source != null) {
            attached.put(source.id(), new Attached(source.id(), code, source.fingerprint(), source.rowNumber()));
            foresight.attach(source.id(), new Known(code, source.fingerprint()));
        }
        for (ExternalId id : registration.externalIds()) {
            attached.put(id, new Attached(id, code, null, null));
            foresight.attach(id, new Known(code, null));
        }
    }

    private void write(AddressRows rows) throws SQLException {
        // A source row may be so unlike its object that following it leaves the object as it was: the new fingerprint
        // is still a fact that needs an entry.
        for (Attached renewal : renewed.values()) {
            Timeline timeline = timeline(renewal.code());
            if (timeline.added().isEmpty()) {
                timeline.restate(Act.CHANGE);
            }
        }
        rows.write(timelines.values());
        Map<Code, Long> seqs = rows.entries();
        ExternalIdRows.end(ledger.connection(), List.copyOf(renewed.values()), seqs);
        List<Attached> all = Stream.concat(attached.values().stream(), renewed.values().stream())
                .collect(Collectors.toList());
        ExternalIdRows.add(ledger.connection(), all, seqs, ledger.context().importRun());
    }
}
