package org.diachi.search.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;
import org.diachi.search.index.Fields;
import org.diachi.search.index.Snapshot;
import org.diachi.search.index.StreetCard;
import org.diachi.search.text.Alignment;

/** Finds the streets that a text may name. */
final class StreetFinder {

    private static final int MOST_DOCUMENTS = 150;
    private static final int MOST_STREETS = 12;
    private static final double LEAST_FIT = 0.35;

    /** Of streets whose names fit alike, those with many addresses come first. */
    private static final float WORTH_OF_WEIGHT = 0.3f;

    private static final float USUAL_WEIGHT = 50;

    private static final List<WordQueries.Field> FIELDS = List.of(new WordQueries.Field(Fields.STREET, 1, 0));

    private final Snapshot index;
    private final Question question;

    StreetFinder(Snapshot index, Question question) {
        this.index = index;
        this.question = question;
    }

    /** The streets by their names, the best first; of each the wards. */
    List<List<StreetCard>> find(boolean isLenient) {
        for (WordQueries.Look look : WordQueries.Look.inTurn(question, isLenient)) {
            List<List<StreetCard>> streets = find(look);
            if (!streets.isEmpty()) {
                return streets;
            }
        }
        return List.of();
    }

    private List<List<StreetCard>> find(WordQueries.Look look) {
        BooleanQuery query = new BooleanQuery.Builder()
                .add(WordQueries.of(question, FIELDS, look, index), BooleanClause.Occur.MUST)
                .add(
                        FeatureField.newSaturationQuery(Fields.WEIGHT, "addresses", WORTH_OF_WEIGHT, USUAL_WEIGHT),
                        BooleanClause.Occur.SHOULD)
                .build();
        Map<String, List<StreetCard>> byName = new HashMap<>();
        for (ScoreDoc hit : index.best(query, MOST_DOCUMENTS)) {
            StreetCard street = index.street(hit.doc);
            byName.computeIfAbsent(street.key(), key -> new ArrayList<>()).add(street);
        }
        return byName.values().stream()
                .filter(parts -> fit(parts) >= LEAST_FIT)
                .sorted(Comparator.comparingDouble(this::worth)
                        .reversed()
                        .thenComparing(parts -> parts.get(0).key()))
                .limit(MOST_STREETS)
                .toList();
    }

    private double fit(List<StreetCard> parts) {
        return question.align(parts.get(0).key(), 0).fit();
    }

    /** How well the name fits, and how much of the text it explains. */
    private double worth(List<StreetCard> parts) {
        Alignment name = question.align(parts.get(0).key(), 0);
        double addresses = parts.stream().mapToInt(StreetCard::addresses).sum();
        return name.fit() * (1 + 0.2 * Long.bitCount(name.words())) + 0.001 * Math.log1p(addresses);
    }
}
