package org.diachi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaChildTest {

    private final JavaChild child = new JavaChild("org.diachi.cli.Main");

    @Test
    void oneJarIsStartedAsSuch() {
        assertThat(child.command("app/diachi.jar", List.of("-Xmx512m"), List.of("bench")))
                .endsWith("-Xmx512m", "-jar", "app/diachi.jar", "bench");
    }

    @Test
    void aClassPathIsStartedByItsMainClass() {
        assertThat(child.command("classes:lib/a.jar", List.of(), List.of("bench")))
                .endsWith("-cp", "classes:lib/a.jar", "org.diachi.cli.Main", "bench");
    }
}
