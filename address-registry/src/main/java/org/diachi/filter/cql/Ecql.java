package org.diachi.filter.cql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diachi.filter.FilterException;
import org.diachi.filter.ParsedFilter;
import org.diachi.filter.Places;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;

/** Reads ECQL with GeoTools' parser, which goes one step deeper at each bracket and each negation. */
public final class Ecql {

    private static final int MOST_LETTERS = 4_000;
    private static final int MOST_DEPTH = 20;
    private static final Pattern COLUMN = Pattern.compile("line (\\d+), column (\\d+)");
    private static final Pattern NOT = Pattern.compile("\\bNOT\\b", Pattern.CASE_INSENSITIVE);

    private Ecql() {}

    static ParsedFilter parse(String text) {
        requireSmall(text);
        try {
            return new ParsedFilter(ECQL.toFilter(text), new Places(text));
        } catch (CQLException | RuntimeException e) {
            throw unreadable(text, e);
        }
    }

    /**
     * Reads filters between semicolons.
     *
     * @throws FilterException if they cannot be read
     */
    public static List<Filter> parseList(String text) {
        requireSmall(text);
        try {
            return ECQL.toFilterList(text);
        } catch (CQLException | RuntimeException e) {
            throw unreadable(text, e);
        }
    }

    private static void requireSmall(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth > MOST_DEPTH || i >= MOST_LETTERS) {
                throw new FilterException(Places.character(i), "the filter is longer or deeper than filters may be");
            }
        }
        Matcher negations = NOT.matcher(text);
        for (int count = 0; negations.find(); count++) {
            if (count >= MOST_DEPTH) {
                throw new FilterException(
                        Places.character(negations.start()), "the filter is longer or deeper than filters may be");
            }
        }
    }

    /** The parser's first line says what it met; the others list all that it knows. */
    private static FilterException unreadable(String text, Exception problem) {
        String message = String.valueOf(problem.getMessage());
        Matcher column = COLUMN.matcher(message);
        int index =
                column.find() ? index(text, Integer.parseInt(column.group(1)), Integer.parseInt(column.group(2))) : 0;
        String first = message.lines().findFirst().orElse("it cannot be read");
        return new FilterException(Places.character(index), "this is not ECQL: " + first.strip());
    }

    private static int index(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + column - 1;
    }
}
