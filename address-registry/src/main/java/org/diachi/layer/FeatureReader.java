package org.diachi.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.diachi.db.FreshPlan;
import org.diachi.db.Geometries;
import org.diachi.db.SqlPart;
import org.diachi.db.Where;
import org.diachi.filter.Selection;
import org.diachi.filter.SortedIds;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reads the features of any layer in any state of the register. Thread-safe. */
public final class FeatureReader {

    private static final String SELECT = """
            SELECT %s v.id, v.version, v.valid_from, v.valid_to, v.attributes, v.added,
                   ST_AsBinary(v.shape) AS shape,
                   (SELECT p.identifier FROM registry.plan p WHERE p.id = v.plan) AS plan
              FROM registry.feature v
             WHERE %s
             ORDER BY %s
             LIMIT ?
            """;

    /** Without a sort, straight from the index: there is one row of a feature. */
    private static final String ONE_STATE_OF_EACH = "v.id";

    private static final String LAST_STATE_OF_EACH = "v.id, v.valid_from DESC";

    /** What only those entitled may see. */
    private static final String NO_DRAFT =
            "(v.plan IS NULL OR v.plan NOT IN (SELECT d.plan FROM registry.draft_plan d))";

    /** How many features a stream has in memory. */
    private static final int BATCH = 2000;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate jdbc;
    private final Geometries geometries;
    private final SortedIds sorted;

