package org.diachi.search.find;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diachi.search.index.Snapshot;
import org.diachi.search.place.Mention;
import org.diachi.search.text.Aligner;
import org.diachi.search.text.Alignment;
import org.diachi.search.text.Form;
import org.diachi.search.text.NumberReader;
import org.diachi.search.text.NumberRun;
import org.diachi.search.text.Roles;
import org.diachi.search.text.Typed;

/** A request that has been read: its words, and what they may be. For one thread. */
final class Question {

    private static final double WEIGHT_OF_TYPE_WORD = 0.15;
    private static final double WEIGHT_OF_NUMBER = 1.5;
    private static final int SHORT = 3;

    private final SearchRequest request;
    private final Typed text;
    private final Aligner aligner;
    private final List<NumberRun> runs;
    private final double[] weights;
    private final Map<Known, Alignment> alignments = new HashMap<>();
    private List<Mention> mentions;
    private long unitWords;

    private record Known(String key, long taken) {}

    Question(SearchRequest request, Typed text, NumberReader numbers, Roles roles, Snapshot index) {
        this.request = request;
        this.text = text;
        this.aligner = new Aligner(text, index::weight);
        this.runs = numbers.read(text);
        this.weights = new double[text.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = roles.isTypeWord(text.word(i))
                    ? WEIGHT_OF_TYPE_WORD
                    : text.word(i).hasDigit() ? WEIGHT_OF_NUMBER : 1;
        }
        this.mentions = index.mentions().find(text, aligner, false);
        this.unitWords = unitWords(mentions);
    }

    private static long unitWords(List<Mention> mentions) {
        long words = 0;
        for (Mention mention : mentions) {
            boolean isRight = mention.differences().isEmpty();
            words |= isRight || mention.isTyped() ? mention.words() : 0;
        }
        return words;
    }

    /** Takes misspelt names of units too. */
    void beLenient(Snapshot index) {
        mentions = index.mentions().find(text, aligner, true);
        unitWords = unitWords(mentions);
    }

    SearchRequest request() {
        return request;
    }

    Typed text() {
        return text;
    }

    List<NumberRun> runs() {
        return runs;
    }

    List<Mention> mentions() {
        return mentions;
    }

    /** The words that are names of units, spelt right or after a type word. */
    long unitWords() {
        return unitWords;
    }

    /** Whether a word is right for sure: a word of a type, what may be a short form, what names a unit of a named type. */
    boolean isSure(int i) {
        return weights[i] < 1
                || !text.word(i).phrases().isEmpty()
                || mentions.stream().anyMatch(mention -> (mention.words() >>> i & 1) == 1 && isRight(mention));
    }

    /** Whether a word must be part of the name that is meant: neither a number nor sure, nor of a unit. */
    boolean isTelling(int i) {
        return !text.word(i).hasDigit() && !isSure(i) && (unitWords >>> i & 1) == 0;
    }

    /** Whether there is a number, and what is being typed is no part of it. */
    boolean isNumberedAndBegun() {
        int last = text.size() - 1;
        return text.isOpen(last) && !text.word(last).hasDigit() && !runs.isEmpty();
    }

    /** Whether any word must be part of the name that is meant. */
    boolean isTelling() {
        return IntStream.range(0, text.size()).anyMatch(this::isTelling);
    }

    /** Whether any word is in one of some vocabularies, but not in all of them, or in none. */
    boolean isMisspeltInAny(List<Predicate<String>> vocabularies) {
        return IntStream.range(0, text.size())
                .anyMatch(i -> text.word(i).forms().stream()
                        .anyMatch(form -> vocabularies.stream().anyMatch(known -> isMisspelt(i, form, known))));
    }

    /** Whether a word that is typed to its end is in no vocabulary, whatever it is read as. */
    boolean isUnknown(int i, List<Predicate<String>> vocabularies) {
        return !text.isOpen(i)
                && text.word(i).forms().stream()
                        .allMatch(form -> vocabularies.stream().allMatch(known -> isMisspelt(i, form, known)));
    }

    /** Whether a reading of a word may be a slip of the pen: one that is known is none. */
    boolean isMisspelt(int i, Form form, Predicate<String> known) {
        return form.fold().length() >= SHORT && !text.word(i).hasDigit() && !isSure(i) && !known.test(form.fold());
    }

    private static boolean isRight(Mention mention) {
        return mention.isTyped() && mention.differences().isEmpty();
    }

    double weight(int i) {
        return weights[i];
    }

    /** The sum of the weights of words. */
    double weight(long words) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (words >>> i & 1) * weights[i];
        }
        return sum;
    }

    /** Finds a name among the words that are not taken. */
    Alignment align(String key, long taken) {
        return alignments.computeIfAbsent(new Known(key, taken), known -> aligner.align(Form.listOf(key), taken));
    }

    /** The stretch from the first to the last of some words, as it was typed. */
    String typed(long words) {
        int first = Long.numberOfTrailingZeros(words);
        int last = Long.SIZE - 1 - Long.numberOfLeadingZeros(words);
        return text.text().substring(text.word(first).start(), text.word(last).end());
    }

    /** Some words as they were typed. */
    String words(long words) {
        return IntStream.range(0, text.size())
                .filter(i -> (words >>> i & 1) == 1)
                .mapToObj(i -> typed(1L << i))
                .collect(Collectors.joining(" "));
    }
}
