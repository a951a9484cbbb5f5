package org.diachi.search.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.diachi.search.index.Street;
import org.diachi.search.index.Streets;
import org.diachi.search.text.Alignment;
import org.diachi.search.text.Form;

/**
 * Finds the streets that a text may name: those that have its rarest words are compared with it, and the best of them are
 * the answer.
 */
final class StreetFinder {

    private static final int MOST_COMPARED = 60;
    private static final int MOST_STREETS = 12;

    /** Of those that begin as far as they are typed, only some have the number. */
    private static final int MOST_BEGUN = MOST_COMPARED;

    private static final double LEAST_FIT = 0.35;

    private static final double BEGUN = 4;
    private static final double MISSPELT = 0.5;

    /** Of streets whose names have alike words, those with many addresses come first. */
    private static final double WORTH_OF_WEIGHT = 0.6;

    private static final double USUAL_WEIGHT = 50;

    private final Streets streets;
    private final Question question;

    StreetFinder(Streets streets, Question question) {
        this.streets = streets;
        this.question = question;
    }

    /** The streets by their names, the best first. */
    List<Street> find(boolean isLenient) {
        Tally tally = new Tally();
        for (int i = 0; i < question.text().size(); i++) {
            tally.count(i, isLenient);
        }
        List<Street> whole = question.isTelling() ? best(tally, true) : List.of();
        return whole.isEmpty() ? best(tally, false) : whole;
    }

    private List<Street> best(Tally tally, boolean isWhole) {
        return tally.candidates(isWhole).stream()
                .map(this::compared)
                .filter(candidate -> candidate.fit() >= LEAST_FIT)
                .sorted(Comparator.comparingDouble(Candidate::worth)
                        .reversed()
                        .thenComparing(candidate -> candidate.street().key()))
                .limit(question.isNumberedAndBegun() ? MOST_BEGUN : MOST_STREETS)
                .map(Candidate::street)
                .toList();
    }

    private record Candidate(Street street, double fit, double worth) {}

    /** Its worth is how well the name fits, and how much of the text it explains. */
    private Candidate compared(Street street) {
        Alignment name = question.align(street.key(), 0);
        double worth = name.fit() * (1 + 0.2 * Long.bitCount(name.words())) + 0.001 * Math.log1p(street.addresses());
        return new Candidate(street, name.fit(), worth);
    }

    /** Streets that have what a word may be, and what that is worth. */
    private record Way(int[] streets, double worth) {}

    /** What the words of the text speak for each street. */
    private final class Tally {

        private final double[] worth = new double[streets.size()];
        private final int[] lastWord = new int[streets.size()];
        private final int[] telling = new int[streets.size()];
        private int allTelling;

        /** Counts for every street the best of what a word of the text may be in its name. */
        void count(int i, boolean isLenient) {
            int tells = question.isTelling(i) ? 1 : 0;
            allTelling += tells;
            List<Way> ways = ways(i, isLenient);
            ways.sort(Comparator.comparingDouble(Way::worth).reversed());
            for (Way way : ways) {
                for (int street : way.streets()) {
                    if (lastWord[street] != i + 1) {
                        lastWord[street] = i + 1;
                        worth[street] += way.worth();
                        telling[street] += tells;
                    }
                }
            }
        }

        private List<Way> ways(int i, boolean isLenient) {
            List<Way> ways = new ArrayList<>();
            WordQueries.words(question.text(), i)
                    .forEach(word -> ways.add(new Way(streets.with(word), streets.rarity(word))));
            for (Form form : question.text().word(i).forms()) {
                if (question.text().isOpen(i)) {
                    streets.begun(form.fold()).forEach(some -> ways.add(new Way(some, BEGUN)));
                }
                if (isLenient && question.isMisspelt(i, form, streets::has)) {
                    streets.forEachLike(
                            form,
                            (word, likeness) ->
                                    ways.add(new Way(streets.with(word), MISSPELT * likeness * streets.rarity(word))));
                }
            }
            return ways;
        }

        /** @param isWhole whether every word that tells something must be in the name */
        List<Street> candidates(boolean isWhole) {
            return IntStream.range(0, worth.length)
                    .filter(street -> worth[street] > 0 && (!isWhole || telling[street] == allTelling))
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer street) -> worth(street))
                            .reversed())
                    .limit(MOST_COMPARED)
                    .map(streets::get)
                    .toList();
        }

        private double worth(int street) {
            double addresses = Math.max(1, streets.get(street).addresses());
            return worth[street] + WORTH_OF_WEIGHT * addresses / (addresses + USUAL_WEIGHT);
        }
    }
}
