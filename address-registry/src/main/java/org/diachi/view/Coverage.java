package org.diachi.view;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diachi.change.Act;

/** Which kinds of change a view handles, and why the others do not matter to it. Immutable. */
public final class Coverage {

    private final Set<Act> acts;
    private final Set<Subject> subjects;
    private final Map<Subject, String> otherSubjects;
    private final Map<Act, String> otherActs;

    private Coverage(
            Set<Act> acts, Set<Subject> subjects, Map<Subject, String> otherSubjects, Map<Act, String> otherActs) {
        this.acts = acts;
        this.subjects = subjects;
        this.otherSubjects = otherSubjects;
        this.otherActs = otherActs;
    }

    /** A view that derives itself from the states of these subjects, whichever act wrote them. */
    public static Coverage ofStates(Subject first, Subject... others) {
        return new Coverage(EnumSet.allOf(Act.class), EnumSet.of(first, others), Map.of(), Map.of());
    }

    /** The same, with subjects that do not matter to the view whatever is done to them. */
    public Coverage ignoring(String reason, Subject... ignored) {
        Map<Subject, String> reasons = new EnumMap<>(Subject.class);
        reasons.putAll(otherSubjects);
        Arrays.stream(ignored).forEach(subject -> reasons.put(subject, reason));
        return new Coverage(acts, subjects, reasons, otherActs);
    }

    /** The same, with acts that do not matter to the view whatever they are done to. */
    public Coverage ignoring(String reason, Act... ignored) {
        Set<Act> rest = EnumSet.copyOf(acts);
        Map<Act, String> reasons = new EnumMap<>(Act.class);
        reasons.putAll(otherActs);
        for (Act act : ignored) {
            rest.remove(act);
            reasons.put(act, reason);
        }
        return new Coverage(rest, subjects, otherSubjects, reasons);
    }

    /** Whether the view handles an act on a subject. */
    public boolean handles(Act act, Subject subject) {
        return acts.contains(act) && subjects.contains(subject);
    }

    /** Why an act on a subject does not matter; empty if the view does not say so. */
    public Optional<String> findReasonToIgnore(Act act, Subject subject) {
        return Optional.ofNullable(otherSubjects.get(subject)).or(() -> Optional.ofNullable(otherActs.get(act)));
    }
}
