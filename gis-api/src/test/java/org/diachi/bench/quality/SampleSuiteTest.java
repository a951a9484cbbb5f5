package org.diachi.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.diachi.city.CityProfile;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.registry.Registry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search finds what people mean, family by family, as well as was promised. */
class SampleSuiteTest {

    private static final Path HUE = Path.of("..", "data", "hue");
    private static final Path PUBLISHED = HUE.resolve("sample").resolve("search-cases.csv");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    private static Registry registry;
    private static Map<String, Score> scores;

    @BeforeAll
    static void askEverything() throws Exception {
        registry = Registry.open(database.database(), CityProfile.read(HUE), TestHome.environment());
        SampleSuite.load(registry, HUE);
        scores = QualityRun.run(registry, CaseFile.read(PUBLISHED));
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    @Test
    void thePublishedCasesAreThoseOfTheRulesAndTheyAreMany() throws Exception {
        List<Case> published = CaseFile.read(PUBLISHED);
        assertThat(published).hasSizeGreaterThanOrEqualTo(3000).isEqualTo(SampleSuite.cases(registry));
    }

    @ParameterizedTest
    @CsvSource({
        "exact, 99.5",
        "no accents, 99",
        "abbreviations, 98",
        "one typo, 95",
        "alley depth, 98",
        "old names, 98",
        "shuffled order, 95",
        "telex, 95",
        "landmarks and businesses, 95",
        "ambiguous, 98",
        "non-existent, 99",
    })
    void everyFamilyIsAnsweredAsPromised(String family, double percent) {
        Score score = scores.get(family);
        assertThat(score.percent())
                .as("%s of %d cases: %s", family, score.cases(), score.failures())
                .isGreaterThanOrEqualTo(percent);
    }

    @Test
    void whatIsSaidToBeSureIsHardlyEverWrong() {
        long sure = scores.values().stream().mapToLong(Score::sure).sum();
        long wrong = scores.values().stream().mapToLong(Score::wronglySure).sum();
        assertThat(sure).isGreaterThan(1500);
        assertThat(wrong).isLessThanOrEqualTo(sure / 1000);
    }
}
