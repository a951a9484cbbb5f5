package org.diachi.source.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.diachi.source.BrokenFileException;
import org.diachi.source.ReadOptions;
import org.diachi.source.text.TextEncoding;
import org.jspecify.annotations.Nullable;

/**
 * Decides the text encoding of a dBase table: what the caller tells, else its {@code .cpg}, else UTF-8 if every text is
 * valid, else its language driver byte. A wrong guess would corrupt names silently, so that nothing further is tried.
 */
final class DbfEncoding {

    /** Language drivers by their byte, as the dBase and FoxPro manuals list them; 0x57 is the system's and says nothing. */
    private static final Map<Integer, String> DRIVERS = Map.ofEntries(
            Map.entry(0x01, "437"),
            Map.entry(0x02, "850"),
            Map.entry(0x03, "1252"),
            Map.entry(0x13, "932"),
            Map.entry(0x4D, "936"),
            Map.entry(0x4F, "950"),
            Map.entry(0x58, "1252"),
            Map.entry(0x59, "1252"),
            Map.entry(0x64, "852"),
            Map.entry(0x65, "866"),
            Map.entry(0x78, "950"),
            Map.entry(0x7A, "936"),
            Map.entry(0x7C, "874"),
            Map.entry(0x7D, "1255"),
            Map.entry(0x7E, "1256"),
            Map.entry(0xC8, "1250"),
            Map.entry(0xC9, "1251"),
            Map.entry(0xCA, "1254"),
            Map.entry(0xCB, "1253"),
            Map.entry(0xCC, "1257"));

    private DbfEncoding() {}

    static Charset of(Path table, @Nullable String codePage, ReadOptions options) throws IOException {
        if (options.encoding() != null) {
            return TextEncoding.charset(options.encoding());
        }
        if (codePage != null && !codePage.isEmpty()) {
            return TextEncoding.charset(codePage);
        }
        try (DbfTable records = DbfTable.open(table)) {
            long strange = firstNotUtf8(records);
            if (strange < 0) {
                return StandardCharsets.UTF_8;
            }
            String driver = DRIVERS.get(records.language());
            if (driver == null) {
                throw new BrokenFileException(
                        table,
                        "Its text is not UTF-8 and neither a .cpg file nor its header names another encoding",
                        "record " + strange,
                        TextEncoding.CHOICES + ".");
            }
            return TextEncoding.charset(driver);
        }
    }

    /** The 1-based number of the first record whose text is not UTF-8, or -1. A letter cut off by the column is fine. */
    private static long firstNotUtf8(DbfTable records) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        for (long number = 1; records.next(); number++) {
            for (DbfField field : records.fields()) {
                ByteBuffer text = ByteBuffer.wrap(records.record(), field.offset(), field.length());
                if (field.isText()
                        && decoder.reset().decode(text, chars.clear(), false).isError()) {
                    return number;
                }
            }
        }
        return -1;
    }
}
