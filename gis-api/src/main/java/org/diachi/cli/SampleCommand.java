package org.diachi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.diachi.db.Home;
import org.diachi.registry.Registry;
import org.diachi.run.ImportOptions;
import org.diachi.run.ImportResult;
import org.diachi.sample.SampleData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "sample",
        description = {
            "Make an invented city and import it.",
            "The same scale and seed give the same files, byte for byte. With --to the files are only written."
        },
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {

    @Option(
            names = "--scale",
            paramLabel = "S",
            defaultValue = "0.1",
            description = "1 is about 300,000 buildings. Default: ${DEFAULT-VALUE}")
    private double scale;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "Another seed is another city. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--to", paramLabel = "DIR", description = "Only write the files, to this folder.")
    private @Nullable Path to;

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    SampleCommand() {}

    @Override
    public Integer call() throws Exception {
        if (!(scale > 0)) {
            throw new ParameterException(spec.commandLine(), "--scale must be above 0");
        }
        if (to != null) {
            write(to);
            return ExitCode.DONE;
        }
        Path folder = Home.fromEnvironment(System.getenv()).folder().resolve("sample");
        write(folder);
        try (Registry registry = installation.open();
                Cancellation cancellation = new Cancellation()) {
            ImportOptions options = new ImportOptions("sample city", false);
            List<ImportResult> results = SampleData.of(installation.folder())
                    .load(registry, folder, options, new ConsoleListener(), cancellation);
            results.forEach(result ->
                    ImportSummary.print(result, false, spec.commandLine().getOut()));
            return results.stream().anyMatch(result -> result.report().refused() > 0)
                    ? ExitCode.DONE_WITH_REFUSED_ROWS
                    : ExitCode.DONE;
        }
    }

    private void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        ConsoleListener console = new ConsoleListener();
        console.begin("making the city", 100);
        SampleData.of(installation.folder())
                .write(installation.profile(), scale, seed, folder, done -> console.reach(Math.round(100 * done)));
        console.end();
        spec.commandLine().getOut().println("The files are in " + folder);
    }
}
