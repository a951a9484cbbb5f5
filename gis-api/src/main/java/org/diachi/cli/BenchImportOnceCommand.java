package org.diachi.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.diachi.bench.imports.ImportRate;
import org.diachi.bench.imports.MeasuredImport;
import org.diachi.registry.Registry;
import org.diachi.sample.SampleData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "import-once",
        description = "The part of bench import that runs in a process of its own; prints its result as JSON.",
        hidden = true,
        mixinStandardHelpOptions = true)
final class BenchImportOnceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "The files of a sample city.")
    private Path folder = Path.of("");

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    BenchImportOnceCommand() {}

    @Override
    public Integer call() {
        ImportRate rate;
        try (Registry registry = installation.open()) {
            SampleData sample = SampleData.of(installation.folder());
            rate = new MeasuredImport(registry, sample, new ConsoleListener()).run(folder);
        }
        spec.commandLine().getOut().println(JsonMapper.builder().build().writeValueAsString(rate));
        return ExitCode.DONE;
    }
}
