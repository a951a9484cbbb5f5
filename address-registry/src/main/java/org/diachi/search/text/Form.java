package org.diachi.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.diachi.city.Letters;

/**
 * A word as it is compared.
 *
 * @param key in the one spelling of the city, with its marks
 * @param fold without marks
 */
public record Form(String key, String fold) {

    public Form {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(fold, "fold");
    }

    /** The form of a word whose key is known. */
    public static Form of(String key) {
        return new Form(key, Letters.fold(key));
    }

    /** The forms of the words of a key. */
    public static List<Form> listOf(String key) {
        if (key.isEmpty()) {
            return List.of();
        }
        List<Form> forms = new ArrayList<>();
        int start = 0;
        for (int end = key.indexOf(' '); end >= 0; end = key.indexOf(' ', start)) {
            forms.add(of(key.substring(start, end)));
            start = end + 1;
        }
        forms.add(of(key.substring(start)));
        return forms;
    }

    /** Whether any letter has a mark. */
    public boolean isMarked() {
        return !key.equals(fold);
    }
}
