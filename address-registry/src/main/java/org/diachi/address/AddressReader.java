package org.diachi.address;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.diachi.change.Snapshot;
import org.diachi.city.AddressGrammar;
import org.diachi.db.FreshPlan;
import org.diachi.db.Geometries;
import org.diachi.db.SqlPart;
import org.diachi.db.Where;
import org.diachi.filter.Selection;
import org.diachi.filter.SortedIds;
import org.diachi.value.Code;
import org.diachi.value.Crs;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads address objects in any state of the register. Every call is one statement, whatever it brings. Thread-safe. */
public final class AddressReader {

    /** Which row of an object is the one: binds day, day, seq, seq. */
    private static final String IN_STATE = """
            v.valid_from <= ? AND (v.valid_to IS NULL OR v.valid_to > ?)
               AND v.added <= ? AND (v.ended IS NULL OR v.ended > ?)""";

    /** Binds the wish for outlines; what the conditions bind; seq, seq, day, and five times seq. */
    private static final String SELECT = """
            SELECT v.*, ward.code AS ward_code, ward.full_name AS ward_name,
                   ids.pairs AS external_ids, before.links AS predecessors, behind.links AS successors,
                   greatest(v.added, ward.added, ids.changed, before.changed, behind.changed) AS changed
              FROM (SELECT %s v.code, v.version, v.valid_from, v.valid_to, v.added, v.kind, v.status, v.name,
                           v.house_number, v.street, v.ward, v.method, v.accuracy, v.located_at, v.parts, v.details,
                           ST_AsBinary(v.position) AS position,
                           CASE WHEN ? AND ST_Dimension(v.shape) > 0 THEN ST_AsBinary(v.shape) END AS outline
                      FROM registry.address_version v
                     WHERE %s) v
              LEFT JOIN LATERAL (
                   SELECT p.code, p.full_name, p.added
                     FROM registry.place_version p
                    WHERE p.place = v.ward AND p.added <= ? AND (p.ended IS NULL OR p.ended > ?)
                    ORDER BY p.valid_from <= ? DESC, p.valid_from DESC
                    LIMIT 1) ward ON true
             CROSS JOIN LATERAL (
                   SELECT array_agg(ARRAY[x.scheme, x.value])
                              FILTER (WHERE x.ended IS NULL OR x.ended > ?) AS pairs,
                          greatest(max(x.added), max(x.ended) FILTER (WHERE x.ended <= ?)) AS changed
                     FROM registry.external_id x
                    WHERE x.code = v.code AND x.added <= ?) ids
             CROSS JOIN LATERAL (
                   SELECT array_agg(ARRAY[s.predecessor, s.kind, s.effective::text]) AS links,
                          max(s.added) AS changed
                     FROM registry.succession s
                    WHERE s.successor = v.code AND s.added <= ?) before
             CROSS JOIN LATERAL (
                   SELECT array_agg(ARRAY[s.successor, s.kind, s.effective::text]) AS links,
                          max(s.added) AS changed
                     FROM registry.succession s
                    WHERE s.predecessor = v.code AND s.added <= ?) behind
            """;

    /** Without a sort, straight from the index: there is one row of an object. */
    private static final String ONE_STATE_OF_EACH = " ORDER BY v.code LIMIT ?";

    private static final String LAST_STATE_OF_EACH = " ORDER BY v.code, v.valid_from DESC LIMIT ?";

    /** One row at most, so nothing is put in order: a look-up costs a third less. */
    private static final String BY_CODE = SELECT.formatted("", "v.code = ? AND " + IN_STATE);

    private static final String BY_CODES = inOrder("v.code = ANY (?) AND " + IN_STATE);

    private static final String FIRST_DAY = """
            SELECT min(valid_from) FROM registry.address_version
             WHERE code = ? AND added <= ? AND (ended IS NULL OR ended > ?)
            """;

    private static final String COUNT = "SELECT count(*) FROM registry.address_version v WHERE ";

    private static final String WARDS = """
            SELECT DISTINCT ward FROM registry.address_version
             WHERE code = ? AND ended IS NULL AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)
            """;

    private static final String EXTENT =
            "SELECT ST_AsBinary(ST_EstimatedExtent('registry', 'address_version', 'shape')::geometry) AS box";

    /** A day that PostgreSQL can hold and nobody lives to see. */
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    /** How many objects a stream has in memory. */
    private static final int BATCH = 2000;

    private final JdbcTemplate jdbc;
    private final AddressConditions conditions;
    private final AddressObjectMapper mapper;
    private final Geometries geometries;
    private final SortedIds sorted;

