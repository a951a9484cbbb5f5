package org.diachi.search.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.diachi.city.AddressGrammar;
import org.diachi.city.CityProfile;
import org.diachi.city.Letters;
import org.diachi.search.text.Form;

/** The names of all units and of the city, to be looked up by their words. Immutable, thread-safe. */
public final class PlaceNames {

    /** The longest name that is looked for, in words. */
    static final int MOST_WORDS = 8;

    private final TreeMap<String, List<Named>> byFold = new TreeMap<>();
    private final Map<Form, Set<String>> namesByWord = new HashMap<>();

    /**
     * A name and what bears it.
     *
     * @param words of the name, without the type word
     * @param type words of the type
     * @param state absent for the city
     */
    record Named(List<Form> words, List<Form> type, List<UnitState> state) {

        Named {
            words = List.copyOf(words);
            type = List.copyOf(type);
            state = List.copyOf(state);
        }
    }

    public PlaceNames(Units units, CityProfile profile) {
        AddressGrammar grammar = profile.grammar();
        for (Unit unit : units.list()) {
            for (UnitState state : unit.states()) {
                add(grammar, state.name(), state.typeWord(), List.of(state));
            }
        }
        Set<String> city = new HashSet<>(profile.names().values());
        city.add(grammar.style().city());
        for (String language : profile.languages()) {
            city.add(new Locale("", profile.country()).getDisplayCountry(Locale.forLanguageTag(language)));
        }
        city.add(profile.country());
        city.forEach(name -> add(grammar, name, "", List.of()));
        String bare = grammar.placeKey(grammar.style().city());
        add(grammar, bare, typeOfCity(grammar, bare), List.of());
    }

    private static String typeOfCity(AddressGrammar grammar, String bare) {
        String full = grammar.nameKey(grammar.style().city());
        return full.length() > bare.length() ? full.substring(0, full.length() - bare.length()) : "";
    }

    private void add(AddressGrammar grammar, String name, String typeWord, List<UnitState> state) {
        String key = grammar.nameKey(name);
        List<Form> words = Form.listOf(key);
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return;
        }
        String fold = Letters.fold(key);
        byFold.computeIfAbsent(fold, k -> new ArrayList<>())
                .add(new Named(words, Form.listOf(grammar.nameKey(typeWord)), state));
        words.forEach(word -> namesByWord
                .computeIfAbsent(Form.of(word.fold()), k -> new HashSet<>())
                .add(fold));
    }

    List<Named> named(String fold) {
        return byFold.getOrDefault(fold, List.of());
    }

    /** Whether any name begins so. */
    boolean isBeginning(String fold) {
        String next = byFold.ceilingKey(fold);
        return next != null && next.startsWith(fold);
    }

    private static final int MOST_BEGUN = 30;

    /** Names that begin so. */
    List<Named> begun(String fold) {
        List<Named> found = new ArrayList<>();
        for (List<Named> some : byFold.subMap(fold, fold + Character.MAX_VALUE).values()) {
            found.addAll(some);
            if (found.size() >= MOST_BEGUN) {
                break;
            }
        }
        return found;
    }

    /** All words in names, without marks. */
    Set<Form> words() {
        return namesByWord.keySet();
    }

    Set<String> namesWith(Form word) {
        return namesByWord.getOrDefault(word, Set.of());
    }
}
