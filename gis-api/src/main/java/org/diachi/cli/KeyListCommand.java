package org.diachi.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.diachi.registry.Registry;
import org.diachi.security.KeyStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells of all keys what is known of them: everything but the keys. */
@Command(name = "list", description = "List the keys that were made.", mixinStandardHelpOptions = true)
final class KeyListCommand implements Callable<Integer> {

    private static final String COLUMNS = "%6s  %-13s  %-10s  %-20s  %-20s  %s%n";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Installation installation;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    KeyListCommand() {}

    @Override
    public Integer call() {
        try (Registry registry = installation.open()) {
            PrintWriter out = spec.commandLine().getOut();
            out.printf(COLUMNS, "number", "role", "state", "created", "expires", "for, within");
            Instant now = Instant.now();
            for (KeyStore.Key key : new KeyStore(registry.dataSource()).list()) {
                KeyStore.Grant grant = key.grant();
                String state = key.revoked() != null ? "revoked" : key.isInForce(now) ? "in force" : "expired";
                String bounds = String.join(", ", grant.bounds().words());
                out.printf(
                        COLUMNS,
                        key.number(),
                        grant.role().label(),
                        state,
                        day(key.created()),
                        grant.expires() == null ? "never" : day(grant.expires()),
                        grant.label() + (bounds.isEmpty() ? "" : "; " + bounds));
            }
            out.flush();
        }
        return ExitCode.DONE;
    }

    /** To the second. */
    private static String day(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond()).toString();
    }
}
