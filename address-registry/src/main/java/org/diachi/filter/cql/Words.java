package org.diachi.filter.cql;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The words that mean something in CQL2. A property of such a name is written in double quotes. */
final class Words {

    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "like", "between", "in", "is", "null", "div");

    private static final Set<String> MORE_CALLABLE = Set.of("casei", "accenti", "date", "timestamp", "interval");

    private Words() {}

    static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }

    static boolean isCallable(String word) {
        return MORE_CALLABLE.contains(word) || (word.contains("_") && Builder.isPredicate(word));
    }

    /** All that takes arguments, for people. */
    static String callable() {
        return String.join(", ", new TreeSet<>(MORE_CALLABLE)).toUpperCase(Locale.ROOT)
                + " and the predicates S_…, T_… and A_…";
    }
}
