package org.diachi.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.diachi.change.Snapshot;
import org.diachi.city.AddressGrammar;
import org.diachi.db.FreshPlan;
import org.diachi.db.Geometries;
import org.diachi.db.SqlPart;
import org.diachi.db.Where;
import org.diachi.filter.Selection;
import org.diachi.filter.SortedIds;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads administrative units through all their eras. Every call is one statement. Thread-safe. */
public final class PlaceReader {

    /** Binds the wish for outlines; seq ten times; then the conditions. */
    private static final String SELECT = """
            SELECT v.place, v.version, v.valid_from, v.valid_to, v.code, v.level, v.type_word, v.name, v.full_name,
                   v.population, CASE WHEN ? THEN ST_AsBinary(v.shape) END AS outline,
                   parent.place AS parent_id, parent.code AS parent_code, parent.full_name AS parent_name,
                   parent.valid_from AS parent_from, parent.valid_to AS parent_to,
                   before.links AS predecessors, behind.links AS successors,
                   greatest(v.added, parent.added, before.changed, behind.changed) AS changed
              FROM registry.place_version v
              LEFT JOIN LATERAL (
                   SELECT p.* FROM registry.place_version p
                    WHERE p.place = v.parent AND p.added <= ? AND (p.ended IS NULL OR p.ended > ?)
                    ORDER BY p.valid_from <= v.valid_from DESC, p.valid_from DESC
                    LIMIT 1) parent ON true
             CROSS JOIN LATERAL (
                   SELECT array_agg(ARRAY[o.place::text, o.code, o.full_name, o.valid_from::text, o.valid_to::text,
                                          s.kind, s.effective::text] ORDER BY s.effective, o.full_name, o.place) AS links,
                          max(s.added) AS changed
                     FROM registry.place_succession s
                     JOIN LATERAL (
                          SELECT p.* FROM registry.place_version p
                           WHERE p.place = s.predecessor AND p.added <= ? AND (p.ended IS NULL OR p.ended > ?)
                           ORDER BY p.valid_from < s.effective DESC, p.valid_from DESC
                           LIMIT 1) o ON true
                    WHERE s.successor = v.place AND s.added <= ? AND (s.ended IS NULL OR s.ended > ?)) before
             CROSS JOIN LATERAL (
                   SELECT array_agg(ARRAY[o.place::text, o.code, o.full_name, o.valid_from::text, o.valid_to::text,
                                          s.kind, s.effective::text] ORDER BY s.effective, o.full_name, o.place) AS links,
                          max(s.added) AS changed
                     FROM registry.place_succession s
                     JOIN LATERAL (
                          SELECT p.* FROM registry.place_version p
                           WHERE p.place = s.successor AND p.added <= ? AND (p.ended IS NULL OR p.ended > ?)
                           ORDER BY p.valid_from <= s.effective DESC, p.valid_from DESC
                           LIMIT 1) o ON true
                    WHERE s.predecessor = v.place AND s.added <= ? AND (s.ended IS NULL OR s.ended > ?)) behind
             WHERE %s
             ORDER BY %s
             LIMIT ?
            """;

    private static final int SEQ_MARKS = 10;
    /** A day that PostgreSQL can hold and nobody lives to see. */
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private static final String BY_ID = "v.place, v.valid_from";

    /** More bearers of one name than any country has. */
    private static final int MOST_NAMESAKES = 1000;

    private final JdbcTemplate jdbc;
    private final AddressGrammar grammar;
    private final PlaceMapper mapper;
    private final SortedIds sorted;

