package org.diachi.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.diachi.bench.landuse.LandUseBench;
import org.diachi.db.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "land-use",
        description = {
            "Measure how fast the service tells what applies to a piece of land.",
            "Statements of random buildings as JSON at a steady rate, and as PDF; then the comparison of two plans over"
                    + " the whole city. Beside that: the same areas by SQL, without HTTP."
        },
        mixinStandardHelpOptions = true)
final class BenchLandUseCommand implements Callable<Integer> {

    @Mixin
    private MeasuredServiceOptions service;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "Statements a second. Default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "15",
            description = "How long each load lasts. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "45",
            description = "How many seconds each is tried before. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(
            names = "--from",
            paramLabel = "PLAN",
            defaultValue = "sample-2021-2030",
            description = "The plan on the one side of the comparison. Default: ${DEFAULT-VALUE}")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "PLAN",
            defaultValue = "sample-vision-2050",
            description = "The plan on the other side. Default: ${DEFAULT-VALUE}")
    private String to = "";

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    BenchLandUseCommand() {}

    @Override
    public Integer call() throws Exception {
        LandUseBench bench = new LandUseBench(
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

    private LandUseBench.Settings settings() {
        try {
            return new LandUseBench.Settings(service.running(), rate, seconds, warmUp, from, to);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
