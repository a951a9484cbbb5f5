package org.diachi.value;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real data that the tests read; its place is told by an environment variable. */
public final class RealData {

    private static final String VARIABLE = "DIACHI_REAL_DATA";

    private RealData() {}

    /** A file of the real data; fails loudly if the variable or the file is missing. */
    public static Path file(String relative) {
        String folder = System.getenv(VARIABLE);
        if (folder == null) {
            throw new IllegalStateException("Set " + VARIABLE + " to the folder of the real test data");
        }
        Path file = Path.of(folder, relative);
        if (!Files.exists(file)) {
            throw new IllegalStateException(VARIABLE + " has no " + relative + ": " + file);
        }
        return file;
    }
}
