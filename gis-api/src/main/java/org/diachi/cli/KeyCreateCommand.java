package org.diachi.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.diachi.registry.Registry;
import org.diachi.security.KeyStore;
import org.diachi.security.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a key and prints it, alone on the last line, this one time. */
@Command(name = "create", description = "Make a key; it is printed on the last line.", mixinStandardHelpOptions = true)
final class KeyCreateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Installation installation;

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "What its bearer may do: ${COMPLETION-CANDIDATES}; each includes those before it.")
    private Role role;

    @Option(
            names = "--ward",
            paramLabel = "W",
            description = "The code of a ward that it may write in; may be repeated. Default: all.")
    private List<String> wards = List.of();

    @Option(
            names = "--layer",
            paramLabel = "L",
            description = "A collection that it may write in, or read where it is restricted; may be repeated."
                    + " Default: all.")
    private List<String> layers = List.of();

    @Option(names = "--label", paramLabel = "TEXT", description = "What it is for; the change log tells it.")
    private String label = "";

    @Option(names = "--days", paramLabel = "N", description = "How many days it is good for. Default: until revoked.")
    private @Nullable Integer days;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    KeyCreateCommand() {}

    @Override
    public Integer call() {
        Instant expires = days == null ? null : Instant.now().plus(Duration.ofDays(days));
        try (Registry registry = installation.open()) {
            KeyStore.Grant grant = new KeyStore.Grant(role, wards, layers, label, expires);
            String key = new KeyStore(registry.dataSource()).create(grant);
            PrintWriter out = spec.commandLine().getOut();
            out.println("Keep this key: only a hash of it is stored. Send it as \"Authorization: Bearer KEY\".");
            out.println(key);
            out.flush();
        }
        return ExitCode.DONE;
    }
}
