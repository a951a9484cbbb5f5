package org.diachi.source.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text file.
 *
 * @param charset decodes its bytes
 * @param bom length in bytes of the byte order mark before the text
 * @param certain whether the caller or a byte order mark says so; then a byte that means nothing is the row's problem,
 *     otherwise it proves that the assumption was wrong
 */
public record TextEncoding(Charset charset, int bom, boolean certain) {

    /** What to offer a caller whose file is in none of the encodings that can be detected. */
    public static final String CHOICES =
            "Tell its encoding: windows-1258, TCVN3, VISCII, windows-1252, GBK or another known to Java";

    private static final int BUFFER = 1 << 16;

    /**
     * The charset of that name. TCVN3 (ABC) and VISCII are known besides those of the platform, and code pages may be given by
     * number, as {@code .cpg} files do. Throws {@link IllegalArgumentException} for an unknown name.
     */
    public static Charset charset(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replaceFirst("^(ANSI|OEM|CP)[ -]?(?=\\d)", "");
        return switch (wanted) {
            case "TCVN3", "TCVN", "ABC", "TCVN5712", "TCVN-5712" -> VietnameseCharset.TCVN3;
            case "VISCII" -> VietnameseCharset.VISCII;
            case "65001", "UTF8" -> StandardCharsets.UTF_8;
            case "88591", "8859_1" -> StandardCharsets.ISO_8859_1;
            case "936" -> platformCharset("GBK", name);
            case "950" -> platformCharset("Big5", name);
            default ->
                platformCharset(
                        wanted.matches("125\\d")
                                ? "windows-" + wanted
                                : wanted.matches("\\d{3}") ? "IBM" + wanted : wanted,
                        name);
        };
    }

    private static Charset platformCharset(String name, String told) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException("The encoding '" + told + "' is not known. " + CHOICES + ".", e);
        }
    }

    /** Decides by byte order mark, else by what is told, else by the zero bytes of UTF-16; what remains must be UTF-8. */
    public static TextEncoding of(byte[] head, @Nullable String told) {
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return new TextEncoding(StandardCharsets.UTF_8, 3, told != null);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2, true);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2, true);
        }
        if (told != null) {
            return new TextEncoding(charset(told), 0, true);
        }
        if (head.length >= 4 && head[1] == 0 && head[3] == 0) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0, false);
        }
        if (head.length >= 4 && head[0] == 0 && head[2] == 0) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0, false);
        }
        return new TextEncoding(StandardCharsets.UTF_8, 0, false);
    }

    /** A decoder that replaces meaningless bytes by U+FFFD where the encoding is certain, and fails on them otherwise. */
    public CharsetDecoder decoder() {
        CodingErrorAction action = certain ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
        return charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
    }

    /** The name to show to people. */
    public String name() {
        return charset.name();
    }

    /** The 0-based position of the first byte that means nothing in this charset, or -1 where all do. */
    public static long firstMalformed(InputStream in, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        long consumed = 0;
        for (boolean end = false; !end; ) {
            int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
            end = n < 0;
            bytes.position(bytes.position() + Math.max(n, 0)).flip();
            int before = bytes.position();
            CoderResult result;
            do {
                chars.clear();
                result = decoder.decode(bytes, chars, end);
            } while (result.isOverflow());
            consumed += bytes.position() - before;
            if (result.isError()) {
                return consumed;
            }
            bytes.compact();
        }
        return -1;
    }
}
