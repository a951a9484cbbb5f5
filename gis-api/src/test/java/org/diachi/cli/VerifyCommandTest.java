package org.diachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.diachi.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code verify} and {@code reform} as an operator calls them. */
class VerifyCommandTest {

    private static final String CITY = Path.of("..", "data", "hue").toString();

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    Path folder;

    private CommandProcess run(String... arguments) {
        return CommandProcess.run(DATABASE.address(), arguments);
    }

    private CommandProcess reform(Path table, String... more) {
        String[] call = {"reform", table.toString(), "--city", CITY, "--effective", "2030-01-01", "--document", "1/NQ"};
        String[] all = Arrays.copyOf(call, call.length + more.length);
        System.arraycopy(more, 0, all, call.length, more.length);
        return run(all);
    }

    @Test
    void theViewsAreComparedWithTheTruth() {
        CommandProcess well = run("verify", "--city", CITY);
        assertThat(well.exitCode()).as(well.err()).isEqualTo(ExitCode.DONE);
        assertThat(well.out().lines())
                .hasSize(7)
                .allMatch(
                        line -> line.matches(
                                "(address-counts|collection-extents|search|conflicts|drainage-network|map-packs): entry \\d+ of \\d+|audit log: \\d+:[0-9a-f]{64}"));

        DATABASE.jdbc().update("INSERT INTO view.address_counts VALUES (1, 'building', 'current', '2025-07-01', 7)");
        CommandProcess broken = run("verify", "--city", CITY);
        assertThat(broken.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(broken.out())
                .contains("address-counts: ward 1, building, current, from 2025-07-01: 7 here, 0 in truth");

        DATABASE.jdbc().update("DELETE FROM view.position WHERE name = 'address-counts'");
        CommandProcess rebuilt = run("verify", "--city", CITY);
        assertThat(rebuilt.exitCode()).as(rebuilt.out()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aChangedAuditLogIsFoundOut() {
        DATABASE.jdbc().execute("ALTER TABLE registry.audit DISABLE TRIGGER append_only");
        DATABASE.jdbc().update("UPDATE registry.audit SET actor = 'someone else' WHERE seq = 1");
        CommandProcess changed = run("verify", "--city", CITY);
        assertThat(changed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(changed.out()).contains("audit entry 1 is not what it was when it was written");
        DATABASE.jdbc().update("UPDATE registry.audit SET actor = 'migration' WHERE seq = 1");
        DATABASE.jdbc().execute("ALTER TABLE registry.audit ENABLE TRIGGER append_only");
    }

    @Test
    void aReformIsAppliedOnceAndRefusedAsAWhole() throws IOException {
        Path table = Files.writeString(folder.resolve("reform.csv"), """
                from,to,type,name,population
                19789,29999,Phường,Mới,70000
                19774,29999,Phường,Mới,70000
                """);
        CommandProcess first = reform(table);
        assertThat(first.exitCode()).as(first.err() + first.out()).isEqualTo(ExitCode.DONE);
        assertThat(first.out()).matches("0 addresses moved; the change log ends at \\d+\\s*");
        assertThat(DATABASE.jdbc()
                        .queryForObject(
                                "SELECT count(*) FROM registry.place_version WHERE code = '29999' AND ended IS NULL",
                                Integer.class))
                .isEqualTo(1);
        CommandProcess again = reform(table);
        assertThat(again.out()).isEqualTo(first.out());

        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "from,to\n00001,19777\n19780,\n");
        CommandProcess refused = reform(wrong);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(refused.err()).contains("Row 2 lacks to");
        CommandProcess unknown = reform(Files.writeString(folder.resolve("unknown.csv"), "from,to\n00001,19777\n"));
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(unknown.err()).contains("0 units of the level ward bear the code 00001");
        CommandProcess missing = run("reform", "--city", CITY);
        assertThat(missing.exitCode()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(missing.err()).contains("Usage: diachi reform");
    }
}
