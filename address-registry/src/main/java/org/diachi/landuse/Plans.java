package org.diachi.landuse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.diachi.change.Snapshot;
import org.diachi.value.Period;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plans of the register in any state of it. Thread-safe. */
public final class Plans {

    private static final String SELECT = """
            SELECT p.id, p.identifier, p.title, p.level, p.type, p.scheme, p.period_from, p.period_to, p.vision_year,
                   v.decision_number, v.decision_date, v.step, v.document, s.identifier AS supersedes,
                   v.version, v.valid_from, v.valid_to, v.added
              FROM registry.plan_version v
              JOIN registry.plan p ON p.id = v.plan
              LEFT JOIN registry.plan s ON s.id = v.supersedes
             WHERE v.added <= :seq AND (v.ended IS NULL OR v.ended > :seq)
            """;

    private static final String ON_THE_DAY = " AND v.valid_from <= :day AND (v.valid_to IS NULL OR v.valid_to > :day)";

    private static final String VISIBLE =
            " AND (:drafts OR v.step <> 'elaboration' AND v.plan NOT IN (SELECT d.plan FROM registry.draft_plan d))";

    private static final String IN_FORCE_FIRST = " ORDER BY (v.step = 'legalForce') DESC, p.identifier";

    private final JdbcClient jdbc;

    public Plans(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The plans in a state of the register, those in legal force first.
     *
     * @param withDrafts whether those may be seen that are being drafted at present, or were on the day
     */
    public List<PlanState> list(Snapshot snapshot, boolean withDrafts) {
        return jdbc.sql(SELECT + ON_THE_DAY + VISIBLE + IN_FORCE_FIRST)
                .param("seq", snapshot.seq())
                .param("day", snapshot.asOf())
                .param("drafts", withDrafts)
                .query((row, number) -> state(row))
                .list();
    }

    /**
     * A plan in a state of the register; empty if it is not there.
     *
     * @param withDrafts whether it may be seen if it is being drafted at present, or was on the day
     */
    public Optional<PlanState> find(String identifier, Snapshot snapshot, boolean withDrafts) {
        return jdbc.sql(SELECT + ON_THE_DAY + VISIBLE + " AND p.identifier = :identifier")
                .param("seq", snapshot.seq())
                .param("day", snapshot.asOf())
                .param("drafts", withDrafts)
                .param("identifier", identifier)
                .query((row, number) -> state(row))
                .optional();
    }

    /**
     * What a plan went through, the first state first.
     *
     * @param seq the last entry of the change log that counts
     */
    public List<PlanState> history(String identifier, long seq) {
        return jdbc.sql(SELECT + " AND p.identifier = :identifier ORDER BY v.valid_from")
                .param("seq", seq)
                .param("identifier", identifier)
                .query((row, number) -> state(row))
                .list();
    }

    /** The id of a plan by its identifier. */
    public Optional<Long> findId(String identifier) {
        return jdbc.sql("SELECT id FROM registry.plan WHERE identifier = ?")
                .param(identifier)
                .query(Long.class)
                .optional();
    }

    /** The identifiers of the plans that are being drafted at present: who is not entitled must not see them. */
    public List<String> listDrafts() {
        String sql = """
                SELECT p.identifier FROM registry.plan p JOIN registry.draft_plan d ON d.plan = p.id ORDER BY 1
                """;
        return jdbc.sql(sql).query(String.class).list();
    }

    private static PlanState state(ResultSet row) throws SQLException {
        Plan plan = new Plan(
                text(row, "identifier"),
                text(row, "title"),
                text(row, "level"),
                text(row, "type"),
                text(row, "scheme"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getObject("vision_year", Integer.class),
                row.getString("decision_number"),
                row.getObject("decision_date", LocalDate.class),
                text(row, "step"));
        return new PlanState(
                row.getLong("id"),
                plan,
                PlanStep.of(plan.step()),
                row.getString("document"),
                row.getString("supersedes"),
                row.getInt("version"),
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getLong("added"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
