package org.diachi.cli;

import java.util.concurrent.Callable;
import org.diachi.bench.acts.ActBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "acts",
        description = {
            "Measure how many acts a second the service takes, and how soon followers hear of them.",
            "A service is started on a fresh register of invented houses in the database diachi_bench, which is dropped"
                    + " afterwards. Houses are renumbered and registered over HTTP, one in each request; beside that plain"
                    + " inserts of the same rows. Then the change feed is followed, as events and by waited-for pages."
        },
        mixinStandardHelpOptions = true)
final class BenchActsCommand implements Callable<Integer> {

    @Option(
            names = "--houses",
            paramLabel = "N",
            defaultValue = "20000",
            description = "That the register has before. Default: ${DEFAULT-VALUE}")
    private int houses;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "16",
            description = "How many act at a time. Default: ${DEFAULT-VALUE}")
    private int connections;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "Acts a second while the feed is followed. Default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long each load lasts. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "60",
            description =
                    "How many seconds each is tried before: on two cores Java takes about a minute to compile what"
                            + " answers a request. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    BenchActsCommand() {}

    @Override
    public Integer call() throws Exception {
        ActBench bench = new ActBench(
                settings(),
                BenchCommand.child(),
                BenchCommand.results(),
                spec.commandLine().getOut());
        try (Installation.Server server = installation.server()) {
            bench.run(server.address(), installation.folder());
        }
        return ExitCode.DONE;
    }

    private ActBench.Settings settings() {
        try {
            return new ActBench.Settings(houses, connections, rate, seconds, warmUp);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
