package org.diachi.search.find;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.diachi.city.Letters;
import org.diachi.search.index.AddressForm;
import org.diachi.search.index.Card;
import org.diachi.search.index.Fields;
import org.diachi.search.index.Snapshot;
import org.diachi.search.index.Street;
import org.diachi.search.text.NumberRun;
import org.diachi.value.AddressStatus;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Adds the objects that may be found, by the streets and numbers or by the names in a text. */
final class AddressFinder {

    private static final int MOST_WITH_ONE_ADDRESS = 2000;
    private static final int MOST_BEGUN = 12;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Snapshot index;
    private final Question question;
    private final Explainer explainer;
    private final SearchRequest.Filter filter;
    private final long day;

    AddressFinder(Snapshot index, Question question, Explainer explainer) {
        this.index = index;
        this.question = question;
        this.explainer = explainer;
        this.filter = question.request().filter();
        this.day = question.request().today().toEpochDay();
    }

    /**
     * Adds the addresses on streets that have a number of the text. What is still being typed may go on in several ways; of
     * a whole text a street whose name fits worse is no answer where a better one has the number.
     */
    void addNumbered(List<Street> streets, Found found) {
        for (Street street : streets) {
            if (!question.request().isBeingTyped() && found.hasSettledObject() && isWorse(street, streets.get(0))) {
                break;
            }
            String fold = street.fold();
            boolean isThere = false;
            for (NumberRun run : question.runs()) {
                isThere |= !run.isAlley() && addAt(Fields.address(fold, run.key()), fold, found);
            }
            for (NumberRun run : question.runs()) {
                if (run.isAlley() || !isThere || isBeingTyped(run)) {
                    addBegun(run, fold, found);
                }
            }
        }
    }

    private boolean isWorse(Street street, Street other) {
        return fit(street) < fit(other) - 0.05;
    }

    private double fit(Street street) {
        return question.align(street.key(), 0).fit();
    }

    private boolean isBeingTyped(NumberRun run) {
        int last = question.text().size() - 1;
        return question.request().isBeingTyped() && (run.words() >>> last & 1) == 1;
    }

    /** Numbers that begin so: those that are being typed, or all in an alley. */
    private void addBegun(NumberRun run, String street, Found found) {
        String begin = Fields.address(street, run.key());
        if (run.isAlley() || isBeingTyped(run)) {
            index.termsWith(Fields.ADDRESS, begin, MOST_BEGUN).forEach(term -> addAt(term, street, found));
        }
    }

    private boolean addAt(String term, String street, Found found) {
        int[] left = {MOST_WITH_ONE_ADDRESS};
        String number = term.substring(term.lastIndexOf('|') + 1);
        index.visit(Fields.ADDRESS, term, doc -> {
            Card card = index.card(doc);
            for (AddressForm form : card.forms()) {
                if (isAt(form, street, number)) {
                    add(doc, card, form, explainer.explain(card, form), found);
                }
            }
            return --left[0] > 0;
        });
        return left[0] < MOST_WITH_ONE_ADDRESS;
    }

    private static boolean isAt(AddressForm form, String street, String number) {
        String key = form.streetKey();
        String numberKey = form.numberKey();
        return key != null
                && numberKey != null
                && form.origin() != AddressForm.Origin.HOST
                && Letters.fold(key).equals(street)
                && (numberKey.equals(number) || numberKey.indexOf('-') > 0);
    }

    private void add(int doc, Card card, AddressForm form, Explanation explanation, Found found) {
        AddressStatus status = card.status(day);
        if (status != AddressStatus.REJECTED && explanation.isOfSomething() && isAllowed(card)) {
            found.add(new Target.OfObject(doc, card, form, status), explanation);
        }
    }

    /** Adds an object by its names, if one of them is met, with whichever of its addresses fits best. */
    void addNamed(int doc, Found found) {
        Card card = index.card(doc);
        Set<String> seen = new TreeSet<>();
        for (AddressForm form : card.forms()) {
            String same = form.nameKey() + "|" + form.streetKey() + "|" + form.numberKey() + "|" + form.ward() + "|"
                    + form.isFormer(day);
            if (form.nameKey() != null && seen.add(same)) {
                Explanation explanation = explainer.explain(card, form);
                if (explanation.isNamed()) {
                    add(doc, card, form, explanation, found);
                }
            }
        }
    }

    private boolean isAllowed(Card card) {
        Geometry area = filter.area();
        return filter.allows(HitKind.of(card.kind()))
                && filter.allowsWard(card.on(day).ward())
                && (area == null || area.intersects(FACTORY.createPoint(new Coordinate(card.x(), card.y()))));
    }
}
