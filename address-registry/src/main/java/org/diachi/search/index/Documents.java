package org.diachi.search.index;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.diachi.address.AddressState;
import org.diachi.city.AddressGrammar;
import org.diachi.search.place.Unit;
import org.diachi.search.text.Form;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** Makes the documents of the index. Thread-safe. */
final class Documents {

    /** Of a metre of the storage CRS; boxes are kept in them. */
    static final double CENTIMETRES = 100;

    private final CardMaker cards;

    Documents(AddressGrammar grammar) {
        this.cards = new CardMaker(grammar);
    }

    /**
     * An object with its document.
     *
     * @param card its card
     * @param document to be written
     */
    record Made(Card card, Document document) {}

    /** The document of an object. */
    Made object(List<AddressState> states, List<AddressState> hosts) {
        Card card = cards.make(states, hosts);
        AddressState latest = states.get(states.size() - 1);
        Document document = new Document();
        addTerm(document, Fields.KEY, card.code().toString());
        addTerm(document, Fields.KIND, card.kind().label());
        card.forms().stream()
                .map(AddressForm::ward)
                .distinct()
                .forEach(ward -> addTerm(document, Fields.WARD, ward == null ? null : ward.toString()));
        addAddresses(document, card);
        addNames(document, card);
        latest.object().externalIds().forEach(id -> addExternal(document, id));
        addShape(document, latest);
        document.add(new BinaryDocValuesField(Fields.CARD, new BytesRef(Codec.encode(card))));
        document.add(new BinaryDocValuesField(Fields.STATES, new BytesRef(StatesCodec.encode(states))));
        return new Made(card, document);
    }

    private static void addAddresses(Document document, Card card) {
        Set<String> terms = new HashSet<>();
        for (AddressForm form : card.forms()) {
            String street = form.streetKey();
            if (form.origin() != AddressForm.Origin.HOST && street != null) {
                if (form.numberKey() != null) {
                    NumberRange.listNumbers(form.numberKey())
                            .forEach(number -> terms.add(Fields.address(street, number)));
                }
            }
        }
        terms.forEach(term -> addTerm(document, Fields.ADDRESS, term));
        streetsOf(card).forEach(street -> addTerm(document, Fields.ON, street));
    }

    /** The streets in wards that an object is or was on by itself. */
    static Set<String> streetsOf(Card card) {
        Set<String> streets = new HashSet<>();
        for (AddressForm form : card.forms()) {
            if (form.origin() != AddressForm.Origin.HOST && form.streetKey() != null) {
                streets.add(Fields.streetInWard(form.streetKey(), form.ward()));
            }
        }
        return streets;
    }

    private static void addNames(Document document, Card card) {
        Set<String> names = new HashSet<>();
        Set<String> near = new HashSet<>();
        for (AddressForm form : card.forms()) {
            addWords(form.nameKey(), names);
            addWords(form.streetKey(), near);
        }
        names.forEach(word -> addTerm(document, Fields.NAME, word));
        if (!names.isEmpty()) {
            near.forEach(word -> addTerm(document, Fields.NEAR, word));
        }
    }

    /** The words of a key, each alone and run together with the one behind it. */
    static void addWords(@Nullable String key, Set<String> into) {
        if (key != null) {
            List<Form> words = Form.listOf(key);
            for (int i = 0; i < words.size(); i++) {
                into.add(words.get(i).fold());
                if (i + 1 < words.size()) {
                    into.add(words.get(i).fold() + words.get(i + 1).fold());
                }
            }
        }
    }

    private static void addExternal(Document document, ExternalId id) {
        addTerm(document, Fields.EXTERNAL, id.value().toLowerCase(Locale.ROOT));
        addTerm(document, Fields.EXTERNAL, id.toString().toLowerCase(Locale.ROOT));
    }

    private static void addShape(Document document, AddressState state) {
        Geometry outline = state.object().outline();
        Geometry shape = outline == null ? state.object().position() : outline;
        Envelope box = shape.getEnvelopeInternal();
        document.add(new IntRange(Fields.BOX, new int[] {down(box.getMinX()), down(box.getMinY())}, new int[] {
            up(box.getMaxX()), up(box.getMaxY())
        }));
        if (outline != null) {
            document.add(new BinaryDocValuesField(Fields.OUTLINE, new BytesRef(new WKBWriter(2).write(outline))));
        }
    }

    static int down(double metres) {
        return (int) Math.floor(metres * CENTIMETRES);
    }

    static int up(double metres) {
        return (int) Math.ceil(metres * CENTIMETRES);
    }

    /** The document of a street in a ward. */
    static Document street(StreetCard card) {
        Document document = new Document();
        addTerm(document, Fields.KEY, Fields.STREET_KEY + Fields.streetInWard(card.key(), card.ward()));
        addTerm(document, Fields.STREET, "1");
        document.add(new BinaryDocValuesField(Fields.CARD, new BytesRef(Codec.encode(card))));
        return document;
    }

    /** The document of a unit. */
    static Document unit(Unit unit) {
        Document document = new Document();
        addTerm(document, Fields.KEY, Fields.UNIT_KEY + unit.id());
        addTerm(document, Fields.UNIT, "1");
        document.add(new BinaryDocValuesField(Fields.CARD, new BytesRef(Codec.encode(unit))));
        return document;
    }

    private static void addTerm(Document document, String field, @Nullable String term) {
        if (term != null && !term.isEmpty() && term.length() < MOST_LETTERS) {
            document.add(new StringField(field, term, Field.Store.NO));
        }
    }

    /** Lucene takes no terms of more than 32,766 bytes. */
    private static final int MOST_LETTERS = 8000;
}
