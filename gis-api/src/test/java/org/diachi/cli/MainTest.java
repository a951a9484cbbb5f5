package org.diachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Calls of the command line that need no register. */
class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commands =
            Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "run --help",
                "stop --help",
                "key --help",
                "key create --help",
                "key list --help",
                "key revoke --help",
                "bench --help",
                "bench import --help",
                "bench lookup --help",
                "bench acts --help",
                "plates --help",
                "export --help",
                "verify --help",
                "follow --help",
                "reform --help",
                "import --help",
                "match --help",
                "sample --help"
            })
    void everyCommandTellsAboutItself(String call) {
        assertThat(commands.execute(call.split(" "))).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("Usage: diachi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key create",
                "key create --role king",
                "key create --role editor --kind castle",
                "key create --role editor --expires soon",
                "key create --role editor --expires 2001-01-01",
                "run --port many",
                "fly",
                "key revoke",
                "bench import --scale 0",
                "bench lookup --connections 99",
                "bench acts --connections 0",
                "plates --ward 19789",
                "export addresses",
                "import nowhere.csv --mapping nowhere.yaml",
                "import pom.xml --mapping nowhere.yaml",
                "match nowhere.csv answers.csv",
                "reform nowhere.csv --document none --effective 2027-01-01"
            })
    void aWrongCallSaysWhatIsWrong(String call) {
        assertThat(commands.execute(call.split(" "))).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(err.toString()).contains("Usage: diachi");
    }

    @Test
    void aMissingCityIsToldInOneLine() {
        assertThat(commands.execute("key", "create", "--role", "administrator", "--city", "atlantis"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).startsWith("diachi: ").contains("atlantis").hasLineCount(1);
    }
}
