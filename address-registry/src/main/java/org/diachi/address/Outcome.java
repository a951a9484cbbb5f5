package org.diachi.address;

import java.util.List;
import java.util.Objects;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;

/**
 * What became of a registration.
 *
 * @param result what was done
 * @param code the object that the thing is now; absent when it was held back
 * @param candidates what it may be a duplicate of; empty unless it was held back
 * @param duplicateCase the case in which an officer decides; absent unless it was held back
 */
public record Outcome(
        Result result,
        @Nullable Code code,
        List<DuplicateCandidate> candidates,
        @Nullable Long duplicateCase) {

    /** What was done with a registration. */
    public enum Result {
        /** A new object with a new code. */
        REGISTERED,
        /** The object of the same source id has got a new version. */
        CHANGED,
        /** The object of the same source id says so already. */
        SAME,
        /** The thing has been joined to an object that was there before. */
        MERGED,
        /** Held back: it may be registered already. */
        DUPLICATE
    }

    public Outcome {
        Objects.requireNonNull(result, "result");
        candidates = List.copyOf(candidates);
        if ((code == null) != (result == Result.DUPLICATE)) {
            throw new IllegalArgumentException("Only a duplicate has no code");
        }
    }

    static Outcome of(Result result, Code code) {
        return new Outcome(result, code, List.of(), null);
    }

    static Outcome duplicate(List<DuplicateCandidate> candidates) {
        return new Outcome(Result.DUPLICATE, null, candidates, null);
    }

    Outcome inCase(long id) {
        return new Outcome(result, code, candidates, id);
    }
}
