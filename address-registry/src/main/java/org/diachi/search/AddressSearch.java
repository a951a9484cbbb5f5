package org.diachi.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.diachi.address.AddressObject;
import org.diachi.city.CityProfile;
import org.diachi.search.find.Finder;
import org.diachi.search.find.Hit;
import org.diachi.search.find.SearchRequest;
import org.diachi.search.find.Target;
import org.diachi.search.index.SearchIndex;
import org.diachi.search.index.Snapshot;
import org.diachi.search.index.StreetCard;
import org.diachi.search.place.Unit;
import org.diachi.search.place.UnitState;
import org.diachi.search.reverse.Nearby;
import org.diachi.search.reverse.ReverseFinder;
import org.diachi.value.Code;

/**
 * Finds what is meant, and what is near. Thread-safe; every call may fail with an {@link
 * org.diachi.search.index.IndexNotReadyException} while the index is being built for the first time.
 */
public final class AddressSearch {

    private final SearchIndex index;
    private final Finder finder;
    private final ReverseFinder reverse;
    private final AtomicInteger people = new AtomicInteger();
    private volatile long lastAsked = System.nanoTime() - STAY_NANOS;

    /** The longest that a row of a batch waits for people, and how long between two looks. */
    private static final long PATIENCE_NANOS = 2_000_000;

    private static final long PAUSE_NANOS = 100_000;

    /** Who types asks again before long. */
    private static final long STAY_NANOS = 300_000_000;

    /** How many times longer than it works a batch rests while people are there. */
    private static final int REST = 3;

    public AddressSearch(SearchIndex index, CityProfile profile) {
        this.index = index;
        this.finder = new Finder(profile.grammar());
        this.reverse = new ReverseFinder(profile.storageCrs());
    }

    /** The index as it is now, for many questions in a row. */
    public Snapshot open() {
        return index.open();
    }

    /**
     * Waits a little while people search, and rests while they are likely to, so that who works through many rows does not
     * slow them down.
     *
     * @param workedNanos how long the last row has taken
     */
    public void yieldToPeople(long workedNanos) {
        if (System.nanoTime() - lastAsked < STAY_NANOS) {
            LockSupport.parkNanos(Math.min(REST * workedNanos, PATIENCE_NANOS));
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (people.get() > 0 && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The answers to a question of a person, with all that is shown of them. */
    public List<Finding> find(SearchRequest request) {
        people.incrementAndGet();
        lastAsked = System.nanoTime();
        try (Snapshot snapshot = index.open()) {
            return finder.find(request, snapshot).stream()
                    .map(hit -> finding(hit, request.today(), snapshot))
                    .toList();
        } finally {
            people.decrementAndGet();
        }
    }

    /** The answers to one of many questions. */
    public List<Hit> find(SearchRequest request, Snapshot snapshot) {
        return finder.find(request, snapshot);
    }

    /** What is at a place. */
    public List<Nearby> findAt(ReverseFinder.Question question) {
        people.incrementAndGet();
        lastAsked = System.nanoTime();
        try (Snapshot snapshot = index.open()) {
            return reverse.find(question, snapshot);
        } finally {
            people.decrementAndGet();
        }
    }

    /**
     * The object of a code on a day, as the register knew it after an entry of the change log or later. Empty if the index
     * has not come that far, or cannot tell for certain: then the register is to be asked.
     */
    public Optional<AddressObject> find(Code code, LocalDate day, long seq) {
        if (index.shown() < seq) {
            return Optional.empty();
        }
        try (Snapshot snapshot = index.open()) {
            return snapshot.find(code, day);
        }
    }

    /** The last entry of the change log that answers take into account. */
    public long position() {
        return index.shown();
    }

    /** The ids of the wards that bear a code on a day, and of those that were one with them. */
    public Set<Long> wards(String code, LocalDate day) {
        try (Snapshot snapshot = index.open()) {
            return snapshot.units().wardsOfCode(code, day);
        }
    }

    private static Finding finding(Hit hit, LocalDate today, Snapshot snapshot) {
        Target target = hit.target();
        if (target instanceof Target.OfObject found) {
            return new Finding(hit, snapshot.object(found.doc(), today), List.of(), null);
        }
        if (target instanceof Target.OfStreet street) {
            List<UnitState> wards = street.parts().stream()
                    .map(StreetCard::ward)
                    .flatMap(ward -> snapshot.units().findState(ward, today).stream())
                    .distinct()
                    .toList();
            return new Finding(hit, null, wards, null);
        }
        Target.OfUnit unit = (Target.OfUnit) target;
        List<UnitState> successors = unit.unit().successors().stream()
                .flatMap(id -> snapshot.units().findState(id, today).stream())
                .toList();
        Optional<UnitState> parent = snapshot.units()
                .find(unit.state().parent())
                .map((Unit outer) -> outer.on(unit.state().valid().from()));
        return new Finding(hit, null, successors, parent.orElse(null));
    }
}
