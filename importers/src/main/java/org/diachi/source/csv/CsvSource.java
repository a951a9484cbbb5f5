package org.diachi.source.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.diachi.source.BrokenFileException;
import org.diachi.source.DeclaredCrs;
import org.diachi.source.Detected;
import org.diachi.source.FieldType;
import org.diachi.source.ReadOptions;
import org.diachi.source.Row;
import org.diachi.source.RowProblem;
import org.diachi.source.RowProblem.Rule;
import org.diachi.source.Source;
import org.diachi.source.SourceField;
import org.diachi.source.SourceSchema;
import org.diachi.source.text.TextEncoding;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The rows of a CSV file. */
final class CsvSource implements Source {

    private static final int SAMPLE_BYTES = 1 << 16;
    private static final char UNDECODABLE = '\uFFFD';

    private final Path file;
    private final TextEncoding encoding;
    private final char quote;
    private final LastSign text;
    private final Cleaner cleaner = new Cleaner();
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final SourceSchema schema;
    private final PointOrWkt geometry;
    private @Nullable CsvRecord ahead;
    private long number;
    private long line;

    static CsvSource open(Path file, ReadOptions options) throws IOException {
        TextEncoding encoding = TextEncoding.of(head(file), options.encoding());
        CsvDialect dialect = CsvDialect.of(sample(file, encoding), options);
        LastSign text = new LastSign(text(file, encoding));
        try {
            return new CsvSource(file, encoding, dialect, options, text);
        } catch (RuntimeException e) {
            text.close();
            throw e;
        }
    }

    private CsvSource(Path file, TextEncoding encoding, CsvDialect dialect, ReadOptions options, LastSign text) {
        this.file = file;
        this.encoding = encoding;
        this.quote = dialect.quote();
        this.text = text;
        this.reader = dialect.reader(text, cleaner);
        this.records = reader.iterator();
        CsvRecord first = read();
        if (first == null) {
            throw new BrokenFileException(file, "It holds no rows, not even a header", "", "Export it again.");
        }
        ahead = dialect.header() ? read() : first;
        List<String> names = names(first, dialect.header());
        DeclaredCrs crs = options.crsOr(DeclaredCrs.NONE);
        this.geometry = new PointOrWkt(
                options.geometry(), names, ahead == null ? List.of() : ahead.getFields(), dialect, crs.srid());
        this.schema = SourceSchema.of("CSV", String.valueOf(file.getFileName()))
                .fields(names.stream()
                        .map(name -> new SourceField(name, FieldType.TEXT))
                        .toList())
                .geometry(geometry.geometryType(), crs)
                .detected(new Detected(
                        encoding.name(),
                        dialect.delimiter(),
                        dialect.decimalMark(),
                        dialect.header(),
                        geometry.columns()))
                .build();
    }

    private static List<String> names(CsvRecord first, boolean header) {
        List<String> names = new ArrayList<>();
        for (String field : first.getFields()) {
            names.add(header ? field.strip() : "");
        }
        return SourceField.uniqueNames(names);
    }

    @Override
    public SourceSchema schema() {
        return schema;
    }

    @Override
    public @Nullable Row next() {
        CsvRecord row = ahead;
        if (row == null) {
            return null;
        }
        ahead = read();
        return row(row);
    }

    private Row row(CsvRecord row) {
        number++;
        List<RowProblem> problems = new ArrayList<>(0);
        int width = schema.fields().size();
        @Nullable Object[] values = new @Nullable Object[width];
        for (int i = 0; i < Math.min(width, row.getFieldCount()); i++) {
            String value = row.getField(i);
            values[i] = value.isEmpty() ? null : value;
            if (encoding.certain() && value.indexOf(UNDECODABLE) >= 0) {
                problems.add(new RowProblem(
                        number,
                        schema.fields().get(i).name(),
                        value,
                        Rule.TEXT_UNDECODABLE,
                        "Some bytes mean nothing in " + encoding.name() + "; check the encoding of the file."));
            }
        }
        if (row.getFieldCount() != width) {
            problems.add(wrongWidth(row, width));
        }
        Geometry shape = geometry.read(number, values, problems::add);
        return new Row(schema, new Row.Position(number, row.getStartingLineNumber()), null, values, shape, problems);
    }

    private RowProblem wrongWidth(CsvRecord row, int width) {
        boolean surplus = row.getFieldCount() > width;
        return new RowProblem(
                number,
                null,
                surplus ? row.getField(width) : null,
                surplus ? Rule.TOO_MANY_VALUES : Rule.TOO_FEW_VALUES,
                "Line " + row.getStartingLineNumber() + " has " + row.getFieldCount() + " values for " + width
                        + " columns; quote values that hold the delimiter.");
    }

    /** The next record that is not blank, or null. */
    private @Nullable CsvRecord read() {
        try {
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                if (!CsvDialect.isBlank(row)) {
                    return row;
                }
            }
            refuseOpenQuote();
            return null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw wrongEncoding(file, encoding);
            }
            throw e;
        } catch (CsvParseException e) {
            throw new BrokenFileException(
                    file,
                    String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage()),
                    "after line " + line,
                    "Look for a quote that is never closed.",
                    e);
        }
    }

    /** The tokeniser takes all that follows an open quote for one value and does not complain. */
    private void refuseOpenQuote() {
        if (cleaner.lastQuoted() && text.last() != quote) {
            throw new BrokenFileException(
                    file,
                    "A quote is never closed",
                    "in the row that begins in line " + line,
                    "Close it, or double the quotes inside values.");
        }
    }

    private static BrokenFileException wrongEncoding(Path file, TextEncoding encoding) {
        try (InputStream in = Files.newInputStream(file)) {
            long at = TextEncoding.firstMalformed(in, encoding.charset());
            return new BrokenFileException(
                    file, "It is not " + encoding.name() + " text", "byte " + (at + 1), TextEncoding.CHOICES + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    private static Reader text(Path file, TextEncoding encoding) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(encoding.bom());
        return new InputStreamReader(in, encoding.decoder());
    }

    /** The first whole lines; all of a short file. */
    private static String sample(Path file, TextEncoding encoding) throws IOException {
        char[] chars = new char[SAMPLE_BYTES];
        try (Reader text = text(file, encoding)) {
            int length = 0;
            for (int n = 0; n >= 0 && length < chars.length; n = text.read(chars, length, chars.length - length)) {
                length += n;
            }
            String sample = new String(chars, 0, length);
            int end = Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r'));
            return length < chars.length || end < 0 ? sample : sample.substring(0, end);
        } catch (CharacterCodingException e) {
            throw wrongEncoding(file, encoding);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
