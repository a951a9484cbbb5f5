package org.diachi.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.diachi.address.WardReform;
import org.diachi.change.ActContext;
import org.diachi.place.Reform;
import org.diachi.place.ReformRefusedException;
import org.diachi.registry.Registry;
import org.diachi.run.ReformFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A reform of administrative units as one act. */
@Command(
        name = "reform",
        description = {
            "Replace wards by others, with every address in them, as one act.",
            "The table has the columns from and to (codes); where name is filled in, the unit \"to\" begins with the"
                    + " reform, with its type word in the column type and its population. No address code changes."
        },
        mixinStandardHelpOptions = true)
final class ReformCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Installation installation;

    @Parameters(paramLabel = "FILE.csv", description = "The table of successions.")
    private Path table;

    @Option(names = "--effective", required = true, paramLabel = "DATE", description = "First day of the new order.")
    private LocalDate effective;

    @Option(names = "--document", required = true, paramLabel = "TEXT", description = "The decision or law.")
    private String document;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in words.")
    private @Nullable String reason;

    @Option(names = "--level", paramLabel = "LEVEL", description = "The level of the units. Default: ${DEFAULT-VALUE}.")
    private String level = "ward";

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who is responsible, as the change log says. Default: ${DEFAULT-VALUE}")
    private String actor;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    ReformCommand() {}

    @Override
    public Integer call() {
        Inputs.requireReadable(spec, table);
        try (Registry registry = installation.open()) {
            Reform reform = ReformFile.read(table, effective, level);
            ActContext context = new ActContext(Operator.named(actor), effective, reason, document, null);
            WardReform.Result result = registry.wardReform().apply(reform, context);
            spec.commandLine()
                    .getOut()
                    .println(result.addresses() + " addresses moved; the change log ends at " + result.lastSeq());
            return ExitCode.DONE;
        } catch (ReformRefusedException e) {
            spec.commandLine().getErr().println("diachi: " + e.getMessage());
            return ExitCode.WRONG_CALL;
        }
    }
}
