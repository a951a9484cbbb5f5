package org.diachi.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diachi.mapping.Mapping;
import org.diachi.registry.Registry;
import org.diachi.run.ImportJob;
import org.diachi.run.ImportOptions;
import org.diachi.run.ImportResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Import files into the register by a mapping.",
            "Reads CSV, GeoJSON, GeoJSONSeq, GeoPackage, Shapefile and FlatGeobuf. The same file twice changes nothing; a"
                    + " run that was stopped goes on when it is run again."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files, imported one after the other.")
    private List<Path> files = List.of();

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "MAPPING.yaml",
            description = "The file that says which field is what. Examples: data/*/mappings.")
    private Path mapping = Path.of("");

    @Option(names = "--dry-run", description = "Do and report everything, and keep nothing.")
    private boolean dryRun;

    @Option(
            names = "--issues",
            paramLabel = "ISSUES.csv",
            description = "A file to write, with what is to be said of each row.")
    private @Nullable Path issues;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who is responsible, as the change log says. Default: ${DEFAULT-VALUE}")
    private String actor = "";

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    ImportCommand() {}

    @Override
    public Integer call() throws Exception {
        files.forEach(file -> Inputs.requireReadable(spec, file));
        Inputs.requireReadable(spec, mapping);
        Mapping read = Mapping.read(mapping);
        List<ImportResult> results = new ArrayList<>();
        try (Registry registry = installation.open();
                Cancellation cancellation = new Cancellation();
                IssueFile issueFile = IssueFile.open(issues)) {
            ImportJob job = new ImportJob(registry);
            ImportOptions options = new ImportOptions(Operator.named(actor), dryRun);
            for (Path file : files) {
                Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
                ImportResult result = job.run(file, read, folder, options, issueFile, cancellation);
                ImportSummary.print(result, dryRun, spec.commandLine().getOut());
                results.add(result);
                if (result.isCancelled()) {
                    return ExitCode.FAILED;
                }
            }
        }
        boolean hasRefused = results.stream().anyMatch(result -> result.report().refused() > 0);
        return hasRefused ? ExitCode.DONE_WITH_REFUSED_ROWS : ExitCode.DONE;
    }
}
