package org.diachi.search.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.diachi.city.AddressGrammar;
import org.diachi.search.index.Fields;
import org.diachi.search.index.Snapshot;
import org.diachi.search.index.Street;
import org.diachi.search.index.StreetCard;
import org.diachi.search.place.Mention;
import org.diachi.search.place.Unit;
import org.diachi.search.place.UnitState;
import org.diachi.search.text.NumberReader;
import org.diachi.search.text.Roles;
import org.diachi.search.text.TextReader;
import org.diachi.search.text.Typed;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Finds what a text means. Thread-safe. */
public final class Finder {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static final int MOST_STREETS = 12;

    private final TextReader texts;
    private final NumberReader numbers;
    private final Roles roles;

    public Finder(AddressGrammar grammar) {
        this.texts = new TextReader(grammar);
        this.numbers = new NumberReader(grammar);
        this.roles = new Roles(grammar);
    }

    /** The answers to a question, the best first. */
    public List<Hit> find(SearchRequest request, Snapshot index) {
        Found found = new Found(request.near());
        Typed text = texts.read(request.text(), request.isBeingTyped());
        if (request.filter().equals(SearchRequest.Filter.NONE)) {
            new CodeFinder(index, request.today().toEpochDay()).add(request.text(), found);
        }
        if (text.size() > 0 && !found.hasSettledObject()) {
            new Search(new Question(request, text, numbers, roles, index), index, found).run();
        }
        return found.hits(request.limit());
    }

    /** One search: strictly first, and among misspelt words only if that brings nothing that explains all. */
    private static final class Search {

        private final Snapshot index;
        private final Question question;
        private final Found found;
        private final Explainer explainer;
        private final AddressFinder objects;
        private final SearchRequest.Filter filter;

        /** In which words are looked for. */
        private final List<Predicate<String>> vocabularies;

        Search(Question question, Snapshot index, Found found) {
            this.index = index;
            this.question = question;
            this.found = found;
            this.explainer = new Explainer(question, index.units());
            this.objects = new AddressFinder(index, question, explainer);
            this.filter = question.request().filter();
            this.vocabularies = List.of(
                    index.streets()::has, word -> index.has(Fields.NAME, word), word -> index.has(Fields.NEAR, word));
        }

        void run() {
            boolean isHopeless = isSurelyMisspelt();
            if (!isHopeless) {
                run(false);
            }
            if (!found.isSettled()) {
                List<Mention> strict = question.mentions();
                question.beLenient(index);
                if (isHopeless || question.isMisspeltInAny(vocabularies) || !strict.equals(question.mentions())) {
                    run(true);
                }
            }
        }

        /** Whether a word of a whole text is in no name at all, so that a strict search cannot explain everything. */
        private boolean isSurelyMisspelt() {
            return IntStream.range(0, question.text().size()).anyMatch(i -> question.isUnknown(i, vocabularies));
        }

        private void run(boolean isLenient) {
            List<Street> streets = new StreetFinder(index.streets(), question).find(isLenient);
            if (!question.runs().isEmpty()) {
                objects.addNumbered(streets, found);
            }
            // Whoever gives street and number does not mean the street, nor the shop on it.
            if (question.runs().isEmpty() || !found.hasCompleteObject()) {
                streets.stream().limit(MOST_STREETS).forEach(street -> addStreet(street.parts()));
                addUnits();
                new NameFinder(index, question, explainer, objects).add(isLenient, found);
            }
        }

        /** A street in the wards that are wanted, by the ward in which it fits best. */
        private void addStreet(List<StreetCard> parts) {
            List<StreetCard> wanted = new ArrayList<>(parts.stream()
                    .filter(part -> filter.allowsWard(part.ward()) && isWithin(part.x(), part.y()))
                    .sorted(Comparator.comparingInt(StreetCard::addresses).reversed())
                    .toList());
            if (!filter.allows(HitKind.STREET) || wanted.isEmpty()) {
                return;
            }
            Explanation best = null;
            List<StreetCard> fitting = new ArrayList<>();
            for (StreetCard part : wanted) {
                Explanation explanation = explainer.explainStreet(part.key(), part.name(), part.ward());
                if (best == null || explanation.score() > best.score() + 1e-9) {
                    best = explanation;
                    fitting.clear();
                }
                if (explanation.score() > best.score() - 1e-9) {
                    fitting.add(part);
                }
            }
            if (best != null && best.isOfSomething()) {
                if (fitting.get(0).addresses() == 0) {
                    best.differ("street: the name is no longer used", 0.97);
                }
                found.add(new Target.OfStreet(fitting), best);
            }
        }

        private void addUnits() {
            if (!filter.allows(HitKind.PLACE)) {
                return;
            }
            for (Mention mention : question.mentions()) {
                for (UnitState state : mention.meanings()) {
                    Unit unit = index.units().find(state.unit()).orElseThrow();
                    Target.OfUnit target = new Target.OfUnit(unit, state);
                    if (filter.wards() == null && (!target.hasPosition() || isWithin(target.x(), target.y()))) {
                        found.add(target, explainer.explainUnit(mention, state));
                    }
                }
            }
        }

        private boolean isWithin(double x, double y) {
            Geometry area = filter.area();
            return area == null || area.intersects(FACTORY.createPoint(new Coordinate(x, y)));
        }
    }
}
