package org.diachi.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.diachi.city.CityProfile;
import org.diachi.search.place.MentionFinder;
import org.diachi.search.place.PlaceNames;
import org.diachi.search.place.Unit;
import org.diachi.search.place.Units;

/** What is known of the words of an index: the units, and how rare the words of streets are. Thread-safe. */
final class Lexicon {

    private static final double LEAST_WEIGHT = 0.15;

    private final IndexReader reader;
    private final Units units;
    private final MentionFinder mentions;
    private final Map<String, Double> weights = new ConcurrentHashMap<>();
    private final Map<Integer, StreetCard> streets = new ConcurrentHashMap<>();

    private Lexicon(IndexReader reader, Units units, MentionFinder mentions) {
        this.reader = reader;
        this.units = units;
        this.mentions = mentions;
    }

    static Lexicon read(IndexSearcher searcher, CityProfile profile) {
        List<Unit> units = new ArrayList<>();
        Postings postings = new Postings(searcher.getIndexReader());
        postings.visit(Fields.UNIT, "1", doc -> units.add(postings.unit(doc)));
        Units all = new Units(units);
        return new Lexicon(searcher.getIndexReader(), all, new MentionFinder(new PlaceNames(all, profile)));
    }

    /** The same units in a newer index, with words counted anew. */
    Lexicon in(IndexReader newer) {
        return new Lexicon(newer, units, mentions);
    }

    /** A street, which is kept: the same few are asked for again and again. */
    StreetCard street(int doc, Postings postings) {
        return postings.reader() == reader ? streets.computeIfAbsent(doc, postings::street) : postings.street(doc);
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
