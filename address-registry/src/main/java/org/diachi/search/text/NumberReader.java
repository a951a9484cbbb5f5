package org.diachi.search.text;

import java.util.ArrayList;
import java.util.List;
import org.diachi.city.AddressGrammar;

/**
 * Finds what may be house numbers in a text: {@code 1806/127/2}, {@code 34 kiệt 12}, {@code số 5, ngách 3, ngõ 2},
 * {@code 73B/563B bis}, {@code 54-55}. Where it is open how far a number goes, every reading is told. Thread-safe.
 */
public final class NumberReader {

    private static final int MOST_RUNS = 8;
    private static final int MOST_LETTERS_BEFORE = 2;

    private final AddressGrammar grammar;
    private final Roles roles;
    private final String numberWord;

    public NumberReader(AddressGrammar grammar) {
        this.grammar = grammar;
        this.roles = new Roles(grammar);
        this.numberWord = grammar.style().numberWords().stream().findFirst().orElse("");
    }

    /** What may be house numbers, in their order; the longer reading first. */
    public List<NumberRun> read(Typed text) {
        List<NumberRun> runs = new ArrayList<>();
        int i = 0;
        while (i < text.size() && runs.size() < MOST_RUNS) {
            int end = endOfRun(text, i);
            if (end > i) {
                if (isLetterBehind(text, end)) {
                    runs.add(run(text, i, end + 1));
                }
                runs.add(run(text, i, end));
                if (roles.isAlleyWord(text.word(i))) {
                    // Kiệt is an alley, but Lý Thường Kiệt is a street.
                    runs.add(run(text, i + 1, end));
                }
                i = end;
            } else {
                i++;
            }
        }
        addWayToNumber(runs);
        return runs;
    }

    /** {@code kiệt 3 Lê Lợi, số 12}: the alley and the number stand apart. */
    private static void addWayToNumber(List<NumberRun> runs) {
        List<NumberRun> alleys = runs.stream().filter(NumberRun::isAlley).toList();
        List<NumberRun> numbers = runs.stream()
                .filter(run -> !run.isAlley())
                .filter(run -> alleys.stream().noneMatch(alley -> (alley.words() & run.words()) != 0))
                .toList();
        if (alleys.size() == 1 && numbers.size() == 1) {
            NumberRun alley = alleys.get(0);
            NumberRun number = numbers.get(0);
            runs.add(0, new NumberRun(alley.key() + number.key(), alley.words() | number.words()));
        }
    }

    /** The number in the words of the profile, however they were typed. */
    private NumberRun run(Typed text, int from, int to) {
        StringBuilder number = new StringBuilder();
        for (int i = from; i < to; i++) {
            TypedWord word = text.word(i);
            number.append(i == from ? "" : word.gap()).append(' ');
            if (!roles.isNumberWord(word)) {
                number.append(
                        roles.findAlleyWord(word).orElseGet(() -> text.text().substring(word.start(), word.end())));
            } else {
                number.append(numberWord);
            }
        }
        return new NumberRun(grammar.houseNumberKey(number.toString()), Typed.span(from, to));
    }

    /** Where a number that begins with a word ends; that word itself if it begins none. */
    private int endOfRun(Typed text, int from) {
        int at = skipWords(text, from);
        if (at >= text.size() || !isNumber(text.word(at)) || isOnlyLetters(text, from, at)) {
            return from;
        }
        at++;
        while (at < text.size()) {
            int next = endOfPart(text, at);
            if (next == at) {
                break;
            }
            at = next;
        }
        return at;
    }

    /** A number that begins with letters is one only after a word that says so, or with a digit among the first. */
    private static boolean isOnlyLetters(Typed text, int from, int at) {
        return at == from
                && !text.word(at).beginsWithDigit()
                && text.word(at).typed().fold().length() <= MOST_LETTERS_BEFORE;
    }

    private int skipWords(Typed text, int from) {
        int at = from;
        while (at < text.size() && (roles.isNumberWord(text.word(at)) || roles.isAlleyWord(text.word(at)))) {
            at++;
        }
        return at;
    }

    private int endOfPart(Typed text, int at) {
        TypedWord word = text.word(at);
        String gap = word.gap();
        boolean isJoined = gap.equals("/") || gap.equals("\\") || gap.equals("-") || gap.equals("–");
        if (isJoined && (isNumber(word) || isLetter(word))) {
            return at + 1;
        }
        if (gap.isEmpty() && roles.isSuffixWord(word)) {
            return at + 1;
        }
        boolean isNear = gap.isEmpty() || gap.equals(",");
        int behind = skipWords(text, at);
        boolean isWay = isNear && behind > at && behind < text.size() && isNumber(text.word(behind));
        return isWay ? behind + 1 : at;
    }

    private static boolean isLetterBehind(Typed text, int end) {
        return end < text.size() && text.word(end).gap().isEmpty() && isLetter(text.word(end));
    }

    private static boolean isLetter(TypedWord word) {
        return word.typed().fold().length() == 1 && !word.hasDigit();
    }

    /** Begins with a digit, or has one soon: 12A, L1004A. */
    private static boolean isNumber(TypedWord word) {
        String fold = word.typed().fold();
        for (int i = 0; i <= Math.min(MOST_LETTERS_BEFORE, fold.length() - 1); i++) {
            if (fold.charAt(i) >= '0' && fold.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }
}
