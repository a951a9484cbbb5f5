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
            StringBuilder html = new StringBuilder();
            int at = 0;
            for (TypedWord word : words.words()) {
                if (isTyped(word.typed())) {
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

        private boolean isTyped(Form word) {
            for (int i = 0; i < text.size(); i++) {
                for (Form form : text.word(i).forms()) {
                    if (Likeness.of(form, word, text.isOpen(i)).value() > LEAST_LIKE) {
                        return true;
                    }
                }
            }
            return false;
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