    /**
     * A reader of one registry.
     *
     * @param grammar compares names as the register does
     * @param storageSrid the EPSG code of the storage CRS
     */
    public PlaceReader(DataSource dataSource, AddressGrammar grammar, int storageSrid) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.grammar = grammar;
        this.mapper = new PlaceMapper(storageSrid);
        this.sorted = new SortedIds(jdbc, "registry.place_version", "place");
    }

    /** A unit as it was on the day of the snapshot. */
    public Optional<Place> find(long id, Snapshot snapshot) {
        Where where = knownAt(snapshot.seq()).and("v.place = ?", id);
        return read(validOn(where, snapshot.asOf()), BY_ID, snapshot.seq(), 1, true).stream()
                .findFirst();
    }

    /**
     * States of units by conditions, in the order of their ids and days.
     *
     * @param seq the last entry of the change log that counts
     * @param limit the most that are wanted
     * @param withOutline whether outlines are wanted too
     */
    public List<Place> list(PlaceQuery query, long seq, int limit, boolean withOutline) {
        Where where = conditions(query, seq);
        if (query.asOf() != null) {
            validOn(where, query.asOf());
        }
        return read(where, BY_ID, seq, limit, withOutline);
    }

    /**
     * Units that were valid on some day of a period, each in its last state of it, in the order that is told.
     *
     * @param query its day does not count
     * @param seq the last entry of the change log that counts
     * @param selection of {@link PlaceColumns}
     */
    public List<Place> listDuring(PlaceQuery query, Period valid, long seq, Selection selection) {
        Where where = conditions(query, seq).and("(v.valid_to IS NULL OR v.valid_to > ?)", valid.from());
        LocalDate end = valid.to() == null ? END_OF_TIME : valid.to();
        where.and("v.valid_from < ?", end);
        // The last state is the one that no later state of the same unit precedes the end of.
        where.and(
                "NOT EXISTS (SELECT FROM registry.place_version n WHERE n.place = v.place AND n.valid_from > v.valid_from"
                        + " AND n.valid_from < ? AND n.added <= ? AND (n.ended IS NULL OR n.ended > ?))",
                end,
                seq,
                seq);
        SqlPart condition = selection.condition();
        if (condition != null) {
            where.and(condition);
        }
        if (selection.isSorted()) {
            List<Long> ids = sorted.list(where, selection, Long.class);
            where.and("v.place = ANY (?)", (Object) ids.toArray(Long[]::new));
            return SortedIds.inOrder(read(where, BY_ID, seq, ids.size(), true), Place::id, ids);
        }
        if (selection.after() != null) {
            where.and("v.place > ?", selection.after());
        }
        return read(where, BY_ID, seq, selection.limit(), true);
    }

    /** The box around all outlines that are believed now; empty if there are none. */
    public Optional<Geometry> findExtent() {
        String sql =
                "SELECT ST_AsBinary(ST_Extent(shape)::geometry) AS box FROM registry.place_version WHERE ended IS NULL";
        return jdbc.query(sql, (row, number) -> Optional.ofNullable(mapper.outline(row, "box"))).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Every unit that a name may mean, in all eras: exact spellings first, then those that differ in accents; of each
     * the latest first. Never a choice among them: that takes context which only the caller has.
     *
     * @param name with or without the type word before it
     * @param seq the last entry of the change log that counts
     */
    public List<PlaceMatch> resolve(String name, long seq, boolean withOutline) {
        PlaceNameKeys keys = PlaceNameKeys.of(name, grammar);
        Where where = knownAt(seq).and("v.fold_key = ANY (?)", (Object) keys.foldedEndings());
        List<PlaceMatch> matches = new ArrayList<>();
        for (Place place : read(where, BY_ID, seq, MOST_NAMESAKES, withOutline)) {
            keys.grade(place).ifPresent(grade -> matches.add(new PlaceMatch(place, grade)));
        }
        matches.sort(Comparator.comparing(PlaceMatch::grade)
                .thenComparing(match -> match.place().valid().from(), Comparator.reverseOrder())
                .thenComparing(match -> match.place().id()));
        return matches;
    }

    private static Where conditions(PlaceQuery query, long seq) {
        Where where = knownAt(seq);
        addEqual(where, "v.code = ?", query.code());
        addEqual(where, "v.level = ?", query.level());
        addEqual(where, "v.name = ?", query.name());
        if (query.area() != null) {
            where.and("ST_Intersects(v.shape, ST_GeomFromEWKB(?))", (Object) Geometries.ewkb(query.area()));
        }
        PlaceQuery.After after = query.after();
        if (after != null) {
            where.and("(v.place, v.valid_from) > (?, ?)", after.id(), after.from());
        }
        return where;
    }

    private List<Place> read(Where where, String order, long seq, int limit, boolean withOutline) {
        List<Object> binds = new ArrayList<>();
        binds.add(withOutline);
        for (int i = 0; i < SEQ_MARKS; i++) {
            binds.add(seq);
        }
        binds.addAll(where.values());
        binds.add(limit);
        return jdbc.query(new FreshPlan(SELECT.formatted(where.sql(), order), binds), mapper);
    }

    private static Where knownAt(long seq) {
        return new Where().and("v.added <= ? AND (v.ended IS NULL OR v.ended > ?)", seq, seq);
    }

    private static Where validOn(Where where, LocalDate day) {
        return where.and("v.valid_from <= ? AND (v.valid_to IS NULL OR v.valid_to > ?)", day, day);
    }

    private static void addEqual(Where where, String fragment, @Nullable String value) {
        if (value != null) {
            where.and(fragment, value);
        }
    }
}
