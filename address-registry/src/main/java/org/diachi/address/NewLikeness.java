package org.diachi.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;

/**
 * Refuses to give an object the address or the ground of another. Only the state that goes on for ever is looked at, and
 * what the object looked like before is no reason to refuse.
 */
final class NewLikeness {

    private final ActDesk desk;

    NewLikeness(ActDesk desk) {
        this.desk = desk;
    }

    /**
     * Compares an object with the register, in which what an act made of it is not written yet.
     *
     * @param before what was said of its last days before the act
     * @throws ActRefusedException if it looks like objects that it did not look like before
     */
    void refuse(Timeline timeline, AddressContent before) {
        AddressContent after = timeline.latest();
        if (isSamePlace(before, after) || !isAlive(after)) {
            return;
        }
        List<DuplicateCandidate> candidates = before.shape().equals(after.shape())
                ? namesakes(new AddressKeys(desk.grammar()).of(after), after.kind())
                : newNeighbours(before, after);
        candidates.removeIf(candidate -> candidate.code().equals(timeline.code()));
        if (!candidates.isEmpty()) {
            throw ActRefusedException.duplicate(timeline.code().toString(), candidates);
        }
    }

    /** The ground is the same, so only the address can be another's: two look-ups fewer, which every renumbering pays. */
    private List<DuplicateCandidate> namesakes(AddressKey key, AddressKind kind) {
        List<DuplicateCandidate> candidates = new ArrayList<>();
        if (kind == AddressKind.BUILDING && key.isComparable()) {
            Lookalikes lookalikes = new Lookalikes(desk.ledger().connection(), desk.srid());
            ActDesk.run("Looking for the address", () -> lookalikes.findNamesakes(List.of(key))).stream()
                    .filter(namesake -> namesake.key().equals(key))
                    .map(namesake -> new DuplicateCandidate(namesake.code(), DuplicateCandidate.Rule.SAME_ADDRESS))
                    .distinct()
                    .forEach(candidates::add);
        }
        return candidates;
    }

    private List<DuplicateCandidate> newNeighbours(AddressContent before, AddressContent after) {
        List<Registration> things =
                List.of(new Registration(before, null, List.of()), new Registration(after, null, List.of()));
        Surroundings surroundings = ActDesk.run(
                "Comparing with what is around",
                () -> Surroundings.of(
                        new Lookalikes(desk.ledger().connection(), desk.srid()),
                        things,
                        new boolean[things.size()],
                        RegistrationRules.STRICT,
                        new AddressKeys(desk.grammar())));
        List<DuplicateCandidate> candidates =
                new ArrayList<>(surroundings.find(1).candidates());
        candidates.removeAll(surroundings.find(0).candidates());
        return candidates;
    }

    private static boolean isSamePlace(AddressContent before, AddressContent after) {
        return Objects.equals(before.houseNumber(), after.houseNumber())
                && Objects.equals(before.street(), after.street())
                && Objects.equals(before.ward(), after.ward())
                && before.shape().equals(after.shape());
    }

    private static boolean isAlive(AddressContent content) {
        return content.status() == AddressStatus.CURRENT || content.status() == AddressStatus.PROPOSED;
    }
}
