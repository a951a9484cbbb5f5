package org.diachi.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.diachi.bench.maps.MapBench;
import org.diachi.db.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "maps",
        description = {
            "Measure what maps cost: processor time a request, and requests a second.",
            "A service is started for it, on a free port. Places are those of registered addresses."
        },
        mixinStandardHelpOptions = true)
final class BenchMapsCommand implements Callable<Integer> {

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "4",
            description = "How long each load lasts, after as much of warming up. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many at a time. Default: ${DEFAULT-VALUE}")
    private int connections;

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    BenchMapsCommand() {}

    @Override
    public Integer call() throws Exception {
        MapBench bench = new MapBench(
                Duration.ofSeconds(Math.max(1, seconds)),
                Math.max(1, connections),
                BenchCommand.child(),
                BenchCommand.results(),
                spec.commandLine().getOut());
        try (Installation.Server server = installation.server();
                Database database = Database.open(server.address())) {
            bench.run(
                    database,
                    List.of("--city", installation.folder().toAbsolutePath().toString()));
        }
        return ExitCode.DONE;
    }
}
