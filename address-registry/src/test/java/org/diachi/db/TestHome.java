package org.diachi.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Homes of nodes that tests run, each empty at first, among what the build makes and cleans. */
public final class TestHome {

    private TestHome() {}

    /** The environment of a node with a home of its own. */
    public static Map<String, String> environment() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            return Map.of(
                    "DIACHI_HOME", Files.createTempDirectory(target, "home").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
