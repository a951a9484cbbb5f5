package org.diachi.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.diachi.bench.features.FeatureBench;
import org.diachi.db.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "features",
        description = {
            "Measure OGC API Features on a service that is started for it.",
            "Pages of 100 and 1,000 features by boxes, beside the same rows as GeoJSON by SQL and other servers; downloads"
                    + " of all buildings, with the memory that they take; and the pages of a collection of millions in the"
                    + " database diachi_bench, which is dropped afterwards."
        },
        mixinStandardHelpOptions = true)
final class BenchFeaturesCommand implements Callable<Integer> {

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long each load lasts. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many seconds each is tried before. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many at a time. Default: ${DEFAULT-VALUE}")
    private int connections;

    @Option(
            names = "--features",
            paramLabel = "N",
            defaultValue = "5000000",
            description = "How many features the large collection has; 0 leaves it out. Default: ${DEFAULT-VALUE}")
    private int features;

    @Option(
            names = "--beside",
            paramLabel = "NAME=URL",
            description =
                    "Another server: where it has the page of {bbox} (west,south,east,north) with {limit} features.")
    private Map<String, String> beside = Map.of();

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    BenchFeaturesCommand() {}

    @Override
    public Integer call() throws Exception {
        FeatureBench bench = new FeatureBench(
                settings(),
                BenchCommand.child(),
                BenchCommand.results(),
                spec.commandLine().getOut());
        try (Installation.Server server = installation.server();
                Database database = Database.open(server.address())) {
            bench.run(
                    database,
                    installation.profile(),
                    List.of("--city", installation.folder().toAbsolutePath().toString()));
        }
        return ExitCode.DONE;
    }

    private FeatureBench.Settings settings() {
        try {
            return new FeatureBench.Settings(seconds, warmUp, connections, features, beside);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
