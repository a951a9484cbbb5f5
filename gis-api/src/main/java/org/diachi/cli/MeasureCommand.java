package org.diachi.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.diachi.measure.Measures;
import org.diachi.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures what there is and how good it is, now rather than at night. */
@Command(
        name = "measure",
        description = {
            "Measure what there is and how good it is, for each layer, ward and agency, as the service does every night.",
            "Prints one line for each number: measure, layer, ward, agency, value, with tabs between them. The numbers are"
                    + " then those of GET /api/v1/quality; docs/quality.md has the SQL of each."
        },
        mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Installation installation;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    MeasureCommand() {}

    @Override
    public Integer call() {
        try (Registry registry = installation.open()) {
            PrintWriter out = spec.commandLine().getOut();
            Measures.Run run = registry.measures().run(registry.profile().today());
            List<Measures.Value> values = registry.measures().list(run);
            values.forEach(value -> out.println(String.join(
                    "\t",
                    value.measure(),
                    value.layer(),
                    value.ward() == null ? "" : value.ward(),
                    value.agency() == null ? "" : value.agency(),
                    String.valueOf(value.value()))));
            out.println(values.size() + " numbers of " + run.day() + ", entry " + run.seq());
            out.flush();
            return ExitCode.DONE;
        }
    }
}
