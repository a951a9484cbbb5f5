package org.diachi.search.index;

import java.util.HashSet;
import java.util.Set;
import org.diachi.city.Letters;

/** House numbers that stand for several: {@code 12-16}, also at the end of a path. */
public final class NumberRange {

    private static final int MOST = 20;

    private NumberRange() {}

    /** A number as it is compared, and of a range of numbers each one on its side of the street. */
    public static Set<String> listNumbers(String key) {
        Set<String> numbers = new HashSet<>(Set.of(key));
        int path = key.lastIndexOf('/') + 1;
        int dash = key.indexOf('-', path);
        if (dash > 0) {
            int from = number(key, path, dash);
            int to = number(key, dash + 1, key.length());
            if (from >= 0 && to > from && to - from <= MOST) {
                for (int n = from; n <= to; n += (to - from) % 2 == 0 ? 2 : 1) {
                    numbers.add(key.substring(0, path) + n);
                }
            }
        }
        return numbers;
    }

    private static int number(String key, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!Letters.isDigit(key.charAt(i)) || i - from > 6) {
                return -1;
            }
            value = 10 * value + key.charAt(i) - '0';
        }
        return to > from ? value : -1;
    }
}
