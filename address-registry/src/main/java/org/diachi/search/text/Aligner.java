package org.diachi.search.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Finds names in one text: in their order where they stand so, else word by word. Remembers how words compare, since the
 * same words come again and again. For one text and one thread.
 */
public final class Aligner {

    /** Letters less alike than that are other words. */
    private static final double LEAST = 0.6;

    /** A name that is still being typed counts as good as there. */
    private static final double COVERED_BY_BEGINNING = 0.8;

    private static final double LOSS_OF_ORDER = 0.01;
    private static final double LOSS_OF_SPACING = 0.04;

    private final Typed text;
    private final ToDoubleFunction<String> weight;
    private final Map<String, Likeness[]> known = new HashMap<>();

    /**
     * An aligner.
     *
     * @param weight how much a word of a name tells, by its fold; rare words tell more
     */
    public Aligner(Typed text, ToDoubleFunction<String> weight) {
        this.text = text;
        this.weight = weight;
    }

    /**
     * Finds a name among words that are not taken.
     *
     * @param name its words
     * @param taken the set of words that are something else
     */
    public Alignment align(List<Form> name, long taken) {
        if (name.isEmpty() || name.size() > Typed.MOST_WORDS) {
            return Alignment.NONE;
        }
        Attempt attempt = new Attempt(name, taken);
        attempt.takePhrases();
        attempt.takeRun();
        attempt.takeSingly();
        attempt.takeJoined();
        return attempt.result();
    }

    /** How the words of the text compare with a word. */
    private Likeness[] compare(Form word) {
        return known.computeIfAbsent(word.key(), key -> {
            Likeness[] all = new Likeness[text.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = best(i, word);
            }
            return all;
        });
    }

    private Likeness best(int i, Form word) {
        Likeness best = Likeness.NONE;
        for (Form form : text.word(i).forms()) {
            Likeness likeness = Likeness.of(form, word, text.isOpen(i));
            if (likeness.value() > best.value()) {
                best = likeness;
            }
        }
        return best;
    }

    /** One name being looked for. */
    private final class Attempt {

        private final List<Form> name;
        private final Likeness[][] likeness;
        private final boolean[] found;
        private long free;
        private long words;
        private double quality;
        private Set<Difference> differences = Set.of();

        Attempt(List<Form> name, long taken) {
            this.name = name;
            this.free = text.all() & ~taken;
            this.found = new boolean[name.size()];
            this.likeness = new Likeness[name.size()][];
            Arrays.setAll(likeness, j -> compare(name.get(j)));
        }

        private boolean isFree(int i) {
            return (free >>> i & 1) == 1;
        }

        private void take(int i, double value, Difference difference) {
            free &= ~(1L << i);
            words |= 1L << i;
            quality += value;
            differences = Difference.union(differences, difference);
        }

        /** A short form in the text that stands for words of the name. */
        void takePhrases() {
            for (int i = 0; i < text.size(); i++) {
                if (isFree(i)) {
                    for (List<Form> phrase : text.word(i).phrases()) {
                        int at = indexOf(phrase);
                        if (at >= 0 && isFree(i)) {
                            Arrays.fill(found, at, at + phrase.size(), true);
                            take(i, 1, Difference.NONE);
                        }
                    }
                }
            }
        }

        private int indexOf(List<Form> phrase) {
            for (int at = 0; at + phrase.size() <= name.size(); at++) {
                if (!found[at] && name.subList(at, at + phrase.size()).equals(phrase)) {
                    return at;
                }
            }
            return -1;
        }

        /** The whole name, or what is left of it, in its order. */
        void takeRun() {
            int bestStart = 0;
            double best = 0;
            for (int start = 1 - name.size(); start < text.size(); start++) {
                double sum = 0;
                for (int j = 0; j < name.size(); j++) {
                    sum += valueAt(start + j, j);
                }
                if (sum > best) {
                    best = sum;
                    bestStart = start;
                }
            }
            for (int j = 0; best > 0 && j < name.size(); j++) {
                double value = valueAt(bestStart + j, j);
                if (value > 0) {
                    found[j] = true;
                    take(bestStart + j, value, likeness[j][bestStart + j].difference());
                }
            }
        }

