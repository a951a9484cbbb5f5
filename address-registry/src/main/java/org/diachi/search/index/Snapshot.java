package org.diachi.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressState;
import org.diachi.address.WardName;
import org.diachi.search.place.MentionFinder;
import org.diachi.search.place.UnitState;
import org.diachi.search.place.Units;
import org.diachi.value.Code;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** The index as it was when it was asked for. To be closed soon, and used by one thread. */
public final class Snapshot implements AutoCloseable {

    private final SearcherManager manager;
    private final BoxSearchers.BoxSearcher searcher;
    private final Postings postings;
    private final Lexicon lexicon;
    private final GeometryFactory factory;

    Snapshot(SearcherManager manager, IndexSearcher searcher, Lexicon lexicon, GeometryFactory factory) {
        this.manager = manager;
        this.searcher = (BoxSearchers.BoxSearcher) searcher;
        this.postings = new Postings(searcher.getIndexReader());
        this.lexicon = lexicon;
        this.factory = factory;
    }

    /** Runs queries. */
    IndexSearcher searcher() {
        return searcher;
    }

    /** The administrative units. */
    public Units units() {
        return lexicon.units();
    }

    /** Finds names of units in texts. */
    public MentionFinder mentions() {
        return lexicon.mentions();
    }

    /** How much a word of a name tells, by how many streets have it: 1 for a rare one. */
    public double weight(String word) {
        return lexicon.streets().telling(word);
    }

    /** Visits the documents with a term until told to stop. */
    public void visit(String field, String term, IntPredicate visitor) {
        postings.visit(field, term, visitor);
    }

    /** The best documents of a query; how many more there are is not asked. */
    public ScoreDoc[] best(Query query, int most) {
        try {
            return searcher.search(query, new TopScoreDocCollectorManager(most, most)).scoreDocs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Visits the documents of a query, in no order of worth, until told to stop. */
    public void visit(Query query, IntPredicate visitor) {
        try {
            searcher.search(query, new Visit(visitor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether any document has a term. */
    public boolean has(String field, String term) {
        return postings.has(field, term);
    }

    /** Terms of a field that begin so, in their order. */
    public List<String> termsWith(String field, String begin, int most) {
        return postings.termsWith(field, begin, most);
    }

    /** Finds the objects whose boxes meet a box in metres of the storage CRS. */
    public Query near(Envelope box) {
        if (box.isNull()) {
            return new MatchNoDocsQuery();
        }
        return IntRange.newIntersectsQuery(
                Fields.BOX,
                new int[] {Documents.down(box.getMinX()), Documents.down(box.getMinY())},
                new int[] {Documents.up(box.getMaxX()), Documents.up(box.getMaxY())});
    }

    /** The objects around a place in metres of the storage CRS. */
    public Around around(double x, double y) {
        return new Around(searcher, x, y);
    }

    /** What is compared of an object. */
    public Card card(int doc) {
        return postings.card(doc);
    }

    Postings postings() {
        return postings;
    }

    /** The streets. */
    public Streets streets() {
        return lexicon.streets();
    }

    /** The outline of an object, if it is known. */
    public Optional<Geometry> findOutline(int doc) {
        BytesRef wkb = postings.bytes(doc, Fields.OUTLINE);
        if (wkb == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = new byte[wkb.length];
            System.arraycopy(wkb.bytes, wkb.offset, bytes, 0, wkb.length);
            return Optional.of(new WKBReader(factory).read(bytes));
        } catch (ParseException e) {
            throw new IllegalStateException("The index has a broken outline", e);
        }
    }

    BytesRef states(int doc) {
        return Objects.requireNonNull(postings.bytes(doc, Fields.STATES));
    }

    /** An object as it is answered on a day; in its nearest state if it has none on that day. */
    public AddressObject object(int doc, LocalDate day) {
        List<AddressState> all = new StatesCodec(factory.getSRID()).decode(states(doc));
        AddressState best = all.get(0);
        for (AddressState state : all) {
            if (!state.object().valid().from().isAfter(day)) {
                best = state;
            }
        }
        AddressObject object = best.object();
        WardName ward = units().findState(best.ward(), day).map(Snapshot::name).orElse(null);
        return object.with(ward, null, object.changed());
    }

    private static WardName name(UnitState ward) {
        return new WardName(ward.code(), ward.fullName());
    }

    /**
     * The object of a code on a day, with its outline: what the register itself would tell after the last entry that the
     * index has taken over. Empty if the index does not tell for certain, since it keeps outlines only of last states.
     */
    public Optional<AddressObject> find(Code code, LocalDate day) {
        int[] doc = {-1};
        postings.visit(Fields.KEY, code.toString(), found -> {
            doc[0] = found;
            return false;
        });
        if (doc[0] < 0) {
            return Optional.empty();
        }
        List<AddressState> all = new StatesCodec(factory.getSRID()).decode(states(doc[0]));
        AddressState last = all.get(all.size() - 1);
        if (!last.object().valid().contains(day)) {
            return Optional.empty();
        }
        UnitState ward = units().findState(last.ward(), day).orElse(null);
        if (ward != null && ward.valid().from().isAfter(day)) {
            return Optional.empty();
        }
        Geometry outline = findOutline(doc[0]).orElse(null);
        long changed = last.object().changed();
        return Optional.of(
                ward == null
                        ? last.object().with(null, outline, changed)
                        : last.object().with(name(ward), outline, Math.max(changed, ward.changed())));
    }

    @Override
    public void close() {
        try {
            manager.release(searcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
