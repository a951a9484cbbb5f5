package org.diachi.search.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.diachi.city.CityProfile;
import org.diachi.search.place.MentionFinder;
import org.diachi.search.place.PlaceNames;
import org.diachi.search.place.Unit;
import org.diachi.search.place.Units;

/** What is kept in memory of an index: the units and the streets. Immutable, thread-safe. */
final class Lexicon {

    private final Streets streets;
    private final Units units;
    private final MentionFinder mentions;

    private Lexicon(Streets streets, Units units, MentionFinder mentions) {
        this.streets = streets;
        this.units = units;
        this.mentions = mentions;
    }

    static Lexicon read(IndexSearcher searcher, CityProfile profile) {
        List<Unit> units = new ArrayList<>();
        Postings postings = new Postings(searcher.getIndexReader());
        postings.visit(Fields.UNIT, "1", doc -> units.add(postings.unit(doc)));
        Units all = new Units(units);
        return new Lexicon(streets(postings), all, new MentionFinder(new PlaceNames(all, profile)));
    }

    private static Streets streets(Postings postings) {
        List<StreetCard> cards = new ArrayList<>();
        postings.visit(Fields.STREET, "1", doc -> cards.add(postings.street(doc)));
        return new Streets(cards);
    }

    /** The same units in a newer index, with its streets. */
    Lexicon in(IndexReader newer) {
        return new Lexicon(streets(new Postings(newer)), units, mentions);
    }

    Streets streets() {
        return streets;
    }

    Units units() {
        return units;
    }

    MentionFinder mentions() {
        return mentions;
    }
}
