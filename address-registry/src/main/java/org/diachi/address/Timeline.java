package org.diachi.address;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.diachi.change.Act;
import org.diachi.place.WardCourse;
import org.diachi.place.WardCourse.Stay;
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
    static Timeline begin(Code code, Slice first, Act act) {
        Timeline timeline = new Timeline(code, 0, List.of(), List.of(first));
        timeline.note(act, first.from());
        return timeline;
    }

    Code code() {
        return code;
    }

    /** The version that the act writes. */
    int nextVersion() {
        return storedVersion + 1;
    }

    /** The version that is stored; 0 if none is. */
    int storedVersion() {
        return storedVersion;
    }

    /** The first day that anything is said of. */
    LocalDate firstDay() {
        return slices.get(0).from();
    }

    /** What is said of a day; absent before the first. */
    Optional<AddressContent> findOn(LocalDate day) {
        return slices.stream()
                .filter(slice -> slice.valid().contains(day))
                .findFirst()
                .map(Slice::content);
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
    void change(Act reason, LocalDate from, UnaryOperator<AddressContent> change) {
        List<Slice> next = new ArrayList<>();
        for (Slice slice : slices) {
            if (slice.lastsAfter(from)) {
                next.addAll(changedFrom(slice, from, change));
            } else {
                next.add(slice);
            }
        }
        slices = next;
        note(reason, from);
    }

    /**
     * The world has moved in some respects: from that day on, up to the day from which the register already says
     * something else in these respects. What is known of later days is not undone by what is learnt of earlier ones.
     */
    void change(LocalDate from, AddressPatch patch) {
        List<Slice> next = new ArrayList<>();
        List<?> before = patch.read(findOn(from).orElseThrow());
        boolean isSame = true;
        for (Slice slice : slices) {
            isSame &= !slice.lastsAfter(from) || patch.read(slice.content()).equals(before);
            if (slice.lastsAfter(from) && isSame) {
                next.addAll(changedFrom(slice, from, patch::apply));
            } else {
                next.add(slice);
            }
        }
        slices = next;
        note(Act.CHANGE, from);
    }

    /**
     * The register was wrong in some respects about that day, and so about all days around it of which it says the
     * same in these respects without interruption.
     */
    void correct(LocalDate day, AddressPatch patch) {
        int about = indexOn(day);
        List<?> wrong = patch.read(slices.get(about).content());
        int first = about;
        while (first > 0 && patch.read(slices.get(first - 1).content()).equals(wrong)) {
            first--;
        }
        int end = about + 1;
        while (end < slices.size() && patch.read(slices.get(end).content()).equals(wrong)) {
            end++;
        }
        List<Slice> next = new ArrayList<>(slices);
        next.subList(first, end).replaceAll(slice -> changed(slice, patch::apply));
        slices = next;
        note(Act.CORRECT, day);
    }

    private int indexOn(LocalDate day) {
        for (int i = 0; i < slices.size(); i++) {
            if (slices.get(i).valid().contains(day)) {
                return i;
            }
        }
        throw new IllegalArgumentException(code + " does not exist on " + day);
    }

    /** The slice up to the day as it was, and the rest changed; the slice itself where that changes nothing. */
    private static List<Slice> changedFrom(Slice slice, LocalDate from, UnaryOperator<AddressContent> change) {
        Slice changed = changed(slice, change);
        if (changed == slice || !slice.startsBefore(from)) {
            return List.of(changed);
        }
        return List.of(
                Slice.fresh(new Period(slice.from(), from), slice.content()),
                Slice.fresh(new Period(from, slice.valid().to()), changed.content()));
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

    /** What is not stored yet is, in its days, in the wards of these days. */
    void follow(WardCourse course) {
        List<Slice> next = new ArrayList<>(slices.size());
        for (Slice slice : slices) {
            if (slice.storedVersion() == null) {
                next.addAll(stays(slice, course));
            } else {
                next.add(slice);
            }
        }
        slices = next;
    }

    private static List<Slice> stays(Slice slice, WardCourse course) {
        AddressContent content = slice.content();
        List<Stay> stays = course.stays(content.ward(), slice.valid(), content.position());
        if (stays.size() == 1) {
            return List.of(slice);
        }
        return stays.stream()
                .map(stay -> Slice.fresh(stay.valid(), content.withWard(stay.ward())))
                .toList();
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
