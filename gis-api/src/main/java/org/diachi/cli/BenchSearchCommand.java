package org.diachi.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.diachi.bench.quality.QualityBench;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "search",
        description = {
            "Measure how fast the search answers, or how well it finds what people mean.",
            "Speed: a service is started that makes its search index from nothing; it is asked for what people type, for"
                    + " codes and places, and to match a list. Beside that PostgreSQL with trigrams over the same addresses,"
                    + " in the database diachi_bench, which is dropped afterwards.",
            "Quality: --quality asks some thousand queries of the sample city, in a database of their own, and prints how many of a"
                    + " hundred are answered right, by family. --own asks the register of this installation for its own"
                    + " addresses in four ways of writing; --cases asks it for what files tell."
        },
        mixinStandardHelpOptions = true)
final class BenchSearchCommand implements Callable<Integer> {

    @Option(names = "--quality", description = "Ask the suite over the sample city.")
    private boolean quality;

    @Option(names = "--own", description = "Ask for addresses of this installation's own register.")
    private boolean own;

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "Ask for the cases of a file: our own CSV, the CSV of geocoder-tester, or the JSON of Pelias."
                    + " May be given several times.")
    private List<Path> cases = List.of();

    @Option(
            names = "--addresses",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many addresses --own asks for. Default: ${DEFAULT-VALUE}")
    private int addresses;

    @Option(
            names = "--failures",
            paramLabel = "FILE",
            description = "Write a line for each case that was answered wrong.")
    private @Nullable Path failures;

    @Mixin
    private SearchSpeed speed;

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    BenchSearchCommand() {}

    @Override
    public Integer call() throws Exception {
        if (!quality && !own && cases.isEmpty()) {
            speed.run(installation, spec);
            return ExitCode.DONE;
        }
        QualityBench bench =
                new QualityBench(BenchCommand.results(), spec.commandLine().getOut(), failures);
        if (quality) {
            try (Installation.Server server = installation.server()) {
                bench.runSuite(server.address(), installation.folder().toAbsolutePath());
            }
        }
        if (own || !cases.isEmpty()) {
            try (Registry registry = installation.open()) {
                registry.views().runOnce();
                bench.runFiles(registry, cases);
                if (own) {
                    bench.runOwn(registry, addresses);
                }
            }
        }
        return ExitCode.DONE;
    }
}
