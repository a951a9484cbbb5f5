package org.diachi.search.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diachi.city.AddressGrammar;
import org.diachi.city.AddressStyle;
import org.diachi.city.Letters;

/** What short forms of a city stand for. One may stand for several things. */
final class ShortForms {

    private final Map<String, List<List<Form>>> phrases = new HashMap<>();
    private final Map<String, List<List<Form>>> phrasesWithoutMarks = new HashMap<>();

    ShortForms(AddressGrammar grammar) {
        AddressStyle style = grammar.style();
        add(grammar, style.placeAbbreviations());
        add(grammar, style.abbreviations());
        add(grammar, style.nameAbbreviations());
    }

    private void add(AddressGrammar grammar, Map<String, String> abbreviations) {
        abbreviations.forEach((brief, full) -> {
            String key = grammar.nameKey(brief);
            List<Form> phrase = Form.listOf(grammar.nameKey(full));
            phrases.computeIfAbsent(key, k -> new ArrayList<>()).add(phrase);
            phrasesWithoutMarks
                    .computeIfAbsent(Letters.fold(key), k -> new ArrayList<>())
                    .add(phrase);
        });
    }

    /** What a word may be short for. */
    List<List<Form>> of(Form word) {
        Map<String, List<List<Form>>> known = word.isMarked() ? phrases : phrasesWithoutMarks;
        return known.getOrDefault(word.isMarked() ? word.key() : word.fold(), List.of());
    }

    boolean contains(String fold) {
        return phrasesWithoutMarks.containsKey(fold);
    }
}
