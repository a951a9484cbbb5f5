package org.diachi.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.diachi.bench.lookup.LookupBench;
import org.diachi.db.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "lookup",
        description = {
            "Measure how many codes a second the service looks up.",
            "10,000 codes of the register are asked for in random order, by wrk if it is installed or else by this"
                    + " program. Beside that: the cheapest request, and the same codes by a prepared statement without HTTP."
        },
        mixinStandardHelpOptions = true)
final class BenchLookupCommand implements Callable<Integer> {

    @Mixin
    private MeasuredServiceOptions service;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "15",
            description = "How long each of the three loads lasts. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many seconds each is tried before. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "16",
            description = "How many at a time, at most 16. Default: ${DEFAULT-VALUE}")
    private int connections;

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    BenchLookupCommand() {}

    @Override
    public Integer call() throws Exception {
        LookupBench bench = new LookupBench(
                settings(),
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

    private LookupBench.Settings settings() {
        try {
            return new LookupBench.Settings(service.running(), seconds, warmUp, connections);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
