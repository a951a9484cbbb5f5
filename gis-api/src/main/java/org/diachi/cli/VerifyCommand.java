package org.diachi.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.diachi.pack.MapPacks;
import org.diachi.registry.Registry;
import org.diachi.view.ViewStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares every view with the truth, and the audit log with itself. */
@Command(
        name = "verify",
        description = {
            "Bring every view to the end of the change log and compare it with the truth; see whether the audit log is"
                    + " whole.",
            "The last line has number and hash of the last audit entry: kept elsewhere, it tells later whether anything"
                    + " before it was changed."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Installation installation;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    VerifyCommand() {}

    @Override
    public Integer call() {
        try (Registry registry = installation.open()) {
            PrintWriter out = spec.commandLine().getOut();
            registry.views().add(new MapPacks(registry));
            registry.views().runOnce();
            List<ViewStatus> views = registry.views().status();
            List<String> differences = new ArrayList<>(registry.views().verify());
            differences.addAll(registry.audit().verify());
            differences.forEach(out::println);
            views.forEach(view -> out.println(view.name() + ": entry " + view.position() + " of " + view.head()
                    + (view.failure() == null ? "" : ", stays behind: " + view.failure())));
            out.println("audit log: " + registry.audit().head());
            out.flush();
            boolean isWell = differences.isEmpty() && views.stream().allMatch(view -> view.failure() == null);
            return isWell ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
