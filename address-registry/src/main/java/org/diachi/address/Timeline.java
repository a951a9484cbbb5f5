package org.diachi.address;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.diachi.change.Act;
import org.diachi.value.Code;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the register now believes of one object through legal time, while an act is at work on it.
 *
 * <p>The slices are in order and do not overlap. Acts replace slices; {@link AddressRows} then stores what is new and
 * ends what is gone, so that what was believed before stays readable.
 */
final class Timeline {

    private final Code code;
    private final int storedVersion;
    private final List<Slice> stored;
    private List<Slice> slices;
    private @Nullable Act act;
    private @Nullable LocalDate effective;

    private Timeline(Code code, int storedVersion, List<Slice> stored, List<Slice> slices) {
        this.code = code;
        this.storedVersion = storedVersion;
        this.stored = stored;
        this.slices = slices;
    }

    /** The timeline of an object as it is stored. Every act adds a slice, so that the last version is among them. */
    static Timeline stored(Code code, List<Slice> slices) {
        int version = slices.stream()
                .map(Slice::storedVersion)
                .mapToInt(stored -> stored == null ? 0 : stored)
                .max()
                .orElseThrow();
        return new Timeline(code, version, List.copyOf(slices), List.copyOf(slices));
    }

    /** The timeline of an object that begins with this act. */
    static Timeline begin(Code code, Slice first) {
        Timeline timeline = new Timeline(code, 0, List.of(), List.of(first));
        timeline.note(Act.REGISTER, first.from());
        return timeline;
    }

    Code code() {
        return code;
    }

    /** The version that the act writes. */
    int nextVersion() {
        return storedVersion + 1;
    }

    /** What is said of the last day that anything is said of. */
    AddressContent latest() {
        return slices.get(slices.size() - 1).content();
    }

    boolean isTouched() {
        return act != null;
    }

    Act act() {
        return Objects.requireNonNull(act, "untouched");
    }

    LocalDate effective() {
        return Objects.requireNonNull(effective, "untouched");
    }

    /** The world has moved: from that day on the object is another. Earlier days stay as they were. */
    void change(LocalDate from, UnaryOperator<AddressContent> change) {
        List<Slice> next = new ArrayList<>();
        for (Slice slice : slices) {
            if (slice.startsBefore(from) && slice.lastsAfter(from)) {
                next.add(Slice.fresh(new Period(slice.from(), from), slice.content()));
                next.add(Slice.fresh(new Period(from, slice.valid().to()), change.apply(slice.content())));
            } else if (slice.startsBefore(from)) {
                next.add(slice);
            } else {
                next.add(changed(slice, change));
            }
        }
        slices = next;
        note(Act.CHANGE, from);
    }

    /** The register was wrong, or knew too little: the object has been so all the time. */
    void correct(Act reason, UnaryOperator<AddressContent> correction) {
        List<Slice> next = new ArrayList<>();
        for (Slice slice : slices) {
            next.add(changed(slice, correction));
        }
        slices = next;
        note(reason, slices.get(0).from());
    }

    /** Something beside the content has changed, such as an id: the present state gets a version of its own. */
    void restate(Act reason) {
        Slice last = slices.get(slices.size() - 1);
        List<Slice> next = new ArrayList<>(slices.subList(0, slices.size() - 1));
        next.add(Slice.fresh(last.valid(), last.content()));
        slices = next;
        note(reason, last.from());
    }

    private static Slice changed(Slice slice, UnaryOperator<AddressContent> change) {
        AddressContent content = change.apply(slice.content());
        return content.equals(slice.content()) ? slice : Slice.fresh(slice.valid(), content);
    }

    /** The first act on a timeline names the entry in the log: what is registered and joined at once is registered. */
    private void note(Act newAct, LocalDate day) {
        if (act == null) {
            act = newAct;
            effective = day;
        }
    }

    /** Slices that are not stored yet. */
    List<Slice> added() {
        return slices.stream().filter(slice -> slice.storedVersion() == null).toList();
    }

    /** Stored slices that are believed no longer. */
    List<Slice> ended() {
        return stored.stream().filter(slice -> !slices.contains(slice)).toList();
    }
}
