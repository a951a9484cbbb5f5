package org.diachi.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.diachi.city.CityProfile;
import org.diachi.city.CodeList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Measures a register, and keeps what was measured. Thread-safe. */
public final class Measures {

    /** All measures, by criterion. */
    public static final List<Measure> ALL = List.of(
            new Measure(
                    "feature-count",
                    Criterion.STATISTICS,
                    "1",
                    "Features of each layer, in the ward in which the middle of each lies"),
            new Measure(
                    "area", Criterion.STATISTICS, "m2", "Ground that the features of each layer cover in each ward"),
            new Measure("green-per-resident", Criterion.STATISTICS, "m2", "Green space for each resident of a ward"),
            new Measure(
                    "addressed-buildings",
                    Criterion.STATISTICS,
                    "1",
                    "Share of the buildings of a ward that have street and number"),
            new Measure(
                    "valid-codes",
                    Criterion.RIGHT,
                    "1",
                    "Share of features with a code of a list whose code is in force; lists are those of the city profile"),
            new Measure(
                    "legal-area",
                    Criterion.RIGHT,
                    "1",
                    "Share of features whose legal area differs from that of their outline by at most 2 %"),
            new Measure(
                    "position-accuracy",
                    Criterion.RIGHT,
                    "1",
                    "Share of the buildings of a ward whose position is known within a metre"),
            new Measure("filled-fields", Criterion.COMPLETE, "1", "Share of the fields of the schema that are filled"),
            new Measure(
                    "zoned-share",
                    Criterion.COMPLETE,
                    "1",
                    "Share of a ward that the zones of each plan in legal force cover, of the plan that covers most"),
            new Measure(
                    "duplicate-shapes",
                    Criterion.CLEAN,
                    "1",
                    "Features of one layer and plan that have the same shape as another one"),
            new Measure("overlap-area", Criterion.CLEAN, "m2", "Ground that two zones of one plan share"),
            new Measure("invalid-shapes", Criterion.CLEAN, "1", "Shapes that cross or touch themselves"),
            new Measure("dangling-ends", Criterion.CLEAN, "1", "Ends of drains at no node that is known"),
            new Measure(
                    "days-to-publication",
                    Criterion.ALIVE,
                    "d",
                    "Days from the decision on a plan to the entry of its zones, on average"),
            new Measure(
                    "days-since-change", Criterion.ALIVE, "d", "Days since the last entry on anything in the layer"),
            new Measure(
                    "days-since-verification",
                    Criterion.ALIVE,
                    "d",
                    "Days since each building of a ward was verified or else entered, on average"),
            new Measure(
                    "scheme-agrees", Criterion.UNIFIED, "1", "Share of zones that name the code scheme of their plan"),
            new Measure("ward-agrees", Criterion.UNIFIED, "1", "Share of the buildings of a drawn ward that lie in it"),
            new Measure(
                    "open-layers",
                    Criterion.SHARED,
                    "1",
                    "1 for a layer that everybody may read by the API, 0 for another"),
            new Measure("key-holders", Criterion.SHARED, "1", "Keys that may write or read a layer by name"));

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate turn;
    private final CityProfile profile;

    public Measures(DataSource dataSource, CityProfile profile) {
        this.jdbc = JdbcClient.create(dataSource);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.turn = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.profile = profile;
    }

    /**
     * A number.
     *
     * @param measure its name
     * @param layer the collection; {@code addresses} for address objects
     * @param ward the code of the ward; absent where it is of the whole city, or of what lies in no ward
     * @param agency that answers for the layer
     */
    public record Value(
            String measure,
            String layer,
            @Nullable String ward,
            @Nullable String agency,
            double value) {

        public Value {
            Objects.requireNonNull(measure, "measure");
            Objects.requireNonNull(layer, "layer");
        }
    }

    /**
     * What was measured at one time.
     *
     * @param at when
     * @param day the day whose legal state was measured
     * @param seq the last entry of the change log that counted
     */
    public record Run(long id, Instant at, LocalDate day, long seq) {

        public Run {
            Objects.requireNonNull(day, "day");
        }
    }

    /**
     * Measures everything on a day unless that was done already or is being done: of several nodes one does it.
     *
     * @return empty if another one does
     */
    public Optional<Run> runOnce(LocalDate day) {
        return Objects.requireNonNull(turn.execute(status -> {
            boolean isMine = jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('registry.measure_run'))")
                    .query(Boolean.class)
                    .single();
            boolean isDone =
                    !isMine || findLast().filter(run -> run.day().equals(day)).isPresent();
            return isDone ? Optional.empty() : Optional.of(run(day));
        }));
    }

    /** Measures everything on a day, in one state of the register, and keeps it. */
    public Run run(LocalDate day) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            long seq = jdbc.sql("SELECT seq FROM registry.log_head")
                    .query(Long.class)
                    .single();
            Run run = jdbc.sql("INSERT INTO registry.measure_run (day, seq) VALUES (?, ?) RETURNING *")
                    .params(day, seq)
                    .query((row, number) -> run(row))
                    .single();
            int number = 0;
            for (Measure measure : ALL) {
                for (Value value : values(measure, day, seq)) {
                    keep(run, ++number, value);
                }
            }
            return run;
        }));
    }

    /** One measure on a day, with the entries up to one. */
    List<Value> values(Measure measure, LocalDate day, long seq) {
        return jdbc.sql(measure.sql())
                .param("day", day)
                .param("seq", seq)
                .param("codes", codes())
                .query((row, number) -> value(measure.name(), row))
                .list();
    }

    /** The codes in force of each list, as JSON. */
    String codes() {
        Map<String, List<String>> codes = new TreeMap<>();
        for (CodeList list : profile.codeLists()) {
            List<String> inForce = new ArrayList<>();
            list.entries().stream().filter(CodeList.Entry::inForce).forEach(entry -> inForce.add(entry.code()));
            codes.put(list.scheme(), inForce);
        }
        return new JsonMapper().writeValueAsString(codes);
    }

    private void keep(Run run, int number, Value value) {
        String sql = """
                INSERT INTO registry.measure (run, number, name, layer, ward, agency, value) VALUES (?, ?, ?, ?, ?, ?, ?)
                """;
        jdbc.sql(sql)
                .param(run.id())
                .param(number)
                .param(value.measure())
                .param(value.layer())
                .param(value.ward())
                .param(value.agency())
                .param(value.value())
                .update();
    }

    /** The last run; empty before the first. */
    public Optional<Run> findLast() {
        return jdbc.sql("SELECT * FROM registry.measure_run ORDER BY id DESC LIMIT 1")
                .query((row, number) -> run(row))
                .optional();
    }

    /** What a run has measured, in the order of the measures. */
    public List<Value> list(Run run) {
        return jdbc.sql("SELECT name, layer, ward, agency, value FROM registry.measure WHERE run = ? ORDER BY number")
                .param(run.id())
                .query((row, number) -> value(Objects.requireNonNull(row.getString("name")), row))
                .list();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("day", LocalDate.class),
                row.getLong("seq"));
    }

    private static Value value(String measure, ResultSet row) throws SQLException {
        return new Value(
                measure,
                Objects.requireNonNull(row.getString("layer")),
                row.getString("ward"),
                row.getString("agency"),
                row.getDouble("value"));
    }
}
