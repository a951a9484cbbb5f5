package org.diachi.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.diachi.search.place.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents by their terms, straight from the postings: no query is so cheap. What reads the terms of a field is
 * kept, since it costs more to make than to use. For one thread.
 */
final class Postings {

    private final IndexReader reader;
    private final Map<String, List<Leaf>> leavesByField = new HashMap<>();
    private final Map<String, @Nullable BinaryDocValues[]> valuesByField = new HashMap<>();

    Postings(IndexReader reader) {
        this.reader = reader;
    }

    /** One segment of the index, with its terms of one field. */
    private record Leaf(int base, @Nullable Bits live, TermsEnum terms) {}

    private List<Leaf> leaves(String field) throws IOException {
        List<Leaf> known = leavesByField.get(field);
        if (known == null) {
            known = new ArrayList<>();
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(field);
                if (terms != null) {
                    known.add(new Leaf(leaf.docBase, leaf.reader().getLiveDocs(), terms.iterator()));
                }
            }
            leavesByField.put(field, known);
        }
        return known;
    }

    /** Visits the documents with a term until told to stop. */
    void visit(String field, String term, IntPredicate visitor) {
        BytesRef bytes = new BytesRef(term);
        try {
            for (Leaf leaf : leaves(field)) {
                if (leaf.terms.seekExact(bytes)
                        && !visit(leaf, leaf.terms.postings(null, PostingsEnum.NONE), visitor)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns false if told to stop. */
    private static boolean visit(Leaf leaf, PostingsEnum postings, IntPredicate visitor) throws IOException {
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            if ((leaf.live == null || leaf.live.get(doc)) && !visitor.test(leaf.base + doc)) {
                return false;
            }
        }
        return true;
    }

    /** Whether any document has a term, or had until lately. */
    boolean has(String field, String term) {
        BytesRef bytes = new BytesRef(term);
        try {
            for (Leaf leaf : leaves(field)) {
                if (leaf.terms.seekExact(bytes)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Terms of a field that begin so, in their order. */
    List<String> termsWith(String field, String begin, int most) {
        List<String> found = new ArrayList<>();
        BytesRef prefix = new BytesRef(begin);
        try {
            Terms terms = MultiTerms.getTerms(reader, field);
            if (terms == null) {
                return found;
            }
            TermsEnum each = terms.iterator();
            if (each.seekCeil(prefix) != TermsEnum.SeekStatus.END) {
                for (BytesRef term = each.term();
                        term != null && found.size() < most && StringHelper.startsWith(term, prefix);
                        term = each.next()) {
                    found.add(term.utf8ToString());
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Card card(int doc) {
        return Codec.decodeCard(Objects.requireNonNull(bytes(doc, Fields.CARD)));
    }

    Unit unit(int doc) {
        return Codec.decodeUnit(Objects.requireNonNull(bytes(doc, Fields.CARD)));
    }

    StreetCard street(int doc) {
        return Codec.decodeStreet(Objects.requireNonNull(bytes(doc, Fields.CARD)));
    }

    @Nullable
    BytesRef bytes(int doc, String field) {
        try {
            LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
            BinaryDocValues values = values(leaf, doc - leaf.docBase, field);
            return values.advanceExact(doc - leaf.docBase) ? values.binaryValue() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values are opened once for as long as documents come in their order. */
    private BinaryDocValues values(LeafReaderContext leaf, int doc, String field) throws IOException {
        @Nullable
        BinaryDocValues[] all = valuesByField.computeIfAbsent(
                field, key -> new BinaryDocValues[reader.leaves().size()]);
        BinaryDocValues values = all[leaf.ord];
        if (values == null || values.docID() > doc) {
            values = DocValues.getBinary(leaf.reader(), field);
            all[leaf.ord] = values;
        }
        return values;
    }
}
