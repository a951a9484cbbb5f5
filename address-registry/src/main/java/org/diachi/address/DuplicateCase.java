package org.diachi.address;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;

/**
 * A registration that was held back because it looks like registered objects, and what an officer decided.
 *
 * @param registration what was to be registered
 * @param candidates what it looks like, and by which rules
 * @param effective the day from which it was to be registered
 * @param openedBy who wanted to register it
 * @param resolution absent while the case is open
 */
public record DuplicateCase(
        long id,
        Registration registration,
        List<DuplicateCandidate> candidates,
        LocalDate effective,
        @Nullable Long importRun,
        String openedBy,
        Instant openedAt,
        State state,
        @Nullable Resolution resolution) {

    /** What has become of a case. */
    public enum State {
        OPEN("open"),
        /** The thing is the candidate. */
        SAME("same"),
        /** The thing is none of the candidates: it has a code of its own. */
        DIFFERENT("different"),
        /** Two candidates and the thing are one. */
        MERGED("merged");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The name in the interface and in the database. */
        public String label() {
            return label;
        }

        /**
         * The state of that name.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static State of(String label) {
            for (State state : values()) {
                if (state.label.equals(label)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("\"" + label + "\" is no state of a duplicate case");
        }
    }

    /**
     * Who decided what and when.
     *
     * @param code the object that the thing is
     */
    public record Resolution(
            Code code, String by, Instant at, @Nullable String reason) {}

    public DuplicateCase {
        Objects.requireNonNull(registration, "registration");
        candidates = List.copyOf(candidates);
    }
}
