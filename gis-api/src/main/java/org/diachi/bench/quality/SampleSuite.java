package org.diachi.bench.quality;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.address.AddressQuery;
import org.diachi.change.Snapshot;
import org.diachi.registry.Registry;
import org.diachi.run.ImportOptions;
import org.diachi.run.RunListener;
import org.diachi.sample.SampleData;

/** The suite over the sample city that every checkout has, with some houses in deep alleys. */
public final class SampleSuite {

    private static final long SEED = 7;
    private static final int STREETS = 12;

    private SampleSuite() {}

    /** Fills an empty register with what the suite asks for, and brings its views forward. */
    public static void load(Registry registry, Path profileFolder) {
        SampleData sample = SampleData.of(profileFolder);
        sample.load(
                registry,
                sample.smallFiles(),
                new ImportOptions("quality of search", false),
                RunListener.NONE,
                () -> false);
        registry.views().runOnce();
        Snapshot now =
                new Snapshot(registry.profile().today(), registry.changes().head());
        List<String> streets = registry.addressReader().stream(AddressQuery.ALL, now, false)
                .map(object -> object.street())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .limit(STREETS)
                .toList();
        List<Long> wards = registry.addressCounts().list(registry.profile().today()).stream()
                .map(count -> count.ward())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        DeepAlleys.register(registry, streets, wards);
        registry.views().runOnce();
    }

    /** The cases of a register, by rules of how people write. */
    public static List<Case> cases(Registry registry) {
        return new CaseMaker(registry.profile(), Truth.read(registry), SEED).make();
    }

    /** Makes cases and asks for them. */
    public static Map<String, Score> run(Registry registry) {
        return QualityRun.run(registry, cases(registry));
    }
}
