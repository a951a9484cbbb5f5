package org.diachi.search.batch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of CSV (RFC 4180) with a header, separated by comma, semicolon, tab or bar. What the caller wrote goes out letter
 * by letter, with more columns behind it.
 */
final class CsvRows implements RowFormat {

    static final List<String> COLUMNS = List.of(
            "match_code",
            "match_grade",
            "match_score",
            "match_kind",
            "match_address",
            "match_differs",
            "match_status",
            "match_successors",
            "match_candidates",
            "match_lon",
            "match_lat",
            "match_issue");

    /** Rows may go over some lines, in quotes. */
    private static final int MOST_LINES = 50;

    private static final String SEPARATORS = ",;\t|";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Lines lines;
    private final Row header;
    private final char separator;
    private final List<Integer> address;
    private final int cells;

    /**
     * Rows of a text.
     *
     * @param wanted the columns that make up the address; if none are named, the one called address or the only one
     * @throws MatchRefusedException if the columns are not there
     */
    CsvRows(Reader reader, List<String> wanted) throws IOException {
        lines = new Lines(reader);
        header = record().orElseThrow(() -> new MatchRefusedException("There is no header row"));
        separator = separator(header.raw());
        List<String> names = cells(withoutMark(header.raw()), separator);
        cells = names.size();
        address = AddressColumns.find(names, wanted);
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static char separator(String header) {
        char best = ',';
        for (char c : SEPARATORS.toCharArray()) {
            if (cells(header, c).size() > cells(header, best).size()) {
                best = c;
            }
        }
        return best;
    }

    @Override
    public void begin(Writer out) throws IOException {
        out.write(header.raw());
        for (String column : COLUMNS) {
            out.write(separator);
            out.write(column);
        }
        out.write(header.end().isEmpty() ? "\n" : header.end());
    }

    @Override
    public Optional<Row> next() throws IOException {
        return record().map(row -> {
            List<String> values = cells(row.raw(), separator);
            if (row.raw().isBlank()) {
                return row;
            }
            if (row.issue() != null || values.size() != cells) {
                String issue = Objects.requireNonNullElse(
                        row.issue(), "has " + values.size() + " cells where the header has " + cells);
                return new Row(row.raw(), row.end(), null, issue);
            }
            String text = address.stream()
                    .map(values::get)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .collect(Collectors.joining(", "));
            return new Row(row.raw(), row.end(), text, null);
        });
    }

    /** A record: a line, or more if a quote is open at its end. */
    private Optional<Row> record() throws IOException {
        Optional<Lines.Line> first = lines.next();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Lines.Line last = first.get();
        StringBuilder raw = new StringBuilder(last.text());
        Deque<Lines.Line> more = new ArrayDeque<>();
        while (isOpen(raw)) {
            Optional<Lines.Line> next = more.size() < MOST_LINES ? lines.next() : Optional.empty();
            if (next.isEmpty() || raw.length() > Lines.MOST_LETTERS) {
                next.ifPresent(more::push);
                more.forEach(lines::giveBack);
                return Optional.of(new Row(first.get().text(), first.get().end(), null, "a quote is not closed"));
            }
            more.push(next.get());
            raw.append(last.end()).append(next.get().text());
            last = next.get();
        }
        String issue = raw.length() > Lines.MOST_LETTERS ? "longer than any row" : null;
        return Optional.of(new Row(raw.toString(), last.end(), null, issue));
    }

    private static boolean isOpen(CharSequence raw) {
        return raw.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static List<String> cells(String raw, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '"' && isQuoted && i + 1 < raw.length() && raw.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == separator && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    @Override
    public void write(Row row, MatchedRow matched, Writer out) throws IOException {
        out.write(row.raw());
        if (row.address() == null && row.issue() == null) {
            out.write(row.end());
            return;
        }
        List<@Nullable Object> values = Arrays.asList(
                matched.code(),
                matched.grade(),
                matched.score(),
                matched.kind(),
                matched.address(),
                String.join("; ", matched.differs()),
                matched.status(),
                String.join(" ", matched.successors()),
                String.join(" ", matched.candidates()),
                degrees(matched.longitude()),
                degrees(matched.latitude()),
                matched.issue());
        for (Object value : values) {
            out.write(separator);
            out.write(value == null ? "" : quoted(value.toString()));
        }
        out.write(row.end());
    }

    private static @Nullable String degrees(@Nullable Double value) {
        return value == null ? null : String.valueOf(Math.round(value * 1e8) / 1e8);
    }

    private String quoted(String text) {
        boolean needsQuotes = text.chars().anyMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
        return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
