package org.diachi.bench.quality;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diachi.city.AddressGrammar;
import org.diachi.registry.Registry;
import org.diachi.search.AddressSearch;
import org.diachi.search.find.Grade;
import org.diachi.search.find.Hit;
import org.diachi.search.find.SearchRequest;
import org.diachi.search.find.Target;
import org.diachi.search.index.Snapshot;
import org.jspecify.annotations.Nullable;

/** Asks the search of a register for cases, and counts what comes by family. */
public final class QualityRun {

    private static final int MOST_HITS = 20;

    private final AddressSearch search;
    private final AddressGrammar grammar;
    private final Truth truth;
    private final LocalDate today;
    private final Map<String, Score> scores = new LinkedHashMap<>();

    private QualityRun(Registry registry, Truth truth) {
        this.search = registry.search();
        this.grammar = registry.profile().grammar();
        this.truth = truth;
        this.today = registry.profile().today();
    }

    /** Runs cases on a register, whose views are up to date. */
    public static Map<String, Score> run(Registry registry, List<Case> cases) {
        QualityRun run = new QualityRun(registry, Truth.read(registry));
        cases.forEach(run::ask);
        return run.scores;
    }

    private void ask(Case asked) {
        List<Hit> hits;
        try (Snapshot index = search.open()) {
            hits = search.find(SearchRequest.of(asked.query(), MOST_HITS, today), index);
        }
        Hit first = hits.isEmpty() ? null : hits.get(0);
        boolean isSure = first != null && first.match().grade() == Grade.A;
        boolean isRight = switch (asked.expected()) {
            case FIRST -> isMeant(asked, first);
            case ALL -> !isSure && keys(hits).containsAll(codes(asked));
            case NOTHING -> !isSure;
        };
        scores.computeIfAbsent(asked.family(), family -> new Score()).add(isRight, isSure, told(asked, first));
    }

    private static String told(Case asked, @Nullable Hit first) {
        String found = first == null
                ? "nothing"
                : first.target().key() + " (" + first.match().grade() + " "
                        + first.match().score() + " " + first.match().differs() + ")";
        return asked.family() + ": " + asked.query() + " -> " + found + ", not " + asked.answers()
                + (asked.properties().isEmpty() ? "" : asked.properties());
    }

    private Set<String> codes(Case asked) {
        return asked.answers().stream().map(truth::code).collect(Collectors.toSet());
    }

    private static Set<String> keys(List<Hit> hits) {
        Set<String> keys = new HashSet<>();
        hits.forEach(hit -> keys.add(key(hit.target())));
        return keys;
    }

    private static String key(Target target) {
        return target instanceof Target.OfUnit unit
                ? "place/" + unit.state().code() + "/" + unit.state().fullName()
                : target.key();
    }

    private boolean isMeant(Case asked, @Nullable Hit first) {
        if (first == null) {
            return false;
        }
        return asked.properties().isEmpty()
                ? codes(asked).contains(key(first.target()))
                : asked.properties().entrySet().stream()
                        .allMatch(expected -> has(first.target(), expected.getKey(), expected.getValue()));
    }

    /** Whether an answer has a property of those that other suites name; what it cannot have is no condition. */
    private boolean has(Target target, String property, String value) {
        return switch (property.toLowerCase(Locale.ROOT)) {
            case "housenumber" ->
                target instanceof Target.OfObject object
                        && object.form().number() != null
                        && grammar.houseNumberKey(object.form().number()).equals(grammar.houseNumberKey(value));
            case "street" -> same(grammar.streetKey(value), street(target));
            case "name" -> same(grammar.nameKey(value), name(target)) || same(grammar.streetKey(value), street(target));
            default -> true;
        };
    }

    private boolean same(String expected, @Nullable String key) {
        return key != null && grammar.foldKey(expected).equals(grammar.foldKey(key));
    }

    private static @Nullable String street(Target target) {
        if (target instanceof Target.OfObject object) {
            return object.form().streetKey();
        }
        return target instanceof Target.OfStreet street ? street.main().key() : null;
    }

    private static @Nullable String name(Target target) {
        if (target instanceof Target.OfObject object) {
            return object.form().nameKey();
        }
        return target instanceof Target.OfUnit unit ? unit.state().name() : null;
    }
}
