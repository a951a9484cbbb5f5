package org.diachi.feed;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.diachi.change.Change;
import org.diachi.change.ChangeReader;
import org.diachi.city.CityProfile;
import org.diachi.db.Where;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;

/** Reads the feed by pages. Thread-safe. */
public final class ChangeFeed {

    /**
     * How many entries of the log one page looks at. It bounds the work of a page whose filter fits hardly anything; such
     * a page may be empty and yet not the last.
     */
    private static final int MOST_LOOKED_AT = 20_000;

    private static final String OPEN = """
            NOT EXISTS (SELECT FROM registry.layer l WHERE l.collection = c.kind AND l.access <> 'open')
            """;

    private static final String IN_WARD = """
            (EXISTS (SELECT FROM registry.address_version v
                      WHERE v.code = c.code AND (v.added = c.seq OR v.ended = c.seq)
                        AND v.ward IN (SELECT w.place FROM registry.place_version w WHERE w.code = ?))
             OR (c.kind = 'place'
                 AND EXISTS (SELECT FROM registry.place p JOIN registry.place_version w ON w.place = p.id
                              WHERE p.source_key = c.code AND w.code = ?))
             OR EXISTS (SELECT FROM registry.layer l
                          JOIN registry.feature f ON f.layer = l.id AND f.id = CASE WHEN c.code ~ '^[0-9]{1,18}$' THEN c.code::bigint END
                                                 AND (f.added = c.seq OR f.ended = c.seq)
                          JOIN registry.place_version w ON w.code = ? AND ST_Intersects(f.shape, w.shape)
                         WHERE l.collection = c.kind))
            """;

    private final ChangeReader changes;
    private final ObjectStates states;
    private final LineageReader lineage;

    /**
     * A feed of one registry.
     *
     * @param profile the city, whose words and storage CRS the feed is read with
     */
    public ChangeFeed(DataSource dataSource, CityProfile profile) {
        Crs storage = profile.storageCrs();
        this.changes = new ChangeReader(dataSource);
        GeometryJson geometries = new GeometryJson(CrsTransform.between(storage, Crs.CRS84));
        this.states = new ObjectStates(dataSource, profile, geometries);
        this.lineage = new LineageReader(dataSource);
    }

    /** The number of the last entry of the log. */
    public long head() {
        return changes.head();
    }

    /** A page of the feed as the log is now. */
    public ChangePage read(ChangeQuery query) {
        return read(query, changes.head());
    }

    /** A page of the feed as the log was when it ended at an entry: the same whenever it is read. */
    public ChangePage read(ChangeQuery query, long head) {
        long last = Math.min(head, query.after() + MOST_LOOKED_AT);
        if (last <= query.after()) {
            return new ChangePage(List.of(), query.after(), head);
        }
        List<Change> page = changes.list(query.after(), last, where(query), query.limit());
        long next = page.size() == query.limit() ? page.get(page.size() - 1).seq() : last;
        return new ChangePage(lines(page), next, head);
    }

    private static Where where(ChangeQuery query) {
        Where where = new Where().and(OPEN);
        if (!query.kinds().isEmpty()) {
            where.and("c.kind = ANY (?)", (Object) query.kinds().toArray(String[]::new));
        }
        String ward = query.ward();
        if (ward != null) {
            where.and(IN_WARD, ward, ward, ward);
        }
        return where;
    }

    private List<ChangeLine> lines(List<Change> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<Long, List<LineageReader.Link>> links = lineage.read(page);
        ObjectStates.OfPage objects = states.read(page);
        return page.stream()
                .map(change -> line(change, links.get(change.seq()), objects))
                .toList();
    }

    private static ChangeLine line(
            Change change, @Nullable List<LineageReader.Link> links, ObjectStates.OfPage objects) {
        byte[] json = ChangeWriter.write(change, links == null ? List.of() : links, objects.of(change));
        return new ChangeLine(change.seq(), json);
    }
}
