package org.diachi.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The first bytes of a file and its extension, by which its format is recognised. */
public final class FileHead {

    private static final int LENGTH = 4096;

    private final byte[] bytes;
    private final String extension;

    FileHead(byte[] bytes, String extension) {
        this.bytes = bytes.clone();
        this.extension = extension;
    }

    static FileHead of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileHead(in.readNBytes(LENGTH), extensionOf(file));
        }
    }

    private static String extensionOf(Path file) {
        String name = file.toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Lower case, without the dot; empty where there is none. */
    public String extension() {
        return extension;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Whether the file begins with these bytes. */
    public boolean startsWith(byte... magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    /** Whether the file begins with this ASCII text. */
    public boolean startsWith(String magic) {
        return startsWith(magic.getBytes(StandardCharsets.US_ASCII));
    }

    /** The first printable ASCII sign, or the record separator of JSON text sequences; 0 where there is none. */
    public byte firstSign() {
        for (byte b : bytes) {
            if (b > ' ' || b == 0x1E) {
                return b;
            }
        }
        return 0;
    }
}
