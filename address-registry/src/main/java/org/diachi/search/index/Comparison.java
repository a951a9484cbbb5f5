package org.diachi.search.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import org.diachi.address.AddressState;
import org.diachi.search.place.Unit;
import org.jspecify.annotations.Nullable;

/** Compares an index with the truth, document by document. For one comparison. */
final class Comparison {

    private static final int MOST_TOLD = 1000;

    private final Snapshot index;
    private final Documents documents;
    private final List<String> differences = new ArrayList<>();
    private final Set<String> streets = new HashSet<>();
    private long objects;

    Comparison(Snapshot index, Documents documents) {
        this.index = index;
        this.documents = documents;
    }

    List<String> run(Truth truth, List<Unit> units, long seq) {
        truth.forEachPortion(seq, portion -> compare(truth.withHosts(portion, seq)));
        long indexed = index.searcher().getIndexReader().numDocs()
                - index.units().list().size();
        streets.forEach(street -> need(Fields.STREET_KEY + street));
        if (differences.isEmpty() && indexed != objects + streets.size()) {
            tell("has " + indexed + " documents of objects and streets, not " + (objects + streets.size()));
        }
        for (Unit unit : units) {
            Unit known = index.units().find(unit.id()).orElse(null);
            if (known == null || !bytes(Codec.encode(known)).equals(bytes(Codec.encode(unit)))) {
                tell("unit " + unit.id() + " is not as in truth");
            }
        }
        return differences;
    }

    private void compare(Map<String, Truth.Whole> wholes) {
        wholes.forEach((code, whole) -> {
            objects++;
            Documents.Made made = documents.object(whole.states(), whole.hosts());
            streets.addAll(Documents.streetsOf(made.card()));
            Integer doc = need(code);
            if (doc != null && !isSame(doc, made.document(), whole.states())) {
                tell(code + " is not as in truth");
            }
        });
    }

    private @Nullable Integer need(String key) {
        List<Integer> found = new ArrayList<>();
        index.visit(Fields.KEY, key, found::add);
        if (found.size() != 1) {
            tell(key + (found.isEmpty() ? " is missing" : " is there " + found.size() + " times"));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private boolean isSame(int doc, Document made, List<AddressState> states) {
        return bytes(StatesCodec.encode(states)).equals(index.states(doc))
                && made.getBinaryValue(Fields.CARD).equals(index.postings().bytes(doc, Fields.CARD))
                && Objects.equals(
                        made.getBinaryValue(Fields.OUTLINE), index.postings().bytes(doc, Fields.OUTLINE));
    }

    private static BytesRef bytes(byte[] bytes) {
        return new BytesRef(bytes);
    }

    private void tell(String difference) {
        if (differences.size() < MOST_TOLD) {
            differences.add(difference);
        }
    }
}
