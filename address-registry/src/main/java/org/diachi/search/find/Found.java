package org.diachi.search.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The candidates of a question as they come in: the best of each thing, put in order at the end. */
final class Found {

    private static final double LEAST = 0.3;

    /** Scores that differ by less are alike. */
    private static final double ALIKE = 0.01;

    /** What is so near as to be meant is worth that much more. */
    private static final double WORTH_OF_NEARNESS = 0.03;

    private static final double NEAR_METRES = 1000;
    private static final double WORTH_OF_WEIGHT = 0.001;

    private final @Nullable Coordinate near;
    private final Map<String, Candidate> candidates = new HashMap<>();

    Found(@Nullable Coordinate near) {
        this.near = near;
    }

    private static final double PRICE_OF_LEFTOVER = 0.02;

    private record Candidate(
            String key, Target target, Match match, int leftovers, boolean isSettled, boolean isComplete) {

        double fit() {
            return match.score() - PRICE_OF_LEFTOVER * leftovers;
        }
    }

    void add(Target target, Explanation explanation) {
        if (explanation.score() < LEAST) {
            return;
        }
        add(new Candidate(
                target.key(),
                target,
                explanation.match(),
                explanation.leftovers(),
                explanation.isSettled(),
                explanation.isComplete()));
    }

    /** Adds what was found by a code. */
    void add(Target target, Match match) {
        add(new Candidate(target.key(), target, match, 0, true, true));
    }

    private void add(Candidate candidate) {
        candidates.merge(candidate.key, candidate, (a, b) -> b.fit() >= a.fit() ? b : a);
    }

    /** Whether an address object explains everything. */
    boolean hasSettledObject() {
        return candidates.values().stream()
                .anyMatch(candidate -> candidate.isSettled && candidate.target instanceof Target.OfObject);
    }

    /** Whether an address object explains every word, if only nearly. */
    boolean hasCompleteObject() {
        return candidates.values().stream()
                .anyMatch(candidate -> candidate.isComplete && candidate.target instanceof Target.OfObject);
    }

    /** Whether anything explains everything. */
    boolean isSettled() {
        return candidates.values().stream().anyMatch(Candidate::isSettled);
    }

    /** The best answers, the best first. */
    List<Hit> hits(int limit) {
        List<Candidate> sorted = new ArrayList<>(candidates.values());
        sorted.sort(Comparator.comparingDouble(this::rank)
                .reversed()
                .thenComparing(candidate -> candidate.target.kind())
                .thenComparing(Candidate::key));
        List<Candidate> best = sorted.subList(0, Math.min(limit, sorted.size()));
        boolean isAmbiguous = isAmbiguous(sorted);
        double top = best.isEmpty() ? 0 : best.get(0).fit();
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            Match match = best.get(i).match;
            boolean isAlike = best.get(i).fit() > top - ALIKE;
            boolean isSure = i == 0 ? !isAmbiguous : false;
            hits.add(new Hit(best.get(i).target, isSure ? match : doubted(match, isAmbiguous && isAlike)));
        }
        return hits;
    }

    private static boolean isAmbiguous(List<Candidate> sorted) {
        if (sorted.size() < 2) {
            return false;
        }
        return sorted.stream()
                        .filter(candidate -> candidate.fit() > sorted.get(0).fit() - ALIKE)
                        .count()
                > 1;
    }

    /** What is not the first, or not alone, is a candidate only. */
    private static Match doubted(Match match, boolean isAlike) {
        List<String> differs = new ArrayList<>(match.differs());
        if (isAlike) {
            differs.add("others fit as well");
        }
        return new Match(Grade.C, match.score(), match.matched(), differs);
    }

    private double rank(Candidate candidate) {
        double rank = candidate.fit() + WORTH_OF_WEIGHT * Math.log10(1 + candidate.target.weight());
        if (near != null && candidate.target.hasPosition()) {
            double metres = Math.hypot(candidate.target.x() - near.x, candidate.target.y() - near.y);
            rank += WORTH_OF_NEARNESS * NEAR_METRES / (NEAR_METRES + metres);
        }
        return rank;
    }
}
