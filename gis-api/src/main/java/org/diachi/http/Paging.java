package org.diachi.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.diachi.change.Snapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of lists whose entries have rising or falling numbers. */
@Component
public final class Paging {

    /** How many entries a page has unless told. */
    public static final int USUAL_LIMIT = 100;

    private final Links links;

    Paging(Links links) {
        this.links = links;
    }

    /**
     * The number of the last entry that was given; where to begin if there is no cursor.
     *
     * @throws org.diachi.http.problem.ProblemException if the cursor is none of this question
     */
    public long after(@Nullable String cursor, long beginning) {
        Cursor read = Cursor.decode(cursor, links.question());
        return read == null ? beginning : read.after(Long::valueOf);
    }

    /**
     * A page.
     *
     * @param limit how many entries are wanted
     * @param read gives at most so many entries
     * @param number the number of an entry
     */
    public <T> Page<T> page(@Nullable Integer limit, IntFunction<List<T>> read, ToLongFunction<T> number) {
        int most = limit == null ? USUAL_LIMIT : limit;
        List<T> found = read.apply(most + 1);
        if (found.size() <= most) {
            return new Page<>(links, found, null);
        }
        List<T> entries = found.subList(0, most);
        String last = String.valueOf(number.applyAsLong(entries.get(most - 1)));
        // Lists of numbers do not show one state of the register; the cursor's is not looked at.
        return new Page<>(links, entries, new Cursor(Snapshot.latest(LocalDate.EPOCH), links.question(), last));
    }

    /** Some entries and where the others are. */
    public static final class Page<T> {

        private final Links links;
        private final List<T> entries;
        private final @Nullable Cursor next;

        private Page(Links links, List<T> entries, @Nullable Cursor next) {
            this.links = links;
            this.entries = List.copyOf(entries);
            this.next = next;
        }

        /** The entries. */
        public List<T> entries() {
            return entries;
        }

        /** The next page; empty on the last one. */
        public Optional<Links.Link> next(Format format) {
            return next == null ? Optional.empty() : Optional.of(links.next(next, format));
        }

        /** This page and the next one. */
        public List<Links.Link> links(Format format) {
            List<Links.Link> all = new ArrayList<>(List.of(links.self(format)));
            next(format).ifPresent(all::add);
            return all;
        }
    }
}
