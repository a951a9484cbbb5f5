package org.diachi.search.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.diachi.city.AddressGrammar;
import org.diachi.city.Letters;

/** Reads texts by the words of a city. Thread-safe. */
public final class TextReader {

    private final AddressGrammar grammar;
    private final ShortForms shortForms;
    private final Roles roles;
    private final TypingRule typing;

    public TextReader(AddressGrammar grammar) {
        this.grammar = grammar;
        this.shortForms = new ShortForms(grammar);
        this.roles = new Roles(grammar);
        this.typing = new TypingRule(grammar.style().typing());
    }

    /** A stretch of the text that is a word. */
    private record Span(int start, int end) {}

    /**
     * Reads a text.
     *
     * @param isBeingTyped whether its last word may be unfinished
     */
    public Typed read(String raw, boolean isBeingTyped) {
        String text = clean(raw);
        List<Span> spans = merged(text, split(text));
        boolean isCut = spans.size() > Typed.MOST_WORDS;
        List<TypedWord> words = new ArrayList<>();
        int before = 0;
        for (Span span : isCut ? spans.subList(0, Typed.MOST_WORDS) : spans) {
            words.add(word(text, span, text.substring(before, span.start()).strip()));
            before = span.end();
        }
        return new Typed(text, words, isBeingTyped && !isCut && before == text.length(), isCut);
    }

    /** Composed; what nobody sees, such as marks of direction, goes, and what only makes room is a blank. */
    private static String clean(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            int type = Character.getType(c);
            if (type == Character.CONTROL || Character.isSpaceChar(c)) {
                text.append(' ');
            } else if (type != Character.FORMAT) {
                text.append(c);
            }
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private List<Span> split(String text) {
        List<Span> spans = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean isInWord = i < text.length() && Letters.isWordPart(text.charAt(i));
            if (isInWord && start < 0) {
                start = i;
            } else if (!isInWord && start >= 0) {
                addWithoutRunningTogether(text, start, i, spans);
                start = -1;
            }
        }
        return spans;
    }

    /** P4 is phường 4, 12Lợi is 12 and Lợi; 12A and L1004A are numbers. */
    private void addWithoutRunningTogether(String text, int start, int end, List<Span> spans) {
        String word = Letters.normalise(text.substring(start, end));
        int change = 1;
        while (change < word.length() && Letters.isDigit(word.charAt(change)) == Letters.isDigit(word.charAt(0))) {
            change++;
        }
        boolean isSplit = change < word.length()
                && word.length() == end - start
                && (Letters.isDigit(word.charAt(0)) ? isName(word.substring(change)) : isBrief(word, change));
        if (isSplit) {
            spans.add(new Span(start, start + change));
            spans.add(new Span(start + change, end));
        } else {
            spans.add(new Span(start, end));
        }
    }

    private boolean isBrief(String word, int letters) {
        String before = Letters.fold(grammar.wordKey(word.substring(0, letters)));
        return (shortForms.contains(before) || roles.isOfLettersBefore(before)) && !typing.isMarkedByDigits(word);
    }

    private static final int LETTERS_OF_A_NAME = 3;

    private boolean isName(String letters) {
        boolean isWord = letters.chars().allMatch(Character::isLetter);
        boolean isSuffix = grammar.style().suffixWords().contains(letters);
        return isWord && !isSuffix && (letters.length() >= LETTERS_OF_A_NAME || isMarkedName(letters));
    }

    private static boolean isMarkedName(String letters) {
        return letters.length() > 1 && !Letters.fold(letters).equals(letters);
    }

    /** T.P is TP, if TP is a short form. */
    private List<Span> merged(String text, List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        int i = 0;
        while (i < spans.size()) {
            int last = i;
            StringBuilder letters = new StringBuilder(
                    text.substring(spans.get(i).start(), spans.get(i).end()));
            int end = i;
            while (letters.length() == last - i + 1 && last + 1 < spans.size() && isDotted(text, spans, last)) {
                last++;
                letters.append(text, spans.get(last).start(), spans.get(last).end());
                if (letters.length() == last - i + 1 && isShortForm(letters.toString())) {
                    end = last;
                }
            }
            merged.add(new Span(spans.get(i).start(), spans.get(end).end()));
            i = end + 1;
        }
        return merged;
    }

    private static boolean isDotted(String text, List<Span> spans, int i) {
        int end = spans.get(i).end();
        return text.charAt(end < text.length() ? end : 0) == '.'
                && spans.get(i + 1).start() == end + 1;
    }

    private boolean isShortForm(String letters) {
        return shortForms.contains(Letters.fold(grammar.nameKey(letters)));
    }

    private TypedWord word(String text, Span span, String gap) {
        String letters =
                Letters.normalise(text.substring(span.start(), span.end())).replace(".", "");
        Form typed = Form.of(grammar.wordKey(letters));
        List<Form> forms = new ArrayList<>(List.of(typed));
        if (!typed.isMarked()) {
            typing.decode(letters).forEach(decoded -> forms.add(Form.of(grammar.wordKey(decoded))));
        }
        return new TypedWord(forms, shortForms.of(typed), span.start(), span.end(), gap);
    }
}
