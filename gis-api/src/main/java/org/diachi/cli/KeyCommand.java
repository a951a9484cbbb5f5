package org.diachi.cli;

import picocli.CommandLine.Command;

/** The commands on keys. */
@Command(
        name = "key",
        description = "Make, list and revoke the keys that writing needs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {KeyCreateCommand.class, KeyListCommand.class, KeyRevokeCommand.class})
final class KeyCommand {}
