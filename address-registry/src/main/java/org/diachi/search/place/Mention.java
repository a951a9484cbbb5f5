package org.diachi.search.place;

import java.util.List;
import java.util.Set;
import org.diachi.search.text.Difference;

/**
 * A stretch of a text that may name units, or the city itself.
 *
 * @param words the set of its words, the type word among them
 * @param isTyped whether a type word says that it is a unit
 * @param quality of the words together, 1 for each that is the same
 * @param differences what differs
 * @param isCity whether it names the whole city, which says nothing within it
 * @param meanings the units that it may mean, in the states that bear the name
 */
public record Mention(
        long words,
        boolean isTyped,
        double quality,
        Set<Difference> differences,
        boolean isCity,
        List<UnitState> meanings) {

    public Mention {
        differences = Set.copyOf(differences);
        meanings = List.copyOf(meanings);
    }
}