    /**
     * A reader of one registry.
     *
     * @param storageSrid the EPSG code of the storage CRS
     */
    public FeatureReader(DataSource dataSource, int storageSrid) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.geometries = new Geometries(storageSrid);
        this.sorted = new SortedIds(jdbc, "registry.feature", "id");
    }

    /**
     * One feature; none of a plan that is being drafted at present.
     *
     * @param valid the last state in this period is meant
     * @param seq the last entry of the change log that counts
     */
    public Optional<Feature> find(Layer layer, long id, Period valid, long seq) {
        return find(layer, id, valid, seq, false);
    }

    /**
     * One feature.
     *
     * @param valid the last state in this period is meant
     * @param seq the last entry of the change log that counts
     * @param withDrafts whether it may belong to a plan that is being drafted at present
     */
    public Optional<Feature> find(Layer layer, long id, Period valid, long seq, boolean withDrafts) {
        Where where = inState(layer, valid, seq).and("v.id = ?", id);
        if (!withDrafts) {
            where.and(NO_DRAFT);
        }
        return read(where, 1, valid.isOneDay()).stream().findFirst();
    }

    /**
     * The feature that a source calls by an id now, as it was in a period.
     *
     * @param layers in which it is looked for
     * @param valid the last state in this period is meant
     * @param seq the last entry of the change log that counts
     */
    public Optional<Feature> findBySource(List<Layer> layers, String source, String sourceId, Period valid, long seq) {
        String sql = """
                SELECT layer, id FROM registry.feature
                 WHERE source_id = ? AND source = ? AND ended IS NULL AND layer = ANY (?) ORDER BY id LIMIT 1
                """;
        Integer[] ids = layers.stream().map(Layer::id).toArray(Integer[]::new);
        record Found(int layer, long id) {}
        List<Found> found = jdbc.query(
                new FreshPlan(sql, List.of(sourceId, source, ids)),
                (row, number) -> new Found(row.getInt("layer"), row.getLong("id")));
        return found.stream()
                .flatMap(one -> layers.stream()
                        .filter(layer -> layer.id() == one.layer())
                        .flatMap(layer -> find(layer, one.id(), valid, seq).stream()))
                .findFirst();
    }

    /**
     * Features by conditions, in the order of their ids.
     *
     * @param seq the last entry of the change log that counts
     * @param limit the most that are wanted
     */
    public List<Feature> list(Layer layer, FeatureQuery query, long seq, int limit) {
        return list(layer, query, seq, Selection.first(limit));
    }

    /**
     * Features by conditions, in the order that is told.
     *
     * @param query of several states of one feature the last is meant that meets all conditions
     * @param seq the last entry of the change log that counts
     * @param selection of {@link FeatureColumns}
     */
    public List<Feature> list(Layer layer, FeatureQuery query, long seq, Selection selection) {
        Where where = conditions(layer, query, seq);
        SqlPart condition = selection.condition();
        if (condition != null) {
            where.and(condition);
        }
        if (selection.isSorted()) {
            List<Long> ids = sorted.list(where, selection, Long.class);
            where.and("v.id = ANY (?)", (Object) ids.toArray(Long[]::new));
            return SortedIds.inOrder(read(where, ids.size(), false), Feature::id, ids);
        }
        if (selection.after() != null) {
            where.and("v.id > ?", selection.after());
        }
        return read(where, selection.limit(), query.valid().isOneDay() && isWhole(query, condition));
    }

    /**
     * Whether most features are wanted. Only then are they read in the order of their ids: neighbours have neighbouring
     * ids, so that of a box all may be found at the very end.
     */
    private static boolean isWhole(FeatureQuery query, @Nullable SqlPart condition) {
        return condition == null
                && query.area() == null
                && query.plan() == null
                && query.equal().isEmpty();
    }

    private static Where conditions(Layer layer, FeatureQuery query, long seq) {
        Where where = inState(layer, query.valid(), seq).and("v.id > ?", query.after());
        if (query.area() != null) {
            where.and("ST_Intersects(v.shape, ST_GeomFromEWKB(?))", (Object) Geometries.ewkb(query.area()));
        }
        if (!query.withDrafts()) {
            where.and(NO_DRAFT);
        }
        if (query.plan() != null) {
            where.and("v.plan = (SELECT id FROM registry.plan WHERE identifier = ?)", query.plan());
        }
        if (!query.equal().isEmpty()) {
            where.and("v.attributes @> ?::jsonb", JSON.writeValueAsString(query.equal()));
        }
        return where;
    }

    /**
     * All features that meet the conditions, in the order of their ids, read in batches while the stream is consumed.
     *
     * @param seq the last entry of the change log that counts
     */
    public Stream<Feature> stream(Layer layer, FeatureQuery query, long seq) {
        return Stream.iterate(
                        list(layer, query, seq, BATCH),
                        batch -> !batch.isEmpty(),
                        batch -> batch.size() < BATCH
                                ? List.of()
                                : list(
                                        layer,
                                        query.after(batch.get(batch.size() - 1).id()),
                                        seq,
                                        BATCH))
                .flatMap(List::stream);
    }

    /**
     * How many features are valid on some day of a period.
     *
     * @param seq the last entry of the change log that counts
     */
    public long count(Layer layer, Period valid, long seq) {
        Where where = inState(layer, valid, seq);
        String sql = "SELECT count(DISTINCT v.id) FROM registry.feature v WHERE " + where.sql();
        return jdbc.query(new FreshPlan(sql, where.values()), (row, number) -> row.getLong(1))
                .get(0);
    }

    /**
     * How many features are valid on some day of a period, counted no further than told.
     *
     * @param seq the last entry of the change log that counts
     */
    public long countUpTo(Layer layer, Period valid, long seq, int most) {
        Where where = inState(layer, valid, seq);
        String sql = "SELECT count(*) FROM (SELECT " + (valid.isOneDay() ? "" : "DISTINCT ")
                + "v.id FROM registry.feature v WHERE " + where.sql() + " ORDER BY v.id LIMIT ?) counted";
        List<Object> binds = new ArrayList<>(where.values());
        binds.add(most);
        return jdbc.query(new FreshPlan(sql, binds), (row, number) -> row.getLong(1))
                .get(0);
    }

    private List<Feature> read(Where where, int limit, boolean isOneDay) {
        List<Object> binds = new ArrayList<>(where.values());
        binds.add(limit);
        String sql = isOneDay
                ? SELECT.formatted("", where.sql(), ONE_STATE_OF_EACH)
                : SELECT.formatted("DISTINCT ON (v.id)", where.sql(), LAST_STATE_OF_EACH);
        return jdbc.query(new FreshPlan(sql, binds), this::feature);
    }

    private static Where inState(Layer layer, Period valid, long seq) {
        Where where = new Where().and("v.layer = ?", layer.id());
        if (valid.to() != null) {
            where.and("v.valid_from < ?", valid.to());
        }
        return where.and("(v.valid_to IS NULL OR v.valid_to > ?)", valid.from())
                .and("v.added <= ? AND (v.ended IS NULL OR v.ended > ?)", seq, seq);
    }

    private Feature feature(ResultSet row, int number) throws SQLException {
        return new Feature(
                row.getLong("id"),
                row.getInt("version"),
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getString("plan"),
                Objects.requireNonNull(row.getString("attributes")),
                geometries.read(row, "shape"),
                row.getLong("added"));
    }
}
