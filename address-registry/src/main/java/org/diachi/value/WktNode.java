package org.diachi.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One element of a well-known text: a keyword with values (texts, numbers, words) and child elements. Reads WKT 1 of
 * OGC and ESRI and the outer form of WKT 2, square or round brackets.
 *
 * @param keyword in upper case
 * @param values texts without quotes, numbers and words, in order
 * @param children nested elements, in order
 */
record WktNode(String keyword, List<Value> values, List<WktNode> children) {

    /**
     * A plain value.
     *
     * @param text without quotes
     * @param quoted whether it stood in quotes
     */
    record Value(String text, boolean quoted) {
        @Override
        public String toString() {
            return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
        }
    }

    WktNode {
        values = List.copyOf(values);
        children = List.copyOf(children);
    }

    /**
     * Reads a well-known text.
     *
     * @throws IllegalArgumentException if brackets or quotes do not match
     */
    static WktNode parse(String wkt) {
        return new Parser(wkt).parse();
    }

    /** The n-th value, or an empty text. */
    String text(int n) {
        return n < values.size() ? values.get(n).text() : "";
    }

    /**
     * The n-th value as a number.
     *
     * @throws IllegalArgumentException if it is missing or no number
     */
    double number(int n) {
        return Double.parseDouble(text(n));
    }

    /** All direct children of a keyword. */
    List<WktNode> children(String childKeyword) {
        return children.stream().filter(c -> c.keyword.equals(childKeyword)).toList();
    }

    /** The first direct child with one of the keywords. */
    Optional<WktNode> findChild(String... keywords) {
        return children.stream()
                .filter(c -> List.of(keywords).contains(c.keyword))
                .findFirst();
    }

    /**
     * The first direct child of a keyword.
     *
     * @throws IllegalArgumentException if there is none
     */
    WktNode getChild(String childKeyword) {
        return findChild(childKeyword)
                .orElseThrow(() -> new IllegalArgumentException(keyword + " has no " + childKeyword));
    }

    /** This element without direct children of a keyword. */
    WktNode without(String childKeyword) {
        List<WktNode> rest =
                children.stream().filter(c -> !c.keyword.equals(childKeyword)).toList();
        return new WktNode(keyword, values, rest);
    }

    /** As WKT 1: values first, then children, in square brackets. */
    @Override
    public String toString() {
        List<Object> parts = new ArrayList<>(values);
        parts.addAll(children);
        return keyword + parts.stream().map(Object::toString).collect(Collectors.joining(",", "[", "]"));
    }

    /** Recursive descent over the text. */
    private static final class Parser {

        private static final int MAX_DEPTH = 30;

        private final String wkt;
        private int at;
        private int depth;

        Parser(String wkt) {
            this.wkt = wkt;
        }

        WktNode parse() {
            WktNode node = element(word());
            skipSpace();
            if (at < wkt.length()) {
                throw wrong("text after the end");
            }
            return node;
        }

        private WktNode element(String keyword) {
            if (keyword.isEmpty() || ++depth > MAX_DEPTH) {
                throw wrong("a keyword was expected");
            }
            char open = next();
            if (open != '[' && open != '(') {
                throw wrong("a bracket was expected");
            }
            List<Value> values = new ArrayList<>();
            List<WktNode> children = new ArrayList<>();
            char separator = ',';
            while (separator == ',') {
                readPart(values, children);
                separator = next();
            }
            if (separator != (open == '[' ? ']' : ')')) {
                throw wrong("a comma or bracket was expected");
            }
            depth--;
            return new WktNode(keyword.toUpperCase(Locale.ROOT), values, children);
        }

        private void readPart(List<Value> values, List<WktNode> children) {
            if (peek() == '"') {
                values.add(new Value(quoted(), true));
                return;
            }
            String word = word();
            if (peek() == '[' || peek() == '(') {
                children.add(element(word));
            } else {
                values.add(new Value(word, false));
            }
        }

        private String quoted() {
            StringBuilder text = new StringBuilder();
            at++;
            while (true) {
                int quote = wkt.indexOf('"', at);
                if (quote < 0) {
                    throw wrong("a quote is not closed");
                }
                text.append(wkt, at, quote);
                at = quote + 1;
                if (at >= wkt.length() || wkt.charAt(at) != '"') {
                    return text.toString();
                }
                text.append('"');
                at++;
            }
        }

        private String word() {
            skipSpace();
            int start = at;
            while (at < wkt.length() && ",[]()\"".indexOf(wkt.charAt(at)) < 0) {
                at++;
            }
            return wkt.substring(start, at).strip();
        }

        private char peek() {
            skipSpace();
            return at < wkt.length() ? wkt.charAt(at) : '\0';
        }

        private char next() {
            char c = peek();
            at++;
            return c;
        }

        private void skipSpace() {
            while (at < wkt.length() && (Character.isWhitespace(wkt.charAt(at)) || wkt.charAt(at) == '\uFEFF')) {
                at++;
            }
        }

        private IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException(
                    "Not a well-known text, at character " + Math.min(at, wkt.length()) + ": " + what);
        }
    }
}
