package org.diachi.cli;

import picocli.CommandLine.Command;

/** What can be done with the drainage network as a whole. */
@Command(
        name = "drainage",
        description = "Check the drainage network, or write it or a trace through it to a file.",
        mixinStandardHelpOptions = true,
        subcommands = {DrainageCheckCommand.class, DrainageExportCommand.class})
final class DrainageCommand {

    DrainageCommand() {}
}
