package org.diachi.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the log are wanted.
 *
 * @param after the number of the last entry that the follower has
 * @param limit the most that one page brings
 * @param kinds address kinds, {@code place} and collections; all if empty
 * @param ward the code of a ward: only objects that were or are in a unit that ever bore it, and that unit itself
 */
public record ChangeQuery(
        long after, int limit, List<String> kinds, @Nullable String ward) {

    public ChangeQuery {
        kinds = List.copyOf(kinds);
        if (after < 0 || limit < 1) {
            throw new IllegalArgumentException("A page begins after 0 or later and brings at least one entry");
        }
    }

    /** All entries after one. */
    public static ChangeQuery after(long seq, int limit) {
        return new ChangeQuery(seq, limit, List.of(), null);
    }

    /** The page after one that ended at an entry. */
    public ChangeQuery from(long seq) {
        return new ChangeQuery(seq, limit, kinds, ward);
    }
}
