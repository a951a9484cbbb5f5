package org.diachi.cli;

import org.diachi.bench.JavaChild;
import org.diachi.bench.ResultFile;
import org.diachi.db.Home;
import picocli.CommandLine.Command;

/** The commands that measure. */
@Command(
        name = "bench",
        description = {
            "Measure speed on this machine.",
            "Results are printed with the facts of the machine, and appended to bench/results.jsonl in DIACHI_HOME."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BenchImportCommand.class,
            BenchImportOnceCommand.class,
            BenchLookupCommand.class,
            BenchRasterCommand.class,
            BenchActsCommand.class,
            BenchSearchCommand.class,
            BenchMapsCommand.class,
            BenchDrainageCommand.class,
            BenchLandUseCommand.class,
            BenchFeaturesCommand.class
        })
final class BenchCommand {

    /** Where results are kept. */
    static ResultFile results() {
        return new ResultFile(Home.fromEnvironment(System.getenv()).folder().resolve("bench"));
    }

    /** This program in another process. */
    static JavaChild child() {
        return new JavaChild(Main.class.getName());
    }
}
