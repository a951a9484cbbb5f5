package org.diachi.address;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.diachi.address.ActRefusedException.Rule;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;

/** When an act applies. Each method returns if it does and refuses if it does not. */
final class ActRules {

    private static final Set<AddressStatus> ALIVE = Set.of(AddressStatus.PROPOSED, AddressStatus.CURRENT);

    private final ActDesk desk;

    ActRules(ActDesk desk) {
        this.desk = desk;
    }

    /** The world can only move an object that is proposed or current on that day. */
    AddressContent aliveOn(Timeline timeline, LocalDate day) {
        AddressContent content = desk.on(timeline, day);
        if (!ALIVE.contains(content.status())) {
            throw gone(timeline.code(), content.status(), "On " + day + " " + timeline.code() + " is ");
        }
        return content;
    }

    /** An object ends once, and only if it has begun: it is current on the day of the act and on every later one. */
    AddressContent currentFrom(Timeline timeline, LocalDate day) {
        AddressContent content = desk.on(timeline, day);
        AddressStatus last = timeline.latest().status();
        if (!ALIVE.contains(last)) {
            throw gone(timeline.code(), last, timeline.code() + " is or will be ");
        }
        if (content.status() != AddressStatus.CURRENT) {
            throw new ActRefusedException(
                    Rule.NOT_CURRENT,
                    timeline.code().toString(),
                    "On " + day + " " + timeline.code() + " is "
                            + content.status().label() + ", not current.",
                    "Approve it from that day on or choose a later effective date.");
        }
        return content;
    }

    /** Only a proposal is decided upon. */
    void proposedFrom(Timeline timeline, LocalDate day) {
        AddressStatus status = desk.on(timeline, day).status();
        if (status != AddressStatus.PROPOSED || timeline.latest().status() != AddressStatus.PROPOSED) {
            throw new ActRefusedException(
                    Rule.NOT_PROPOSED,
                    timeline.code().toString(),
                    timeline.code() + " is " + timeline.latest().status().label() + ", not proposed.",
                    "Only proposals are approved or rejected.");
        }
    }

    /** Nothing is said any more of what was never approved. */
    void notRejected(Timeline timeline) {
        if (timeline.latest().status() == AddressStatus.REJECTED) {
            throw gone(timeline.code(), AddressStatus.REJECTED, timeline.code() + " is ");
        }
    }

    /** New facts are not attached to what has come to its end. */
    void notEnded(Timeline timeline) {
        AddressStatus last = timeline.latest().status();
        if (!ALIVE.contains(last)) {
            throw gone(timeline.code(), last, timeline.code() + " is ");
        }
    }

    private static ActRefusedException gone(Code code, AddressStatus status, String subject) {
        boolean isRejected = status == AddressStatus.REJECTED;
        return new ActRefusedException(
                isRejected ? Rule.REJECTED : Rule.RETIRED,
                code.toString(),
                subject + status.label() + ".",
                isRejected
                        ? "Propose the object anew: it will get another code."
                        : "Retired codes never come back. Act on its successors, or choose an earlier effective date.");
    }

    /** An act that only one kind of object knows. */
    void ofKind(Timeline timeline, AddressKind kind) {
        AddressKind is = timeline.latest().kind();
        if (is != kind) {
            throw new ActRefusedException(
                    Rule.WRONG_KIND,
                    timeline.code().toString(),
                    timeline.code() + " is a " + is.label() + ", not a " + kind.label() + ".",
                    "Give the code of a " + kind.label() + ".");
        }
    }

    /** What becomes of an object is of its kind. */
    void sameKind(String where, AddressKind expected, AddressKind is) {
        if (is != expected) {
            throw new ActRefusedException(
                    Rule.KINDS_DIFFER,
                    where,
                    "A " + expected.label() + " does not become a " + is.label() + ".",
                    "Give only objects of one kind.");
        }
    }

    /** A business is in a building or public space that is there on that day. */
    @Nullable
    AddressContent location(@Nullable Code place, LocalDate day) {
        if (place == null) {
            return null;
        }
        Map<Code, Timeline> found = desk.find(Set.of(place));
        AddressContent content =
                found.containsKey(place) ? found.get(place).findOn(day).orElse(null) : null;
        if (content == null || content.kind() == AddressKind.BUSINESS || !ALIVE.contains(content.status())) {
            throw new ActRefusedException(
                    Rule.UNKNOWN_LOCATION,
                    "locatedAt",
                    "On " + day + " there is no building or public space " + place + ".",
                    "Give the code of a building or public space that exists on that day.");
        }
        return content;
    }
}