        private double valueAt(int i, int j) {
            if (i < 0 || i >= text.size() || found[j] || !isFree(i)) {
                return 0;
            }
            double value = likeness[j][i].value();
            return value >= LEAST ? value : 0;
        }

        void takeSingly() {
            for (int j = 0; j < name.size(); j++) {
                int best = -1;
                for (int i = 0; i < text.size(); i++) {
                    if (valueAt(i, j) > (best < 0 ? 0 : valueAt(best, j))) {
                        best = i;
                    }
                }
                if (best >= 0) {
                    Likeness like = likeness[j][best];
                    found[j] = true;
                    take(best, like.value() - LOSS_OF_ORDER, like.difference());
                    differences = Difference.union(differences, Difference.ORDER);
                }
            }
        }

        /** Two words of the name written as one, or one as two. */
        void takeJoined() {
            for (int j = 0; j < name.size(); j++) {
                for (int i = 0; i < text.size() && !found[j]; i++) {
                    takeJoined(i, j);
                }
            }
        }

        private void takeJoined(int i, int j) {
            Form typed = text.word(i).typed();
            Form word = name.get(j);
            if (!isFree(i) || typed.fold().charAt(0) != word.fold().charAt(0)) {
                return;
            }
            if (j + 1 < name.size() && !found[j + 1] && mayBeJoined(typed, word, name.get(j + 1))) {
                takeIfAlike(Form.of(word.key() + name.get(j + 1).key()), typed, i, i, j, j + 1);
            } else if (i + 1 < text.size() && isFree(i + 1)) {
                Form next = text.word(i + 1).typed();
                if (mayBeJoined(word, typed, next)) {
                    takeIfAlike(word, Form.of(typed.key() + next.key()), i, i + 1, j, j);
                }
            }
        }

        /** By length alone. */
        private boolean mayBeJoined(Form whole, Form first, Form second) {
            int letters = first.fold().length() + second.fold().length();
            return Math.abs(whole.fold().length() - letters) <= 2;
        }

        private void takeIfAlike(Form word, Form typed, int i, int lastI, int j, int lastJ) {
            Likeness like = Likeness.of(typed, word, text.isOpen(lastI));
            if (like.value() > LEAST) {
                for (int k = i; k <= lastI; k++) {
                    take(k, like.value() - LOSS_OF_SPACING, like.difference());
                }
                Arrays.fill(found, j, lastJ + 1, true);
                differences = Difference.union(differences, Difference.SPACING);
            }
        }

        /** Whether the text ends within the name, so that the rest of it may still come. */
        private boolean isBegun() {
            int count = 0;
            while (count < found.length && found[count]) {
                count++;
            }
            for (int j = count; j < found.length; j++) {
                if (found[j]) {
                    return false;
                }
            }
            boolean isAtEnd = (words >>> (text.size() - 1) & 1) == 1;
            return count > 0 && count < found.length && isAtEnd && text.isOpen(text.size() - 1);
        }

        Alignment result() {
            if (words == 0) {
                return Alignment.NONE;
            }
            if (isBegun()) {
                Set<Difference> begun = Difference.union(differences, Difference.UNFINISHED);
                return new Alignment(words, quality, COVERED_BY_BEGINNING, begun);
            }
            double there = 0;
            double all = 0;
            for (int j = 0; j < name.size(); j++) {
                double tells = weight.applyAsDouble(name.get(j).fold());
                all += tells;
                there += found[j] ? tells : 0;
            }
            Set<Difference> told = there < all ? Difference.union(differences, Difference.MISSING) : differences;
            return new Alignment(words, quality, there / all, told);
        }
    }
}
