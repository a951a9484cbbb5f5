package org.diachi.city;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a city holds for wrong in its land use: the file {@code land-use-rules.yaml} of its profile.
 *
 * @param coverage from when on the zones of a plan do not fit one another
 * @param conflicts what must not lie in, over or near something else, in the order of the file
 */
public record LandUseRules(CoverageRules coverage, List<ConflictRule> conflicts) {

    static final String FILE = "land-use-rules.yaml";

    public LandUseRules {
        conflicts = List.copyOf(conflicts);
        if (conflicts.stream().map(ConflictRule::id).distinct().count() < conflicts.size()) {
            throw new IllegalArgumentException("two rules have one id");
        }
    }

    /**
     * Reads the rules of a city; without the file the usual thresholds hold.
     *
     * @throws CityProfileException if anything in it is unknown or wrong; the first fault is told
     */
    public static LandUseRules of(CityProfile profile) {
        Path file = profile.folder().resolve(FILE);
        return Files.exists(file)
                ? new LandUseRulesReader(file).read()
                : new LandUseRules(CoverageRules.USUAL, List.of());
    }
}
