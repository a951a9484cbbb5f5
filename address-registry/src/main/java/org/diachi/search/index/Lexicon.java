package org.diachi.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.diachi.city.CityProfile;
import org.diachi.search.place.MentionFinder;
import org.diachi.search.place.PlaceNames;
import org.diachi.search.place.Unit;
import org.diachi.search.place.Units;

/** What is known of the words of an index: the units, and how rare the words of streets are. Thread-safe. */
final class Lexicon {

    private static final int MOST_UNITS = 1_000_000;
    private static final double LEAST_WEIGHT = 0.15;

    private final Units units;
    private final MentionFinder mentions;
    private final Map<String, Double> weights = new ConcurrentHashMap<>();

    private Lexicon(Units units, MentionFinder mentions) {
        this.units = units;
        this.mentions = mentions;
    }

    static Lexicon read(IndexSearcher searcher, CityProfile profile) throws IOException {
        List<Unit> units = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc hit : searcher.search(new TermQuery(new Term(Fields.UNIT, "1")), MOST_UNITS).scoreDocs) {
            BytesRef bytes = stored.document(hit.doc).getBinaryValue(Documents.UNIT_FIELD);
            units.add(Codec.decodeUnit(bytes));
        }
        Units all = new Units(units);
        return new Lexicon(all, new MentionFinder(new PlaceNames(all, profile)));
    }

    /** The same units, with words counted anew. */
    Lexicon recounted() {
        return new Lexicon(units, mentions);
    }

    Units units() {
        return units;
    }

    MentionFinder mentions() {
        return mentions;
    }

    /** How much a word of a street's name tells: 1 if one street has it, least if all have. */
    double weight(String word, IndexSearcher searcher) {
        return weights.computeIfAbsent(word, w -> {
            try {
                int streets = Math.max(2, searcher.getIndexReader().getDocCount(Fields.STREET));
                int having = searcher.getIndexReader().docFreq(new Term(Fields.STREET, w));
                double rarity = 1 - Math.log(Math.max(1, having)) / Math.log(streets);
                return Math.max(LEAST_WEIGHT, rarity);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
