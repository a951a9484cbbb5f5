package org.diachi.city;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How addresses are written in a city: the key {@code address} of its profile. All words in lower case.
 *
 * @param pattern the parts in their order, for example <code>{number} {street}, {ward}, {city}</code>
 * @param city the city as it stands at the end of an address
 * @param spelling which spellings of a word are the same
 * @param numberWords words before a house number that say nothing: số, nhà, no
 * @param alleyWords words before the number of an alley, widest alley first: ngõ, ngách
 * @param suffixWords words that belong to the number before them: bis, ter
 * @param streetWords words before a street's name that say nothing: đường, phố
 * @param placeWords type words of administrative units: phường, xã
 * @param abbreviations short forms in street names and what they stand for: ql → quốc lộ
 * @param sameWords lists of words that are spellings of one: đắk, đăk, đak
 * @param placeAbbreviations short forms of the type words of administrative units: tx → thị xã
 * @param nameAbbreviations short forms in names of all kinds: ks → khách sạn, tth → thừa thiên huế
 * @param typing ways to type letters that a keyboard lacks, of which the raw keys are understood in searches
 */
public record AddressStyle(
        String pattern,
        String city,
        Spelling spelling,
        List<String> numberWords,
        List<String> alleyWords,
        List<String> suffixWords,
        List<String> streetWords,
        List<String> placeWords,
        Map<String, String> abbreviations,
        List<List<String>> sameWords,
        Map<String, String> placeAbbreviations,
        Map<String, String> nameAbbreviations,
        Set<Typing> typing) {

    /** Which spellings of a word count as the same. */
    public enum Spelling {
        /** Only equal letters. */
        PLAIN,
        /** The place of the tone mark (hoá, hóa) and a final i or y (sĩ, sỹ) do not matter. */
        VIETNAMESE
    }

    /** A way to type Vietnamese with the letters and digits of any keyboard. */
    public enum Typing {
        /** Letters stand for marks: {@code hueej} for huệ. */
        TELEX,
        /** Digits stand for marks: {@code hue65} for huệ. */
        VNI
    }

    /** Copies the lists. */
    public AddressStyle {
        numberWords = List.copyOf(numberWords);
        alleyWords = List.copyOf(alleyWords);
        suffixWords = List.copyOf(suffixWords);
        streetWords = List.copyOf(streetWords);
        placeWords = List.copyOf(placeWords);
        abbreviations = Map.copyOf(abbreviations);
        sameWords = sameWords.stream().map(List::copyOf).toList();
        placeAbbreviations = Map.copyOf(placeAbbreviations);
        nameAbbreviations = Map.copyOf(nameAbbreviations);
        typing = Set.copyOf(typing);
    }
}
