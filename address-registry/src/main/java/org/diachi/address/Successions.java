package org.diachi.address;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.diachi.address.ActRefusedException.Rule;
import org.diachi.change.Act;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;

/** Acts by which objects follow one another: what ends is retired, what begins gets a new code, and a link stays. */
final class Successions {

    /** The kinds of links of {@code registry.succession}. */
    private enum Link {
        SPLIT("split"),
        MERGE("merge"),
        REBUILD("rebuild"),
        CORRECTION("correction");

        private final String label;

        Link(String label) {
            this.label = label;
        }
    }

    private final ActDesk desk;
    private final ActRules rules;

    Successions(ActDesk desk, ActRules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    ActResult split(Subject subject, List<AddressContent> into) {
        if (into.size() < 2) {
            throw new ActRefusedException(
                    Rule.TOO_FEW,
                    "into",
                    "A split makes two objects or more of one, not " + into.size() + ".",
                    "Describe every object that there is after the split.");
        }
        return succeed(Act.SPLIT, Link.SPLIT, List.of(subject), into);
    }

    ActResult merge(List<Subject> subjects, AddressContent into) {
        if (subjects.size() < 2) {
            throw new ActRefusedException(
                    Rule.TOO_FEW,
                    "codes",
                    "A merger makes one object of two or more, not of " + subjects.size() + ".",
                    "Give the code of every object that is merged.");
        }
        ActResult result = succeed(Act.MERGE, Link.MERGE, subjects, List.of(into));
        return new ActResult(result.act(), result.created().get(0), 1, result.created());
    }

    ActResult rebuild(Subject subject, AddressContent anew) {
        return succeed(Act.REBUILD, Link.REBUILD, List.of(subject), List.of(anew));
    }

    private ActResult succeed(Act act, Link link, List<Subject> subjects, List<AddressContent> into) {
        Map<Code, Timeline> ending = end(act, subjects);
        Timeline first = ending.values().iterator().next();
        Map<Code, Long> entries = desk.write(ending.values());
        for (AddressContent content : into) {
            rules.sameKind("into", first.latest().kind(), content.kind());
            rules.location(content.locatedAt(), desk.day());
        }
        List<Code> created = begin(act, into);
        for (Timeline ended : ending.values()) {
            created.forEach(code -> link(ended.code(), code, link, ActDesk.entryOf(entries, ended.code())));
        }
        return new ActResult(act, first.code(), first.nextVersion(), created);
    }

    private Map<Code, Timeline> end(Act act, List<Subject> subjects) {
        Map<Code, Timeline> ending = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            Timeline timeline = desk.get(subject);
            AddressContent content = rules.currentFrom(timeline, desk.day());
            ending.values()
                    .forEach(other -> rules.sameKind("codes", other.latest().kind(), content.kind()));
            if (ending.put(subject.code(), timeline) != null) {
                throw sameObject(subject.code());
            }
            timeline.change(act, desk.day(), state -> state.withStatus(AddressStatus.RETIRED));
        }
        return ending;
    }

    private static ActRefusedException sameObject(Code code) {
        return new ActRefusedException(
                Rule.SAME_OBJECT,
                code.toString(),
                code + " is named twice.",
                "Give each object once: it cannot be united with itself.");
    }

    /** The new objects, of which none may look like one that stays. */
    private List<Code> begin(Act act, List<AddressContent> contents) {
        List<Registration> registrations = contents.stream()
                .map(content -> new Registration(content.withStatus(AddressStatus.CURRENT), null, List.of()))
                .toList();
        List<Outcome> outcomes = ActDesk.run(
                "Registering what comes into being",
                () -> RegistrationBatch.of(desk, RegistrationRules.STRICT, act, registrations)
                        .register());
        Set<Code> created = new LinkedHashSet<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Code code = outcomes.get(i).code();
            if (code == null) {
                throw ActRefusedException.duplicate("into/" + i, outcomes.get(i).candidates());
            }
            created.add(code);
        }
        return List.copyOf(created);
    }

    ActResult unite(Subject duplicate, Subject survivor) {
        if (duplicate.code().equals(survivor.code())) {
            throw sameObject(survivor.code());
        }
        Timeline ending = desk.get(duplicate);
        Timeline staying = desk.get(survivor);
        rules.currentFrom(ending, desk.day());
        rules.notEnded(staying);
        rules.aliveOn(staying, desk.day());
        rules.sameKind("codes", staying.latest().kind(), ending.latest().kind());
        ending.change(Act.MERGE, desk.day(), state -> state.withStatus(AddressStatus.RETIRED));
        staying.restate(Act.MERGE);
        Map<Code, Long> entries = desk.write(Stream.of(ending, staying).toList());
        new ExternalIds(desk).move(ending.code(), staying.code(), entries);
        link(ending.code(), staying.code(), Link.CORRECTION, ActDesk.entryOf(entries, ending.code()));
        return new ActResult(Act.MERGE, staying.code(), staying.nextVersion(), List.of());
    }

    /** The link is known from the entry of what ends: it comes first, and every entry after it shows the link. */
    private void link(Code predecessor, Code successor, Link kind, long entry) {
        String sql = """
                INSERT INTO registry.succession (predecessor, successor, kind, effective, added) VALUES (?, ?, ?, ?, ?)
                """;
        desk.jdbc().update(sql, predecessor.toString(), successor.toString(), kind.label, desk.day(), entry);
    }
}
