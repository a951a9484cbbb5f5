package org.diachi.search.find;

import org.diachi.city.AddressGrammar;
import org.diachi.search.text.Form;
import org.diachi.search.text.Likeness;
import org.diachi.search.text.TextReader;
import org.diachi.search.text.Typed;
import org.diachi.search.text.TypedWord;

/** Marks in a line what somebody typed. Thread-safe. */
public final class Highlighter {

    private static final double LEAST_LIKE = 0.6;

    /** At least as like as the beginning of a word: no slip of the pen. */
    private static final double SURE = 0.85;

    private final TextReader reader;

    public Highlighter(AddressGrammar grammar) {
        this.reader = new TextReader(grammar);
    }

    /** Marks the words of a text. */
    public Marker of(String text) {
        return new Marker(reader.read(text, true));
    }

    /** Marks the words of one text in lines. */
    public final class Marker {

        private final Typed text;

        private Marker(Typed text) {
            this.text = text;
        }

        /** The line as HTML, with {@code mark} around each word that was typed, or nearly. */
        public String mark(String line) {
            Typed words = reader.read(line, false);
            long typed = typedIn(words);
            StringBuilder html = new StringBuilder();
            int at = 0;
            for (int i = 0; i < words.size(); i++) {
                TypedWord word = words.word(i);
                if ((typed >>> i & 1) == 1) {
                    escape(words.text(), at, word.start(), html);
                    html.append("<mark>");
                    escape(words.text(), word.start(), word.end(), html);
                    html.append("</mark>");
                    at = word.end();
                }
            }
            escape(words.text(), at, words.text().length(), html);
            return html.toString();
        }

        /** The words of a line that were typed. Only what is there in no better way was mistyped. */
        private long typedIn(Typed line) {
            long typed = 0;
            for (int i = 0; i < text.size(); i++) {
                long sure = wordsLike(i, line, SURE);
                typed |= sure != 0 ? sure : wordsLike(i, line, LEAST_LIKE);
            }
            return typed;
        }

        private long wordsLike(int i, Typed line, double least) {
            long words = 0;
            for (int j = 0; j < line.size(); j++) {
                for (Form form : text.word(i).forms()) {
                    if (Likeness.of(form, line.word(j).typed(), text.isOpen(i)).value() >= least) {
                        words |= 1L << j;
                    }
                }
            }
            return words;
        }
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                default -> html.append(c);
            }
        }
    }
}
