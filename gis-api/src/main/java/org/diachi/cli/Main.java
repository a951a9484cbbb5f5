package org.diachi.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one main class: every command of {@code ./diachi} that is not building or testing. */
@Command(
        name = "diachi",
        description = "A city's address registry and land-use map service.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            StopCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            DrainageCommand.class,
            SampleCommand.class,
            ReformCommand.class,
            MatchCommand.class,
            FollowCommand.class,
            MeasureCommand.class,
            VerifyCommand.class,
            PlatesCommand.class,
            KeyCommand.class,
            BenchCommand.class
        })
public final class Main {

    private Main() {}

    /** Runs the command that the arguments name, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, ready to be executed. */
    static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new Main())
                .setExecutionExceptionHandler(new Failures())
                .setCaseInsensitiveEnumValuesAllowed(true);
        String version = Main.class.getPackage().getImplementationVersion();
        tellVersion(commands, "diachi " + (version == null ? "(built by hand)" : version));
        return commands;
    }

    private static void tellVersion(CommandLine command, String version) {
        command.getCommandSpec().version(version);
        command.getSubcommands().values().forEach(each -> tellVersion(each, version));
    }
}
