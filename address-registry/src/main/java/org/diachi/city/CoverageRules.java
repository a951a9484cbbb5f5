package org.diachi.city;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * From when on the zones of a plan do not fit one another.
 *
 * @param sliverWidthMetres an overlap, a gap or a zone with a smaller mean width is a sliver
 * @param ignoredAreaSquareMetres nothing is said of overlaps and gaps up to this size: borders that were computed apart
 *     differ by so much
 * @param severe faults that keep a plan out
 * @param overlayTypes types of plans whose zones lie over one another and leave ground out on purpose
 */
public record CoverageRules(
        double sliverWidthMetres,
        double ignoredAreaSquareMetres,
        Set<CoverageFault> severe,
        List<String> overlayTypes) {

    /** For a profile that says nothing of it. */
    public static final CoverageRules USUAL = new CoverageRules(
            0.5,
            0.01,
            EnumSet.of(CoverageFault.OVERLAP, CoverageFault.DUPLICATE, CoverageFault.BOW_TIE),
            List.of("overlay"));

    public CoverageRules {
        if (!(sliverWidthMetres >= 0) || !(ignoredAreaSquareMetres >= 0)) {
            throw new IllegalArgumentException("The thresholds of a coverage are 0 or more.");
        }
        severe = Set.copyOf(severe);
        overlayTypes = List.copyOf(overlayTypes);
    }
}
