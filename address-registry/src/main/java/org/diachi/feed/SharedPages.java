package org.diachi.feed;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pages last read, for many followers that are all at the end of the log and want the same. Thread-safe; two may read
 * a page at once, which costs time but harms nothing.
 */
public final class SharedPages {

    private static final int MOST_PAGES = 32;

    /** Larger pages are read by who is far behind, and nobody else wants the same. */
    private static final int MOST_ENTRIES = 100;

    private final ChangeFeed feed;
    private final Map<Key, ChangePage> pages = new LinkedHashMap<>(MOST_PAGES, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ChangePage> eldest) {
            return size() > MOST_PAGES;
        }
    };

    private record Key(ChangeQuery query, long head) {}

    public SharedPages(ChangeFeed feed) {
        this.feed = feed;
    }

    /** The number of the last entry of the log. */
    public long head() {
        return feed.head();
    }

    /** A page of the feed as the log was when it ended at an entry. */
    public ChangePage read(ChangeQuery query, long head) {
        Key key = new Key(query, head);
        synchronized (pages) {
            ChangePage known = pages.get(key);
            if (known != null) {
                return known;
            }
        }
        ChangePage page = feed.read(query, head);
        if (page.changes().size() <= MOST_ENTRIES) {
            synchronized (pages) {
                pages.put(key, page);
            }
        }
        return page;
    }
}
