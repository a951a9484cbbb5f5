package org.diachi.source;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real data sets, which the environment variable DIACHI_REAL_DATA names. */
final class RealData {

    private RealData() {}

    static Path file(String name) {
        String folder = System.getenv("DIACHI_REAL_DATA");
        if (folder == null || !Files.isDirectory(Path.of(folder))) {
            throw new IllegalStateException("Set DIACHI_REAL_DATA to the folder of real data sets");
        }
        return Path.of(folder, name);
    }
}
