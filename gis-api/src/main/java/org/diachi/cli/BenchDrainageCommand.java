package org.diachi.cli;

import java.util.concurrent.Callable;
import org.diachi.bench.ScratchDatabase;
import org.diachi.bench.drainage.DrainageBench;
import org.diachi.city.CityProfile;
import org.diachi.db.Database;
import org.diachi.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "drainage",
        description = {
            "Measure how fast a trace through the drainage network is.",
            "One tree of invented drains is registered in the database diachi_bench, which is dropped afterwards. A trace"
                    + " upstream of its outfall goes through every link; beside it stands recursive SQL over the same rows."
        },
        mixinStandardHelpOptions = true)
final class BenchDrainageCommand implements Callable<Integer> {

    @Option(
            names = "--links",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many links. Default: ${DEFAULT-VALUE}")
    private int links;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How often each trace is made, after as many of warming up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    BenchDrainageCommand() {}

    @Override
    public Integer call() throws Exception {
        try (Installation.Server server = installation.server();
                ScratchDatabase scratch = ScratchDatabase.create(server.address());
                Registry registry = Registry.open(
                        Database.open(scratch.address()), CityProfile.read(installation.folder()), System.getenv())) {
            new DrainageBench(
                            registry,
                            Math.max(1, links),
                            Math.max(1, rounds),
                            spec.commandLine().getOut())
                    .run(BenchCommand.results());
        }
        return ExitCode.DONE;
    }
}
