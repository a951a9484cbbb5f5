package org.diachi.city;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a city holds for wrong in its land use: the file {@code land-use-rules.yaml} of its profile.
 *
 * @param coverage from when on the zones of a plan do not fit one another
 */
public record LandUseRules(CoverageRules coverage) {

    static final String FILE = "land-use-rules.yaml";

    /**
     * Reads the rules of a city; without the file the usual thresholds hold.
     *
     * @throws CityProfileException if anything in it is unknown or wrong; the first fault is told
     */
    public static LandUseRules of(CityProfile profile) {
        Path file = profile.folder().resolve(FILE);
        return Files.exists(file) ? new LandUseRulesReader(file).read() : new LandUseRules(CoverageRules.USUAL);
    }
}
