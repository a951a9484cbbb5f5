package org.diachi.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** The way in: opens and checks files of any format this house reads. */
public final class SourceFile {

    private static final List<SourceFormat> FORMATS =
            ServiceLoader.load(SourceFormat.class, SourceFile.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private SourceFile() {}

    /**
     * Opens a file. Its format is recognised by its first bytes, and only where these prove nothing by its extension.
     * Throws {@link BrokenFileException} for a file nobody here can read and {@link UncheckedIOException} where it cannot be
     * read from disk at all.
     */
    public static Source open(Path file, ReadOptions options) {
        try {
            return formatOf(file).open(file, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file once from end to end. Returning at all means that it is not broken: an import may begin, and knows how many
     * rows to expect.
     */
    public static FileFacts check(Path file, ReadOptions options) {
        try {
            SourceFormat format = formatOf(file);
            List<Path> parts = format.parts(file);
            long bytes = 0;
            for (Path part : parts) {
                bytes += Files.size(part);
            }
            CompletableFuture<String> digest = CompletableFuture.supplyAsync(() -> digest(parts));
            try (Source source = format.open(file, options)) {
                long rows = source.readThrough();
                return new FileFacts(file, bytes, digest.join(), rows, source.schema());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFormat formatOf(Path file) throws IOException {
        FileHead head = FileHead.of(file);
        if (head.isEmpty()) {
            throw new BrokenFileException(file, "The file is empty", "", "Export it again.");
        }
        for (SourceFormat format : FORMATS) {
            if (format.recognises(head)) {
                return format;
            }
        }
        refuseForeign(file, head);
        for (SourceFormat format : FORMATS) {
            if (format.extensions().contains(head.extension())) {
                return format;
            }
        }
        throw new BrokenFileException(file, "Its format is not known", "", "Readable are " + readable() + ".");
    }

    private static void refuseForeign(Path file, FileHead head) {
        if (head.startsWith("PK")) {
            throw new BrokenFileException(
                    file, "It is a ZIP archive or an office document", "", "Unpack it, or export the sheet as CSV.");
        }
        if (head.startsWith("PAR1") || head.startsWith("%PDF") || head.startsWith("<")) {
            throw new BrokenFileException(
                    file, "Its content is of another format", "", "Convert it to one of " + readable() + ".");
        }
    }

    private static String readable() {
        TreeSet<String> names = new TreeSet<>();
        FORMATS.forEach(format ->
                names.add(format.name() + " (" + String.join(", ", new TreeSet<>(format.extensions())) + ")"));
        return String.join(", ", names);
    }

    private static String digest(List<Path> parts) {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        for (Path part : parts) {
            if (parts.size() > 1) {
                String name = part.getFileName().toString();
                digest.update(name.substring(name.lastIndexOf('.') + 1).getBytes(StandardCharsets.UTF_8));
            }
            try (InputStream in = Files.newInputStream(part)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
