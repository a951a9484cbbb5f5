package org.diachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.diachi.Http;
import org.diachi.TestCity;
import org.diachi.audit.AuditEntry;
import org.junit.jupiter.api.Test;

/** A key's life on the command line: told once, good for what it says, listed, ended. */
class KeyCommandsTest {

    private static final String CITY = Path.of("..", "data", "hue").toString();

    private final TestCity city = TestCity.get();

    private CommandProcess run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--city";
        all[arguments.length + 1] = CITY;
        return CommandProcess.run(city.database(), all);
    }

    @Test
    void aKeyIsMadeListedAndEnded() {
        CommandProcess made = run(
                "key",
                "create",
                "--role",
                "steward",
                "--ward",
                TestCity.WARD,
                "--label",
                "permits",
                "--expires",
                "90d");
        assertThat(made.exitCode()).as(made.err()).isZero();
        String key = made.out().lines().reduce((first, last) -> last).orElseThrow();
        assertThat(status(key)).isEqualTo(200);

        CommandProcess listed = run("key", "list");
        String line = listed.out()
                .lines()
                .filter(one -> one.contains("permits"))
                .findFirst()
                .orElseThrow();
        assertThat(line).contains("steward", "in force", "ward " + TestCity.WARD);
        assertThat(listed.out()).doesNotContain(key);

        String number = line.strip().split(" ")[0];
        assertThat(run("key", "revoke", number).exitCode()).isZero();
        assertThat(status(key)).isEqualTo(401);
        assertThat(run("key", "revoke", number).exitCode()).isEqualTo(ExitCode.WRONG_CALL);
        List<AuditEntry> noted = city.registry().audit().list(0, 100_000).stream()
                .filter(entry -> ("key " + number).equals(entry.attempt().subject()))
                .toList();
        assertThat(noted).extracting(entry -> entry.attempt().act()).containsExactly("create key", "revoke key");
        assertThat(noted)
                .allMatch(entry -> entry.attempt().actor().endsWith(" (operator)")
                        && entry.attempt().place().equals("command line"));
    }

    private static int status(String key) {
        return Http.get("/api/v1/duplicates", "Authorization", "Bearer " + key).status();
    }

    @Test
    void aWardThatIsNoneMakesNoKey() {
        CommandProcess refused = run("key", "create", "--role", "editor", "--ward", "99999");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(refused.err()).contains("No ward of today has the code 99999");
    }
}
