package org.diachi.cli;

import java.util.concurrent.Callable;
import org.diachi.bench.imports.ImportBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Measure the import of the sample city's buildings, beside ogr2ogr.",
            "Each round imports a GeoPackage into a fresh database, in a process with a small heap: check pass, geometry"
                    + " checks, codes, change log, indexes. Then ogr2ogr copies the same table into the same database. The"
                    + " database, diachi_bench, is dropped afterwards; that of the register is not touched."
        },
        mixinStandardHelpOptions = true)
final class BenchImportCommand implements Callable<Integer> {

    @Option(
            names = "--scale",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the sample city; 1 is about 300,000 buildings. Default: ${DEFAULT-VALUE}")
    private double scale;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "Another seed is another city. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--heap-mb",
            paramLabel = "N",
            defaultValue = "512",
            description = "The heap of the importing process, in MiB. Default: ${DEFAULT-VALUE}")
    private int heapMb;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many rounds. Default: ${DEFAULT-VALUE}")
    private int repeat;

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    BenchImportCommand() {}

    @Override
    public Integer call() throws Exception {
        ImportBench.Settings settings = settings();
        ConsoleListener console = new ConsoleListener();
        try (Installation.Server server = installation.server()) {
            ImportBench bench = new ImportBench(
                    settings,
                    BenchCommand.child(),
                    BenchCommand.results(),
                    spec.commandLine().getOut());
            console.begin("making the city", 100);
            bench.run(server.address(), installation.folder(), done -> console.reach(Math.round(100 * done)));
        } finally {
            console.end();
        }
        return ExitCode.DONE;
    }

    private ImportBench.Settings settings() {
        try {
            return new ImportBench.Settings(scale, seed, heapMb, repeat);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
