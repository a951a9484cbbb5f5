package org.diachi.city;

import java.util.Arrays;
import java.util.Optional;

/** The ways in which zones of one plan do not fit one another. */
public enum CoverageFault {
    /** Two zones share ground. */
    OVERLAP("overlap"),
    /** Ground between zones belongs to none. */
    GAP("gap"),
    /** An overlap, a gap or a zone that is too thin to be meant. */
    SLIVER("sliver"),
    /** The outline of a zone crosses or touches itself. */
    BOW_TIE("bow-tie"),
    /** Two zones have the same outline. */
    DUPLICATE("duplicate");

    private final String label;

    CoverageFault(String label) {
        this.label = label;
    }

    /** Its name in profiles and reports. */
    public String label() {
        return label;
    }

    /** The fault of a name. */
    public static Optional<CoverageFault> find(String label) {
        return Arrays.stream(values())
                .filter(fault -> fault.label.equals(label))
                .findFirst();
    }
}
