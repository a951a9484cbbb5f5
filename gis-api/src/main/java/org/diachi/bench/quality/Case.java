package org.diachi.bench.quality;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A query and what it means.
 *
 * @param family under which it is counted
 * @param query as typed
 * @param expected what is right
 * @param answers what is meant: {@code scheme:value} of objects, or {@code place/code/first day} of units
 * @param properties by name, what the first answer must have, where no answers are named
 */
public record Case(
        String family, String query, Expected expected, List<String> answers, Map<String, String> properties) {

    /** What is right. */
    public enum Expected {
        /** The first answer is one of those that are meant. */
        FIRST,
        /** All that may be meant are among the answers, and none of them is said to be sure. */
        ALL,
        /** No answer is said to be sure. */
        NOTHING
    }

    public Case {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(expected, "expected");
        answers = List.copyOf(answers);
        properties = Map.copyOf(properties);
    }

    static Case first(String family, String query, String answer) {
        return new Case(family, query, Expected.FIRST, List.of(answer), Map.of());
    }

    static Case all(String family, String query, List<String> answers) {
        return new Case(family, query, Expected.ALL, answers, Map.of());
    }

    static Case nothing(String family, String query) {
        return new Case(family, query, Expected.NOTHING, List.of(), Map.of());
    }
}
