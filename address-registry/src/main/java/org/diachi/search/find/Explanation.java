package org.diachi.search.find;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diachi.search.text.Alignment;
import org.diachi.search.text.Difference;

/** What of a text a candidate explains, word by word, as it comes out. For one candidate. */
final class Explanation {

    private final Question question;
    private final Set<String> matched = new LinkedHashSet<>();
    private final List<String> differs = new ArrayList<>();
    private long words;
    private double explained;
    private double factor = 1;
    private boolean isMisspelt;
    private boolean isDoubtful;

    Explanation(Question question) {
        this.question = question;
    }

    long words() {
        return words;
    }

    /** Words that are exactly a part of the candidate. */
    void take(String part, long taken) {
        words |= taken;
        explained += question.weight(taken);
        matched.add(part);
    }

    /** Words that are a name of the candidate, or nearly. */
    void take(String part, Alignment name, String inTruth) {
        words |= name.words();
        explained += question.weight(name.words()) * name.likeness();
        factor *= (1 + name.covered()) / 2;
        matched.add(part);
        for (Difference difference : name.differences()) {
            differs.add(part + ": " + difference.sentence() + " (" + inTruth + ")");
            isMisspelt |= difference != Difference.UNFINISHED;
        }
    }

    /** Something is otherwise, at a price. */
    void differ(String sentence, double newFactor) {
        differs.add(sentence);
        factor *= newFactor;
    }

    /** Something is so much otherwise that it may be another thing that was meant. */
    void doubt(String sentence) {
        differs.add(sentence);
        isDoubtful = true;
    }

    void lose(double newFactor) {
        factor *= newFactor;
    }

    /** Whether a street or a name is met: without either it is nothing but a number or a ward. */
    boolean isOfSomething() {
        return matched.contains("street") || matched.contains("name");
    }

    boolean isNamed() {
        return matched.contains("name");
    }

    long unexplained() {
        return question.text().all() & ~words;
    }

    /** Whether every word that tells something is explained. */
    boolean isComplete() {
        long rest = unexplained();
        for (int i = 0; i < question.text().size(); i++) {
            if ((rest >>> i & 1) == 1 && question.weight(i) >= 1) {
                return false;
            }
        }
        return !question.text().isCut();
    }

    /** Whether a search among misspelt words could not bring anything better. */
    boolean isSettled() {
        return isComplete() && !isMisspelt && !isDoubtful;
    }

    double score() {
        double all = question.weight(question.text().all());
        return all == 0 ? 0 : factor * explained / all;
    }

    /** The words that say nothing by themselves count as explained where all others are. */
    private double mended() {
        if (!isComplete()) {
            return score();
        }
        double all = question.weight(question.text().all() & ~unexplained());
        return all == 0 ? 0 : factor * explained / all;
    }

    /** How many words that say nothing by themselves are left over: where two fit alike, fewer are better. */
    int leftovers() {
        return Long.bitCount(unexplained());
    }

    Match match() {
        List<String> told = new ArrayList<>(differs);
        double score = mended();
        if (!isComplete()) {
            told.add("not understood: " + question.words(unexplained()));
        }
        Grade grade = grade(score, told);
        return new Match(grade, Math.round(score * 1000) / 1000.0, List.copyOf(matched), told);
    }

    private static final double LEAST_OF_B = 0.75;

    private Grade grade(double score, List<String> told) {
        if (told.isEmpty() && score > 0.999) {
            return Grade.A;
        }
        return score >= LEAST_OF_B && !isDoubtful ? Grade.B : Grade.C;
    }
}
