package org.diachi.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diachi.change.TimeView;
import org.diachi.drainage.check.Finding;
import org.diachi.drainage.check.NetworkCheck;
import org.diachi.drainage.check.Rule;
import org.diachi.drainage.network.Network;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what is wrong with the network. */
@Command(
        name = "check",
        description = {
            "Tell what is wrong with the drainage network, rule by rule.",
            "The service gives the same as features with their places: /api/v1/drainage/findings."
        },
        mixinStandardHelpOptions = true)
final class DrainageCheckCommand implements Callable<Integer> {

    @Option(names = "--rule", paramLabel = "RULE", description = "List the findings of a rule, such as uphill.")
    private @Nullable String rule;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day whose state is checked. Default: today.")
    private @Nullable LocalDate asOf;

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    DrainageCheckCommand() {}

    @Override
    public Integer call() {
        try (Registry registry = installation.open()) {
            LocalDate day = Objects.requireNonNullElse(asOf, registry.profile().today());
            int srid = registry.profile().storageCrs().epsg();
            Network network = registry.drainageNetworks().at(TimeView.of(day)).network();
            print(network, NetworkCheck.of(network, srid), spec.commandLine().getOut());
            return ExitCode.DONE;
        }
    }

    private void print(Network network, List<Finding> findings, PrintWriter out) {
        Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
        for (Finding finding : findings) {
            counts.merge(finding.rule(), 1, Integer::sum);
            if (finding.rule().label().equals(rule)) {
                out.println((finding.row() == 0 ? "" : "row " + finding.row() + ": ") + finding.message());
            }
        }
        out.printf(
                "%d links, %d nodes, %d findings%n",
                network.links().size(), network.nodes().size(), findings.size());
        counts.forEach((found, count) -> out.printf(
                "%8d %-16s %s%s%n", count, found.label(), found.isSevere() ? "Severe. " : "", found.sentence()));
    }
}
