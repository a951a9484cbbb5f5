package org.diachi.city;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares and writes the parts of an address by the words of a city's profile. Keys are for comparing, never for
 * showing: composed, lower case, one spelling per word, words separated by one blank. They keep diacritics (đường is not
 * dương) unless folded. Immutable, thread-safe, without regular expressions.
 */
public final class AddressGrammar {

    private final AddressStyle style;
    private final AddressFormat format;
    private final HouseNumber houseNumber;
    private final Map<String, String> oneSpelling = new HashMap<>();
    private final Map<String, String> abbreviations = new HashMap<>();
    private final Set<String> streetWords = new HashSet<>();
    private final Set<String> placeWords = new HashSet<>();

    /**
     * The grammar of a style.
     *
     * @throws IllegalArgumentException if the pattern of the style cannot be read
     */
    public AddressGrammar(AddressStyle style) {
        this.style = style;
        this.format = new AddressFormat(style.pattern());
        this.houseNumber = new HouseNumber(
                normalised(style.alleyWords()),
                Set.copyOf(normalised(style.numberWords())),
                Set.copyOf(normalised(style.suffixWords())));
        for (List<String> same : style.sameWords()) {
            List<String> words = normalised(same);
            words.forEach(word -> oneSpelling.put(spell(word), spell(words.get(0))));
        }
        style.abbreviations().forEach((brief, full) -> abbreviations.put(nameKey(brief), nameKey(full)));
        style.streetWords().forEach(word -> streetWords.add(nameKey(word)));
        style.placeWords().forEach(word -> placeWords.add(nameKey(word)));
    }

    private static List<String> normalised(List<String> words) {
        return words.stream().map(Letters::normalise).toList();
    }

    /** The words of the city's addresses. */
    public AddressStyle style() {
        return style;
    }

    /** The key of any name: of a business, a public space, or an administrative unit without its type word. */
    public String nameKey(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (String word : Letters.words(Letters.normalise(name))) {
            appendWord(key, word);
        }
        return key.toString();
    }

    /** The key of one word of normalised letters, as it stands in the keys of names. */
    public String wordKey(String word) {
        String spelled = spell(word);
        return oneSpelling.getOrDefault(spelled, spelled);
    }

    /** The {@link #nameKey(String)} without diacritics, for text typed without them. */
    public String foldKey(String name) {
        return Letters.fold(nameKey(name));
    }

    /** The key of a street: abbreviations written out, type words in front that say nothing left out. */
    public String streetKey(String street) {
        StringBuilder key = new StringBuilder(street.length());
        for (String word : Letters.words(Letters.normalise(street))) {
            appendExpanded(key, word);
        }
        return withoutLeading(streetWords, key.toString());
    }

    /**
     * The key of an administrative unit without its type word: {@code Phường Thuận Hoá} as {@code Thuận Hóa}. One type
     * word goes, so that {@code Phường Phường Đúc} is {@code Phường Đúc}; who reads texts of people tries
     * {@link #nameKey(String)} too, since they leave the type word out.
     */
    public String placeKey(String place) {
        return withoutLeading(placeWords, nameKey(place));
    }

    /** The key of a house number: its path from the street inward, {@code 34 kiệt 12} as {@code 12/34}. */
    public String houseNumberKey(String number) {
        return houseNumber.key(Letters.normalise(number));
    }

    /**
     * The address as the city writes it, for example {@code 12/34 Lê Lợi, Phường Thuận Hoá, Thành phố Huế}. Parts that
     * are null or blank are left out with their separators.
     */
    public String formatAddress(@Nullable String number, @Nullable String street, @Nullable String wardFullName) {
        return format.format(number, street, wardFullName, style.city());
    }

    private void appendExpanded(StringBuilder key, String word) {
        String spelled = spell(word);
        String full = abbreviations.get(spelled);
        if (full != null) {
            appendPlain(key, full);
            return;
        }
        // QL1A is QL 1A.
        int digit = firstDigit(word);
        String prefix = digit > 0 ? abbreviations.get(spell(word.substring(0, digit))) : null;
        if (prefix != null) {
            appendPlain(key, prefix);
            appendWord(key, word.substring(digit));
        } else {
            appendPlain(key, oneSpelling.getOrDefault(spelled, spelled));
        }
    }

    private static int firstDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Letters.isDigit(word.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private void appendWord(StringBuilder key, String word) {
        appendPlain(key, wordKey(word));
    }

    private static void appendPlain(StringBuilder key, String word) {
        if (key.length() > 0) {
            key.append(' ');
        }
        key.append(word);
    }

    private String spell(String word) {
        return style.spelling() == AddressStyle.Spelling.VIETNAMESE ? VietnameseSpelling.of(word) : word;
    }

    /** The key without the longest of the words it begins with, unless nothing would be left. */
    private static String withoutLeading(Set<String> words, String key) {
        for (int blank = key.lastIndexOf(' '); blank > 0; blank = key.lastIndexOf(' ', blank - 1)) {
            if (words.contains(key.substring(0, blank))) {
                return key.substring(blank + 1);
            }
        }
        return key;
    }
}
