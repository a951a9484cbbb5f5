package org.diachi.search.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ObjDoubleConsumer;
import org.diachi.search.text.Form;
import org.diachi.search.text.Likeness;

/**
 * The streets of a register by the words of their names, each word alone and run together with the one behind it. Even a
 * large city has only so many streets that all of them are kept in memory: some 300 bytes for a street in a ward, and a
 * question for a misspelt word looks at every word. Immutable, thread-safe.
 */
public final class Streets {

    private static final int[] NONE = {};
    private static final double LEAST_LIKE = 0.6;
    private static final double LEAST_TELLING = 0.15;

    private final List<Street> all;
    private final int parts;
    private final TreeMap<String, int[]> byWord = new TreeMap<>();
    private final Map<String, Integer> partsByWord = new HashMap<>();
    private final Form[] words;

    Streets(List<StreetCard> cards) {
        Map<String, List<StreetCard>> byKey = new TreeMap<>();
        cards.forEach(card ->
                byKey.computeIfAbsent(card.key(), key -> new ArrayList<>()).add(card));
        all = byKey.entrySet().stream()
                .map(entry -> Street.of(entry.getKey(), entry.getValue()))
                .toList();
        parts = cards.size();
        for (int i = 0; i < all.size(); i++) {
            Set<String> own = new HashSet<>();
            Documents.addWords(all.get(i).key(), own);
            for (String word : own) {
                byWord.merge(word, new int[] {i}, Streets::joined);
                partsByWord.merge(word, all.get(i).parts().size(), Integer::sum);
            }
        }
        words = byWord.keySet().stream().map(Form::of).toArray(Form[]::new);
    }

    private static int[] joined(int[] some, int[] one) {
        int[] joined = Arrays.copyOf(some, some.length + 1);
        joined[some.length] = one[0];
        return joined;
    }

    /** How many names there are. */
    public int size() {
        return all.size();
    }

    /** The street of a number from 0 on. */
    public Street get(int i) {
        return all.get(i);
    }

    /** Whether any name has a word. */
    public boolean has(String word) {
        return byWord.containsKey(word);
    }

    /** The numbers of the streets whose names have a word. */
    public int[] with(String word) {
        return byWord.getOrDefault(word, NONE);
    }

    /** The numbers of the streets whose names have a word that begins so, some of them more than once. */
    public List<int[]> begun(String begin) {
        return List.copyOf(byWord.subMap(begin, begin + Character.MAX_VALUE).values());
    }

    /** Tells the words that a misspelt word may be, and how like each is to it. */
    public void forEachLike(Form misspelt, ObjDoubleConsumer<String> each) {
        Form plain = Form.of(misspelt.fold());
        for (Form word : words) {
            double likeness = Likeness.of(plain, word, false).value();
            if (likeness > LEAST_LIKE) {
                each.accept(word.key(), likeness);
            }
        }
    }

    /** How rare a word is: the logarithm of how many streets in wards there are to one that has it. */
    public double rarity(String word) {
        return Math.log((parts + 1.0) / Math.max(1, partsByWord.getOrDefault(word, 0)));
    }

    /** How much a word tells: 1 if one street has it, least if all have. */
    double telling(String word) {
        double most = Math.log(Math.max(2, parts));
        int having = Math.max(1, partsByWord.getOrDefault(word, 0));
        return Math.max(LEAST_TELLING, 1 - Math.log(having) / most);
    }
}
