package org.diachi.search.find;

import java.util.List;
import java.util.Objects;

/**
 * How an answer fits what was typed.
 *
 * @param score 1 if everything fits, down to 0
 * @param matched the parts of an address that were met: houseNumber, street, name, ward, district, province, code,
 *     externalId
 * @param differs what is otherwise than typed, each a part and a sentence, or only a sentence
 */
public record Match(Grade grade, double score, List<String> matched, List<String> differs) {

    public Match {
        Objects.requireNonNull(grade, "grade");
        matched = List.copyOf(matched);
        differs = List.copyOf(differs);
    }
}