    /**
     * A reader of one registry.
     *
     * @param grammar compares streets and numbers as the register does
     * @param storageCrs the CRS of the geometries, those read and those in questions
     */
    public AddressReader(DataSource dataSource, AddressGrammar grammar, Crs storageCrs) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.conditions = new AddressConditions(grammar, storageCrs);
        this.mapper = new AddressObjectMapper(storageCrs.epsg());
        this.geometries = new Geometries(storageCrs.epsg());
        this.sorted = new SortedIds(jdbc, "registry.address_version", "code");
    }

    /**
     * In which wards, by the ids of the places, an object lies on some day of a period; null among them is outside all.
     *
     * @param last the last day of the period
     */
    public List<@Nullable Long> listWards(Code code, LocalDate first, LocalDate last) {
        return jdbc.queryForList(WARDS, Long.class, code.toString(), last, first);
    }

    /** The object of a code, with its outline if known; empty if it did not exist in that state. */
    public Optional<AddressObject> find(Code code, Snapshot snapshot) {
        Object[] binds = binds(true, List.of(code.toString()), state(snapshot), snapshot);
        return jdbc.query(BY_CODE, mapper, binds).stream().findFirst();
    }

    /** The objects of those codes that existed in that state, by code. */
    public List<AddressObject> listByCodes(Collection<Code> codes, Snapshot snapshot) {
        if (codes.isEmpty()) {
            return List.of();
        }
        String[] texts = codes.stream().map(Code::toString).toArray(String[]::new);
        List<Object> conditions = new ArrayList<>(state(snapshot));
        conditions.add(texts.length);
        return jdbc.query(BY_CODES, mapper, binds(false, List.of((Object) texts), conditions, snapshot));
    }

    /** The first day of a code's legal life, as known in that state; empty if the code was never issued. */
    public Optional<LocalDate> findFirstDay(Code code, Snapshot snapshot) {
        return Optional.ofNullable(
                jdbc.queryForObject(FIRST_DAY, LocalDate.class, code.toString(), snapshot.seq(), snapshot.seq()));
    }

    /**
     * Objects by conditions, in the order of their codes.
     *
     * @param limit the most that are wanted
     * @param withOutline whether outlines are wanted too
     */
    public List<AddressObject> list(AddressQuery query, Snapshot snapshot, int limit, boolean withOutline) {
        Where where = conditions.of(query, snapshot);
        where.and(IN_STATE, state(snapshot).toArray());
        Object[] binds = binds(withOutline, where.values(), List.of(limit), snapshot);
        return jdbc.query(new FreshPlan(inOrder(where.sql()), List.of(binds)), mapper);
    }

    /** How many objects meet the conditions. */
    public long count(AddressQuery query, Snapshot snapshot) {
        Where where = conditions.of(query, snapshot);
        where.and(IN_STATE, state(snapshot).toArray());
        return jdbc.query(new FreshPlan(COUNT + where.sql(), where.values()), (row, number) -> row.getLong(1))
                .get(0);
    }

    /**
     * Objects that were valid on some day of a period, each in its last state of it that meets all conditions, in the
     * order that is told; without their outlines.
     *
     * @param seq the last entry of the change log that counts
     * @param selection of {@link AddressColumns}
     */
    public List<AddressObject> listDuring(AddressQuery query, Period valid, long seq, Selection selection) {
        LocalDate end = valid.to();
        Snapshot last = new Snapshot(end == null ? END_OF_TIME : end.minusDays(1), seq);
        Where where = conditions.of(query, last);
        if (end != null) {
            where.and("v.valid_from < ?", end);
        }
        where.and("(v.valid_to IS NULL OR v.valid_to > ?)", valid.from());
        where.and("v.added <= ? AND (v.ended IS NULL OR v.ended > ?)", seq, seq);
        SqlPart condition = selection.condition();
        if (condition != null) {
            where.and(condition);
        }
        if (selection.isSorted()) {
            List<String> codes = sorted.list(where, selection, String.class);
            where.and("v.code = ANY (?)", (Object) codes.toArray(String[]::new));
            List<AddressObject> found = listDuring(where, codes.size(), last, valid.isOneDay());
            return SortedIds.inOrder(found, object -> object.code().toString(), codes);
        }
        if (selection.after() != null) {
            where.and("v.code > ?", selection.after());
        }
        return listDuring(where, selection.limit(), last, valid.isOneDay());
    }

    private List<AddressObject> listDuring(Where where, int limit, Snapshot last, boolean isOneDay) {
        Object[] binds = binds(false, where.values(), List.of(limit), last);
        String sql = isOneDay
                ? inOrder(where.sql())
                : SELECT.formatted("DISTINCT ON (v.code)", where.sql() + LAST_STATE_OF_EACH) + " ORDER BY v.code";
        return jdbc.query(new FreshPlan(sql, List.of(binds)), mapper);
    }

    /**
     * The box around all objects that ever were, as the index or the statistics have it: quick, and a little too large.
     * Empty while nobody knows.
     */
    public Optional<Geometry> findExtent() {
        return jdbc.query(EXTENT, (row, number) -> Optional.ofNullable(geometries.read(row, "box"))).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String inOrder(String where) {
        return SELECT.formatted("", where + ONE_STATE_OF_EACH) + " ORDER BY v.code";
    }

    /**
     * All objects that meet the conditions, in the order of their codes, read in batches while the stream is consumed.
     *
     * @param snapshot a fixed state, so that the batches fit together
     */
    public Stream<AddressObject> stream(AddressQuery query, Snapshot snapshot, boolean withOutline) {
        return Stream.iterate(
                        nextBatch(query, snapshot, withOutline),
                        batch -> !batch.isEmpty(),
                        batch -> batch.size() < BATCH
                                ? List.of()
                                : nextBatch(
                                        query.after(batch.get(batch.size() - 1).code()), snapshot, withOutline))
                .flatMap(List::stream);
    }

    private List<AddressObject> nextBatch(AddressQuery query, Snapshot snapshot, boolean withOutline) {
        return list(query, snapshot, BATCH, withOutline);
    }

    private static List<Object> state(Snapshot snapshot) {
        return List.of(snapshot.asOf(), snapshot.asOf(), snapshot.seq(), snapshot.seq());
    }

    private static Object[] binds(boolean outline, List<?> conditions, List<?> more, Snapshot snapshot) {
        long seq = snapshot.seq();
        List<Object> binds = new ArrayList<>();
        binds.add(outline);
        binds.addAll(conditions);
        binds.addAll(more);
        binds.addAll(List.of(seq, seq, snapshot.asOf(), seq, seq, seq, seq, seq));
        return binds.toArray();
    }
}
