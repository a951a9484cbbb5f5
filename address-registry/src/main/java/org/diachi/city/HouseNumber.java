package org.diachi.city;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Writes a house number as the path from the street inward: {@code 34 kiệt 12} and {@code 12/34} both as {@code 12/34}.
 * An alley without a number in it ends with a slash. Suffixes stick to their number ({@code 40bis/1}), ranges keep their
 * hyphen ({@code 54-55}), leading zeros go.
 */
final class HouseNumber {

    private static final int NO_ALLEY = -1;

    private final List<String> alleyWords;
    private final Set<String> numberWords;
    private final Set<String> suffixWords;

    HouseNumber(List<String> alleyWords, Set<String> numberWords, Set<String> suffixWords) {
        this.alleyWords = alleyWords;
        this.numberWords = numberWords;
        this.suffixWords = suffixWords;
    }

    /** A stretch of the number: the path in an alley of a rank, or the house's own. */
    private static final class Segment {
        private final int rank;
        private final StringBuilder path = new StringBuilder();

        Segment(int rank) {
            this.rank = rank;
        }

        boolean isAlley() {
            return rank != NO_ALLEY;
        }

        /** A separator after which nothing came. */
        void dropOpenEnd() {
            while (path.length() > 0 && "/,-".indexOf(last()) >= 0) {
                path.setLength(path.length() - 1);
            }
        }

        char last() {
            return path.length() == 0 ? '/' : path.charAt(path.length() - 1);
        }
    }

    /** The key of a number in normalised letters. */
    String key(String number) {
        List<Segment> segments = segments(number);
        segments.forEach(Segment::dropOpenEnd);
        segments.removeIf(segment -> segment.path.length() == 0);
        StringBuilder key = new StringBuilder();
        for (Segment alley : alleysFromTheStreetInward(segments)) {
            key.append(alley.path).append('/');
        }
        for (Segment segment : segments) {
            if (!segment.isAlley()) {
                key.append(segment.path);
            }
        }
        return key.toString();
    }

    /** Where two kinds of alley are named, the kinds tell the order; else it is read from where the number stands. */
    private static List<Segment> alleysFromTheStreetInward(List<Segment> segments) {
        List<Segment> alleys =
                new ArrayList<>(segments.stream().filter(Segment::isAlley).toList());
        boolean innerFirst = !segments.isEmpty() && !segments.get(0).isAlley();
        if (alleys.size() > 1 && alleys.get(0).rank != alleys.get(1).rank) {
            innerFirst = alleys.get(0).rank > alleys.get(1).rank;
        }
        if (innerFirst) {
            Collections.reverse(alleys);
        }
        return alleys;
    }

    private List<Segment> segments(String number) {
        List<Segment> segments = new ArrayList<>();
        Segment current = new Segment(NO_ALLEY);
        segments.add(current);
        int at = 0;
        while (at < number.length()) {
            int end = endOfRun(number, at);
            if (Character.isLetter(number.charAt(at))) {
                String word = number.substring(at, end);
                int rank = alleyWords.indexOf(word);
                if (rank >= 0 || numberWords.contains(word)) {
                    current = new Segment(rank >= 0 ? rank : NO_ALLEY);
                    segments.add(current);
                } else {
                    current.path.append(word);
                }
            } else if (Letters.isDigit(number.charAt(at))) {
                appendDigits(current, number, at, end);
            } else {
                appendSign(current, number, at);
            }
            at = end;
        }
        return segments;
    }

    /** The end of a run of letters or of digits; of any other character, the next. */
    private int endOfRun(String number, int start) {
        boolean letters = Character.isLetter(number.charAt(start));
        boolean digits = Letters.isDigit(number.charAt(start));
        int end = start + 1;
        while (end < number.length()
                && ((letters && Character.isLetter(number.charAt(end)))
                        || (digits && Letters.isDigit(number.charAt(end))))) {
            end++;
        }
        return end;
    }

    private void appendDigits(Segment segment, String number, int start, int end) {
        int first = start;
        boolean newNumber = segment.last() == '/' || segment.last() == '-' || segment.last() == ',';
        while (newNumber && first < end - 1 && number.charAt(first) == '0') {
            first++;
        }
        if (Letters.isDigit(segment.last()) || endsWithSuffix(segment)) {
            segment.path.append(' ');
        }
        segment.path.append(number, first, end);
    }

    private boolean endsWithSuffix(Segment segment) {
        return suffixWords.stream().anyMatch(suffix -> segment.path.toString().endsWith(suffix));
    }

    private static void appendSign(Segment segment, String number, int at) {
        char c = number.charAt(at);
        if (c == '/' || c == '\\') {
            if (segment.last() != '/') {
                segment.path.append('/');
            }
        } else if (c == ',' || c == ';' || c == '&' || c == '+') {
            segment.path.append(',');
        } else if (isDash(c) && segment.last() != '/' && digitFollows(number, at + 1)) {
            segment.path.append('-');
        }
    }

    private static boolean isDash(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
    }

    private static boolean digitFollows(String number, int from) {
        int at = from;
        while (at < number.length() && Character.isWhitespace(number.charAt(at))) {
            at++;
        }
        return at < number.length() && Letters.isDigit(number.charAt(at));
    }
}
