package org.diachi.cli;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.diachi.place.Wards;
import org.diachi.registry.Registry;
import org.diachi.security.Bounds;
import org.diachi.security.KeyStore;
import org.diachi.security.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a key and prints it, alone on the last line, this one time. */
@Command(name = "create", description = "Make a key; it is printed on the last line.", mixinStandardHelpOptions = true)
final class KeyCreateCommand implements Callable<Integer> {

    private static final String EXPIRES_HINT = "--expires takes a day (2027-01-01) or a number of days (90d), not ";

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
            description = "The code of a ward that it may write addresses of; may be repeated.")
    private List<String> wards = List.of();

    @Option(
            names = "--kind",
            paramLabel = "K",
            description = "A kind of addresses that it may write: building, business, publicSpace; may be repeated.")
    private List<String> kinds = List.of();

    @Option(
            names = "--layer",
            paramLabel = "L",
            description = "A layer that it may write, or read where it is restricted; may be repeated."
                    + " Without ward, kind and layer it may write everything; a layer alone gives no addresses, a ward"
                    + " or kind alone no layers.")
    private List<String> layers = List.of();

    @Option(names = "--label", paramLabel = "TEXT", description = "What it is for; the change log tells it.")
    private String label = "";

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            description = "When it ends: the first day on which it holds no longer (2027-01-01), or after how many days"
                    + " (90d). Default: when it is revoked.")
    private @Nullable String expires;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    KeyCreateCommand() {}

    @Override
    public Integer call() {
        Bounds bounds = bounds();
        Instant end = expires == null ? null : end(expires);
        try (Registry registry = installation.open()) {
            requireWards(registry);
            KeyStore.Grant grant = new KeyStore.Grant(role, bounds, label, end);
            String key = new KeyStore(registry.dataSource()).create(grant, Operator.current());
            PrintWriter out = spec.commandLine().getOut();
            out.println("Keep this key: only a hash of it is stored. Send it as \"Authorization: Bearer KEY\".");
            out.println(key);
            out.flush();
        }
        return ExitCode.DONE;
    }

    private Bounds bounds() {
        try {
            return Bounds.of(wards, kinds, layers);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Instant end(String told) {
        try {
            Instant end = told.endsWith("d")
                    ? Instant.now().plus(Duration.ofDays(Long.parseLong(told.substring(0, told.length() - 1))))
                    : LocalDate.parse(told).atStartOfDay(ZoneId.systemDefault()).toInstant();
            if (end.isAfter(Instant.now())) {
                return end;
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw new ParameterException(spec.commandLine(), EXPIRES_HINT + told, e);
        }
        throw new ParameterException(spec.commandLine(), "A key that ends at once is of no use: --expires " + told);
    }

    /** A mistyped ward would make a key that may do nothing. */
    private void requireWards(Registry registry) {
        Wards known = registry.wards(registry.profile().today());
        for (String ward : wards) {
            if (!ward.equals("*") && known.findByCode(ward).isEmpty()) {
                throw new ParameterException(spec.commandLine(), "No ward of today has the code " + ward);
            }
        }
    }
}
