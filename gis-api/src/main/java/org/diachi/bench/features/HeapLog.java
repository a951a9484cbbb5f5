package org.diachi.bench.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a virtual machine's memory was in use after each of its garbage collections, by the log that it writes.
 *
 * @param file of the log
 */
record HeapLog(Path file) {

    /** Such as {@code [12.3s][info][gc] GC(7) Pause Young (Normal) (G1 Evacuation Pause) 85M->40M(256M) 3.1ms}. */
    private static final Pattern COLLECTION = Pattern.compile("Pause .* \\d+M->(\\d+)M\\(\\d+M\\)");

    /** What makes a virtual machine write it. */
    List<String> options() {
        return List.of("-Xlog:gc:file=" + file);
    }

    /** How many lines it has now. */
    int position() throws IOException {
        return Files.readAllLines(file).size();
    }

    /** The most megabytes that were left in use by any collection since a line; 0 if there was none. */
    long mostMegabytesSince(int line) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(line)
                .mapToLong(HeapLog::megabytes)
                .max()
                .orElse(0);
    }

    static long megabytes(String line) {
        Matcher matcher = COLLECTION.matcher(line);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
