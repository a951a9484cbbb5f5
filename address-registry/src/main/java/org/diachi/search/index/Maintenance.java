package org.diachi.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.diachi.address.AddressState;
import org.diachi.city.CityProfile;
import org.diachi.search.place.Unit;
import org.diachi.view.LogTrace;

/** Writes documents of what is true, and compares them with it. */
final class Maintenance {

    private static final int WAITING_PORTIONS = 8;

    private final Truth truth;
    private final UnitReader units;
    private final Documents documents;
    private final CityProfile profile;

    Maintenance(Truth truth, UnitReader units, CityProfile profile) {
        this.truth = truth;
        this.units = units;
        this.documents = new Documents(profile.grammar());
        this.profile = profile;
    }

    /**
     * Replaces all documents, and leaves them in one segment: a question looks into every segment there is. Nothing is seen
     * before the next refresh.
     */
    void fill(IndexWriter writer, long seq) throws IOException {
        writer.deleteAll();
        MergePolicy usual = writer.getConfig().getMergePolicy();
        writer.getConfig().setMergePolicy(NoMergePolicy.INSTANCE);
        try {
            write(writer, seq);
        } finally {
            writer.getConfig().setMergePolicy(usual);
        }
        writer.forceMerge(1);
    }

    /** One thread reads, others write. */
    private void write(IndexWriter writer, long seq) throws IOException {
        StreetTally streets = new StreetTally(profile.today());
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        ThreadPoolExecutor writers = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_PORTIONS),
                new ThreadPoolExecutor.CallerRunsPolicy());
        List<Future<?>> portions = new ArrayList<>();
        try {
            truth.forEachPortion(seq, portion -> {
                portions.removeIf(Maintenance::isDone);
                portions.add(writers.submit(() -> write(writer, portion, streets, seq)));
            });
            portions.forEach(Maintenance::await);
        } finally {
            writers.shutdownNow();
        }
        for (StreetCard street : streets.cards().values()) {
            writer.addDocument(Documents.street(street));
        }
        for (Unit unit : units.read(seq)) {
            writer.addDocument(Documents.unit(unit));
        }
    }

    private static boolean isDone(Future<?> portion) {
        if (portion.isDone()) {
            await(portion);
        }
        return portion.isDone();
    }

    private static void await(Future<?> portion) {
        try {
            portion.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the search index was being built", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The search index cannot be built", e.getCause());
        }
    }

    private void write(IndexWriter writer, Map<String, List<AddressState>> portion, StreetTally streets, long seq) {
        List<Card> cards = new ArrayList<>();
        try {
            for (Truth.Whole whole : truth.withHosts(portion, seq).values()) {
                Documents.Made made = documents.object(whole.states(), whole.hosts());
                writer.addDocument(made.document());
                cards.add(made.card());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (streets) {
            cards.forEach(streets::add);
        }
    }

    /**
     * Replaces the documents of what entries of the log touched.
     *
     * @param before the index as it was before
     */
    void update(IndexWriter writer, IndexSearcher before, LogTrace.Touched touched, long seq) throws IOException {
        Collection<String> codes = truth.withLocated(touched.addresses(), seq);
        Set<String> streets = new HashSet<>();
        Map<String, Truth.Whole> wholes = truth.read(codes, seq);
        for (String code : codes) {
            streets.addAll(streetsBefore(before, code));
            Term key = new Term(Fields.KEY, code);
            Truth.Whole whole = wholes.get(code);
            if (whole == null) {
                writer.deleteDocuments(key);
            } else {
                Documents.Made made = documents.object(whole.states(), whole.hosts());
                writer.updateDocument(key, made.document());
                streets.addAll(Documents.streetsOf(made.card()));
            }
        }
        updateStreets(writer, streets);
        if (!touched.places().isEmpty()) {
            writer.deleteDocuments(new Term(Fields.UNIT, "1"));
            for (Unit unit : units.read(seq)) {
                writer.addDocument(Documents.unit(unit));
            }
        }
    }

    private static Set<String> streetsBefore(IndexSearcher searcher, String code) {
        Set<String> streets = new HashSet<>();
        Postings postings = new Postings(searcher.getIndexReader());
        postings.visit(Fields.KEY, code, doc -> {
            streets.addAll(Documents.streetsOf(postings.card(doc)));
            return true;
        });
        return streets;
    }

    private void updateStreets(IndexWriter writer, Set<String> streets) throws IOException {
        if (streets.isEmpty()) {
            return;
        }
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            Postings postings = new Postings(reader);
            for (String street : streets) {
                StreetTally tally = new StreetTally(profile.today());
                Set<String> wanted = Set.of(street);
                postings.visit(Fields.ON, street, doc -> {
                    tally.add(postings.card(doc), wanted);
                    return true;
                });
                Term key = new Term(Fields.KEY, Fields.STREET_KEY + street);
                StreetCard card = tally.cards().get(street);
                if (card == null) {
                    writer.deleteDocuments(key);
                } else {
                    writer.updateDocument(key, Documents.street(card));
                }
            }
        }
    }

    /** How an index differs from the truth. */
    List<String> compare(Snapshot index, long seq) {
        return new Comparison(index, documents).run(truth, units.read(seq), seq);
    }
}
