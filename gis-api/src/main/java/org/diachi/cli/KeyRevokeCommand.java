package org.diachi.cli;

import java.util.concurrent.Callable;
import org.diachi.registry.Registry;
import org.diachi.security.KeyStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends a key at once. */
@Command(name = "revoke", description = "End a key.", mixinStandardHelpOptions = true)
final class KeyRevokeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Installation installation;

    @Parameters(paramLabel = "NUMBER", description = "The number of the key, as the change log names it.")
    private long number;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    KeyRevokeCommand() {}

    @Override
    public Integer call() {
        try (Registry registry = installation.open()) {
            boolean revoked = new KeyStore(registry.dataSource()).revoke(number, Operator.current());
            spec.commandLine()
                    .getErr()
                    .println("diachi: " + (revoked ? "the key is revoked" : "no key in force has this number"));
            return revoked ? ExitCode.DONE : ExitCode.WRONG_CALL;
        }
    }
}
