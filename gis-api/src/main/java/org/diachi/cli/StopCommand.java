package org.diachi.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the private cluster; a database of one's own is left alone. */
@Command(name = "stop", description = "End the private PostGIS cluster.", mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Installation installation;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    StopCommand() {}

    @Override
    public Integer call() {
        spec.commandLine()
                .getErr()
                .println(
                        installation.stopCluster()
                                ? "diachi: the cluster has ended"
                                : "diachi: nothing is running any more");
        return ExitCode.DONE;
    }
}
