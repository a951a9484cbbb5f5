package org.diachi.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a measure tells of: how much there is, or one of the six criteria of the city. */
public enum Criterion {
    /** How much there is. */
    STATISTICS,
    /** Đúng. */
    RIGHT,
    /** Đủ. */
    COMPLETE,
    /** Sạch. */
    CLEAN,
    /** Sống. */
    ALIVE,
    /** Thống nhất. */
    UNIFIED,
    /** Dùng chung. */
    SHARED;

    /** Its name in the contract. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The criterion of a name. */
    public static Optional<Criterion> find(String label) {
        return Arrays.stream(values())
                .filter(criterion -> criterion.label().equals(label))
                .findFirst();
    }
}
