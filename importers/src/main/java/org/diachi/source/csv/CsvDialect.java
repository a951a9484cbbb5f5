package org.diachi.source.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.diachi.source.ReadOptions;
import org.diachi.source.text.NumberText;

/**
 * How a CSV file separates and quotes its values.
 *
 * @param delimiter between values
 * @param quote around values that hold a delimiter or a line end
 * @param decimalMark in numbers
 * @param header whether the first row holds names
 * @param spacedQuotes whether white space stands between delimiters and quotes; without it, signs after a closing quote can
 *     be tolerated
 */
record CsvDialect(char delimiter, char quote, char decimalMark, boolean header, boolean spacedQuotes) {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int SAMPLE_ROWS = 200;
    private static final int LONGEST_VALUE = 64 << 20;
    private static final Pattern DOUBLE_QUOTED = Pattern.compile("(?m)(^|[,;\\t|])[ ]*\"");
    private static final Pattern SPACED_QUOTE = Pattern.compile("(?m)(^|[,;\\t|])[ ]+[\"']");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("(?m)(^|[,;\\t|])[ ]*'[^'\\n]*'[ ]*($|[,;\\t|])");

    /** Judges by a sample of whole lines; what the caller tells is taken as it is. */
    static CsvDialect of(String sample, ReadOptions options) {
        char quote = !DOUBLE_QUOTED.matcher(sample).find()
                        && SINGLE_QUOTED.matcher(sample).find()
                ? '\''
                : '"';
        boolean spaced = SPACED_QUOTE.matcher(sample).find();
        CsvDialect best = new CsvDialect(',', quote, '.', true, spaced);
        if (options.delimiter() != null) {
            best = new CsvDialect(options.delimiter(), quote, '.', true, spaced);
        } else {
            Fit bestFit = best.fit(sample);
            for (char delimiter : DELIMITERS) {
                CsvDialect candidate = new CsvDialect(delimiter, quote, '.', true, spaced);
                Fit fit = candidate.fit(sample);
                if (fit.isBetterThan(bestFit)) {
                    best = candidate;
                    bestFit = fit;
                }
            }
        }
        List<CsvRecord> rows = best.records(sample);
        char mark = options.decimalMark() != null ? options.decimalMark() : best.decimalMarkOf(rows);
        boolean header = options.header() != null ? options.header() : looksLikeHeader(rows);
        return new CsvDialect(best.delimiter, quote, mark, header, spaced);
    }

    /** A tokeniser for text in this dialect. */
    CsvReader<CsvRecord> reader(Reader text, Cleaner cleaner) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(!spacedQuotes)
                .trimWhitespacesAroundQuotes(spacedQuotes)
                .maxBufferSize(LONGEST_VALUE)
                .build(
                        CsvRecordHandler.of(handler -> handler.fieldModifier(cleaner)
                                .maxFieldSize(LONGEST_VALUE)
                                .maxRecordSize(2 * LONGEST_VALUE)),
                        text);
    }

    /** How well a delimiter explains a sample: names apart first, then rows as wide as the header, then the width. */
    private record Fit(boolean separatesHeader, double evenShare, int width) {
        boolean isBetterThan(Fit other) {
            if (separatesHeader != other.separatesHeader) {
                return separatesHeader;
            }
            return evenShare != other.evenShare ? evenShare > other.evenShare : width > other.width;
        }
    }

    private Fit fit(String sample) {
        List<CsvRecord> rows = records(sample);
        if (rows.isEmpty()) {
            return new Fit(false, 0, 0);
        }
        int width = rows.get(0).getFieldCount();
        long even = rows.stream()
                .skip(1)
                .filter(row -> row.getFieldCount() == width)
                .count();
        return new Fit(width > 1, rows.size() == 1 ? 1 : even / (rows.size() - 1.0), width);
    }

    private List<CsvRecord> records(String sample) {
        List<CsvRecord> rows = new ArrayList<>();
        Iterator<CsvRecord> records =
                reader(new StringReader(sample), new Cleaner()).iterator();
        try {
            while (rows.size() < SAMPLE_ROWS && records.hasNext()) {
                CsvRecord row = records.next();
                if (!isBlank(row)) {
                    rows.add(row);
                }
            }
        } catch (CsvParseException e) {
            // The sample may end inside quotes, or the candidate is wrong: the rows so far decide.
            return rows;
        }
        return rows;
    }

    static boolean isBlank(CsvRecord row) {
        for (int i = 0; i < row.getFieldCount(); i++) {
            if (!row.getField(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** With a comma between values, a comma inside a number groups digits more often than not. */
    private char decimalMarkOf(List<CsvRecord> rows) {
        if (delimiter == ',') {
            return '.';
        }
        int balance = 0;
        for (CsvRecord row : rows) {
            for (String value : row.getFields()) {
                boolean comma = value.indexOf(',') >= 0 && NumberText.parse(value, ',') != null;
                boolean point = value.indexOf('.') >= 0 && NumberText.parse(value, '.') != null;
                balance += (comma ? 1 : 0) - (point ? 1 : 0);
            }
        }
        return balance > 0 ? ',' : '.';
    }

    /** A first row with a number in it is data. */
    private static boolean looksLikeHeader(List<CsvRecord> rows) {
        return rows.isEmpty()
                || rows.get(0).getFields().stream()
                        .noneMatch(
                                value -> NumberText.parse(value, '.') != null || NumberText.parse(value, ',') != null);
    }
}
