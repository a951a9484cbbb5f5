package org.diachi.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diachi.city.AddressGrammar;

/**
 * A name as it is compared with those of units. It may have a type word before it, or a first word that looks like one
 * (Phường Đúc is a name), so both the whole name and its endings are tried.
 */
final class PlaceNameKeys {

    private final AddressGrammar grammar;
    private final String exact;
    private final String folded;
    private final String[] foldedEndings;

    private PlaceNameKeys(AddressGrammar grammar, String exact, String folded, String[] foldedEndings) {
        this.grammar = grammar;
        this.exact = exact;
        this.folded = folded;
        this.foldedEndings = foldedEndings;
    }

    static PlaceNameKeys of(String name, AddressGrammar grammar) {
        String rest = name.strip();
        List<String> endings = new ArrayList<>();
        while (!rest.isEmpty()) {
            endings.add(grammar.foldKey(rest));
            int space = rest.indexOf(' ');
            rest = space < 0 ? "" : rest.substring(space).strip();
        }
        return new PlaceNameKeys(grammar, grammar.nameKey(name), grammar.foldKey(name), endings.toArray(String[]::new));
    }

    /** The folded keys of the name and of what is left of it without its first words. */
    String[] foldedEndings() {
        return foldedEndings;
    }

    /** How well the unit's name, or its full name, fits; empty if only an ending fits. */
    Optional<PlaceMatch.Grade> grade(Place place) {
        if (grammar.nameKey(place.name()).equals(exact)
                || grammar.nameKey(place.fullName()).equals(exact)) {
            return Optional.of(PlaceMatch.Grade.EXACT);
        }
        boolean fits = grammar.foldKey(place.name()).equals(folded)
                || grammar.foldKey(place.fullName()).equals(folded);
        return fits ? Optional.of(PlaceMatch.Grade.FOLDED) : Optional.empty();
    }
}
