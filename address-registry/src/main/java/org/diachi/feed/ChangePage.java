package org.diachi.feed;

import java.util.List;

/**
 * A piece of the feed. It has everything wanted among the entries after the one that was asked for up to {@code next}.
 *
 * @param changes in the order of the log
 * @param next the entry after which the next page begins
 * @param head the last entry of the log when the page was read; the follower is there when {@code next} equals it
 */
public record ChangePage(List<ChangeLine> changes, long next, long head) {

    public ChangePage {
        changes = List.copyOf(changes);
    }

    /** Whether the log goes on after this page. */
    public boolean hasMore() {
        return next < head;
    }
}
