package org.diachi.ogc;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.diachi.http.Body;
import org.diachi.registry.Registry;
import org.springframework.stereotype.Component;

/**
 * Files of whole collections that are made once and given to all who ask, from any byte on. A file stays as it is for an
 * hour, so that a download that broke off can go on, and is made anew when it is asked for after that and the register has
 * changed. Whenever one is made, those that it takes the place of are removed, and all that are a day old. Thread-safe.
 */
@Component
class PreparedFiles {

    private static final Duration STAYS = Duration.ofHours(1);
    private static final Duration LASTS = Duration.ofDays(1);
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    PreparedFiles(Registry registry) {
        this.folder = registry.home().folder().resolve("downloads");
    }

    /**
     * The file of a name in a state of the register, or in one that was the last not an hour ago.
     *
     * @param name tells all that files may differ by, but for the state
     * @param state of the register, as a part of a file name
     * @param isCompressed whether it is compressed by gzip
     * @param body writes the file if it is to be made
     */
    Path get(String name, String state, boolean isCompressed, Body body) {
        synchronized (locks.computeIfAbsent(name, key -> new Object())) {
            try {
                Files.createDirectories(folder);
                Path current = folder.resolve(name + "@" + state);
                Optional<Path> last = last(name);
                if (last.isPresent() && (last.get().equals(current) || isYoung(last.get()))) {
                    return last.get();
                }
                make(current, isCompressed, body);
                removeOthers(name, current);
                return current;
            } catch (IOException e) {
                throw new UncheckedIOException("Preparing " + name, e);
            }
        }
    }

    private Optional<Path> last(String name) throws IOException {
        return list(name + "@").stream().max(Comparator.comparing(PreparedFiles::made));
    }

    private List<Path> list(String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .toList();
        }
    }

    private static Instant made(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            // Somebody else has just removed it.
            return Instant.MIN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isYoung(Path file) {
        return made(file).isAfter(Instant.now().minus(STAYS));
    }

    private void make(Path file, boolean isCompressed, Body body) throws IOException {
        // Of another name until it is whole, whatever becomes of this process.
        Path part = Files.createTempFile(folder, "part-", "");
        try {
            try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(part), BUFFER_BYTES);
                    OutputStream out = isCompressed ? new GZIPOutputStream(plain, BUFFER_BYTES) : plain) {
                body.writeTo(out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Whoever reads one of them reads on to its end. */
    private void removeOthers(String name, Path current) throws IOException {
        Instant old = Instant.now().minus(LASTS);
        for (Path file : list("")) {
            boolean isReplaced = file.getFileName().toString().startsWith(name + "@");
            if (!file.equals(current) && (isReplaced || made(file).isBefore(old))) {
                Files.deleteIfExists(file);
            }
        }
    }
}
