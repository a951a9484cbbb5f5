package org.diachi.search.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.diachi.city.AddressGrammar;
import org.diachi.city.AddressStyle;

/** The words that say what other words are, by the profile of a city. */
public final class Roles {

    private final Set<String> numberWords;
    private final Set<String> suffixWords;

    /** As the profile writes them, by their folds. */
    private final Map<String, String> alleyWords = new HashMap<>();

    private final Set<String> streetWords;
    private final Set<String> placeWords;

    public Roles(AddressGrammar grammar) {
        AddressStyle style = grammar.style();
        numberWords = folds(grammar, style.numberWords());
        style.alleyWords().forEach(word -> alleyWords.put(grammar.foldKey(word), word));
        suffixWords = folds(grammar, style.suffixWords());
        streetWords = folds(grammar, style.streetWords());
        placeWords = folds(grammar, style.placeWords());
        placeWords.addAll(folds(grammar, List.copyOf(style.placeAbbreviations().keySet())));
    }

    private static Set<String> folds(AddressGrammar grammar, List<String> words) {
        Set<String> folds = new HashSet<>();
        for (String word : words) {
            Form.listOf(grammar.nameKey(word)).forEach(form -> folds.add(form.fold()));
        }
        return folds;
    }

    boolean isNumberWord(TypedWord word) {
        return isAmong(numberWords, word);
    }

    boolean isAlleyWord(TypedWord word) {
        return isAmong(alleyWords.keySet(), word);
    }

    /** The word for an alley as the profile writes it. */
    Optional<String> findAlleyWord(TypedWord word) {
        return word.forms().stream()
                .map(form -> alleyWords.get(form.fold()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    boolean isSuffixWord(TypedWord word) {
        return isAmong(suffixWords, word);
    }

    boolean isOfLettersBefore(String fold) {
        return numberWords.contains(fold) || alleyWords.containsKey(fold) || placeWords.contains(fold);
    }

    /** Whether it only tells what stands beside it: phường, đường, số, kiệt. */
    public boolean isTypeWord(TypedWord word) {
        return isAmong(streetWords, word)
                || isAmong(placeWords, word)
                || isAmong(numberWords, word)
                || isAmong(alleyWords.keySet(), word);
    }

    private static boolean isAmong(Set<String> words, TypedWord word) {
        return word.forms().stream().anyMatch(form -> words.contains(form.fold()));
    }
}
