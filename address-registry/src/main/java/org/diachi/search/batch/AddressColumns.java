package org.diachi.search.batch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the columns of an address by their names. */
final class AddressColumns {

    /** What the column of an address is called where nobody says. */
    private static final List<String> USUAL = List.of("address", "địa chỉ", "dia_chi", "adresse", "q", "query");

    private AddressColumns() {}

    /**
     * The places of the columns among names.
     *
     * @throws MatchRefusedException if they are not there
     */
    static List<Integer> find(List<String> names, List<String> wanted) {
        if (wanted.isEmpty()) {
            return List.of(usual(names));
        }
        List<Integer> found = new ArrayList<>();
        for (String name : wanted) {
            int at = indexOf(names, name);
            if (at < 0) {
                throw new MatchRefusedException(
                        "There is no column \"" + name + "\". There are " + String.join(", ", names));
            }
            found.add(at);
        }
        return found;
    }

    private static int usual(List<String> names) {
        for (String name : USUAL) {
            int at = indexOf(names, name);
            if (at >= 0) {
                return at;
            }
        }
        if (names.size() == 1) {
            return 0;
        }
        throw new MatchRefusedException("Say which columns make up the address. There are " + String.join(", ", names)
                + "; the usual one is \"address\"");
    }

    static int indexOf(List<String> names, String wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (same(names.get(i)).equals(same(wanted))) {
                return i;
            }
        }
        return -1;
    }

    private static String same(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
