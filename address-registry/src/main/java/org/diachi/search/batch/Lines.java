package org.diachi.search.batch;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reads lines and keeps their ends. A line of any length takes only so much memory; the rest of it is left out. */
final class Lines {

    /** More letters than any row of addresses has. */
    static final int MOST_LETTERS = 1 << 16;

    private final PushbackReader reader;
    private final Deque<Line> waiting = new ArrayDeque<>();

    /**
     * A line.
     *
     * @param text without its end
     * @param end as it was: a line feed, a carriage return with or without one, or nothing at the end of the text
     */
    record Line(String text, String end) {}

    Lines(Reader reader) {
        this.reader = new PushbackReader(reader);
    }

    Optional<Line> next() throws IOException {
        return waiting.isEmpty() ? read() : Optional.of(waiting.pop());
    }

    /** Gives a line back, to be read again. */
    void giveBack(Line line) {
        waiting.push(line);
    }

    private Optional<Line> read() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                return Optional.of(new Line(text.toString(), "\n"));
            }
            if (c == '\r') {
                int next = reader.read();
                if (next >= 0 && next != '\n') {
                    reader.unread(next);
                }
                return Optional.of(new Line(text.toString(), next == '\n' ? "\r\n" : "\r"));
            }
            if (text.length() <= MOST_LETTERS) {
                text.append((char) c);
            }
        }
        return text.length() == 0 ? Optional.empty() : Optional.of(new Line(text.toString(), ""));
    }
}
