package org.diachi.place;

import java.util.Objects;

/**
 * A unit that a name may mean.
 *
 * @param place as it was while it bore the name
 * @param grade how well the name fits
 */
public record PlaceMatch(Place place, Grade grade) {

    /** How a name was met. */
    public enum Grade {
        /** Equal but for case, tone placement and other ways of spelling. */
        EXACT("exact"),
        /** Equal but for accents. */
        FOLDED("folded");

        private final String label;

        Grade(String label) {
            this.label = label;
        }

        /** The name in the contract. */
        public String label() {
            return label;
        }
    }

    public PlaceMatch {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(grade, "grade");
    }
}
