package org.diachi.landuse;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diachi.change.Act;
import org.diachi.change.ActContext;
import org.diachi.change.ChangeLog;
import org.diachi.change.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The acts on plans. Each call is one transaction with its entries in the change log. */
public final class PlanRegister {

    /** What the change log calls a plan; its code there is the plan's identifier. */
    public static final String KIND = "plan";

    private final ChangeLog log;

    public PlanRegister(ChangeLog log) {
        this.log = log;
    }

    /** What the register believes of a plan in its last state. */
    private record Known(long id, int version, PlanStep step, LocalDate since) {}

    /**
     * The id of a plan, which is entered if the register does not have it. Its step holds from the day of the decision on, or
     * from the effective day if that is later.
     */
    public long enter(Plan plan, ActContext context) {
        return log.write(context, ledger -> {
            JdbcClient jdbc = client(ledger);
            Optional<Long> known = findId(jdbc, plan.identifier());
            return known.isPresent() ? known.get() : enter(jdbc, ledger, plan);
        });
    }

    private static long enter(JdbcClient jdbc, Ledger ledger, Plan plan) {
        String sql = """
                INSERT INTO registry.plan (identifier, title, level, type, scheme, period_from, period_to, vision_year,
                                           decision_number, decision_date)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                """;
        long id = jdbc.sql(sql)
                .param(plan.identifier())
                .param(plan.title())
                .param(plan.level())
                .param(plan.type())
                .param(plan.scheme())
                .param(plan.periodFrom())
                .param(plan.periodTo())
                .param(plan.visionYear())
                .param(plan.decisionNumber())
                .param(plan.decisionDate())
                .query(Long.class)
                .single();
        LocalDate effective = ledger.context().effective();
        LocalDate decided = plan.decisionDate();
        LocalDate from = decided != null && decided.isAfter(effective) ? decided : effective;
        long seq = ledger.append(Act.REGISTER, KIND, plan.identifier(), 1, from);
        PlanMove move =
                new PlanMove(PlanStep.of(plan.step()), plan.decisionNumber(), plan.decisionDate(), null, null, false);
        insert(jdbc, new Row(id, 1, from, seq), move, null);
        return id;
    }

    /**
     * A plan comes to a step on the effective day; what was believed of it from that day on no longer is. The plan that it
     * supersedes becomes obsolete on the same day.
     *
     * @throws PlanRefusedException if a plan is unknown, or would go back without being corrected
     */
    public void move(String identifier, PlanMove move, ActContext context) {
        log.write(context, ledger -> {
            JdbcClient jdbc = client(ledger);
            Known known = require(jdbc, identifier);
            Long superseded = superseded(jdbc, identifier, move);
            if (!move.isCorrection() && !known.step().isBefore(move.step())) {
                throw new PlanRefusedException("The plan " + identifier + " is at the step "
                        + known.step().label() + " and cannot go to "
                        + move.step().label()
                        + ". If the register is wrong, say that it is a correction.");
            }
            move(jdbc, ledger, identifier, known, move, superseded);
            String former = move.supersedes();
            if (former != null) {
                move(jdbc, ledger, former, require(jdbc, former), PlanMove.to(PlanStep.OBSOLETE), null);
            }
            return identifier;
        });
    }

    private static @Nullable Long superseded(JdbcClient jdbc, String identifier, PlanMove move) {
        String former = move.supersedes();
        if (former == null) {
            return null;
        }
        if (former.equals(identifier) || move.step() != PlanStep.LEGAL_FORCE) {
            throw new PlanRefusedException("A plan supersedes another one, and does so by getting its legal force: "
                    + identifier + " comes to the step " + move.step().label() + " and names " + former + ".");
        }
        return require(jdbc, former).id();
    }

    private static void move(
            JdbcClient jdbc, Ledger ledger, String identifier, Known known, PlanMove move, @Nullable Long superseded) {
        LocalDate day = ledger.context().effective();
        int version = known.version() + 1;
        Act act = move.isCorrection() ? Act.CORRECT : Act.CHANGE;
        long seq = ledger.append(act, KIND, identifier, version, day);
        end(jdbc, known.id(), day, seq);
        keepEarlier(jdbc, known.id(), version, day, seq);
        insert(jdbc, new Row(known.id(), version, day, seq), move, superseded);
    }

    private static void end(JdbcClient jdbc, long plan, LocalDate day, long seq) {
        jdbc.sql("UPDATE registry.plan_version SET ended = ?"
                        + " WHERE plan = ? AND ended IS NULL AND (valid_to IS NULL OR valid_to > ?)")
                .params(List.of(seq, plan, day))
                .update();
    }

    /** What was true before the day stays true, as rows of the act. */
    private static void keepEarlier(JdbcClient jdbc, long plan, int version, LocalDate day, long seq) {
        String sql = """
                INSERT INTO registry.plan_version (plan, version, valid_from, valid_to, added, step, decision_number,
                                                   decision_date, document, supersedes)
                SELECT plan, ?, valid_from, ?, ended, step, decision_number, decision_date, document, supersedes
                  FROM registry.plan_version
                 WHERE plan = ? AND ended = ? AND valid_from < ?
                """;
        jdbc.sql(sql).params(List.of(version, day, plan, seq, day)).update();
    }

    /** Where a new state begins. */
    private record Row(long plan, int version, LocalDate from, long seq) {}

    /** A decision that the act does not tell of is the last one that is known. */
    private static void insert(JdbcClient jdbc, Row row, PlanMove move, @Nullable Long superseded) {
        String sql = """
                INSERT INTO registry.plan_version (plan, version, valid_from, added, step, decision_number, decision_date,
                                                   document, supersedes)
                SELECT :plan, :version, :from, :seq, :step, coalesce(:number, l.decision_number),
                       coalesce(:date, l.decision_date), coalesce(:document, l.document), coalesce(:superseded, l.supersedes)
                  FROM (SELECT 1) one
                  LEFT JOIN LATERAL (
                       SELECT * FROM registry.plan_version
                        WHERE plan = :plan AND (ended = :seq OR ended IS NULL AND valid_from < :from)
                        ORDER BY valid_from DESC, version DESC LIMIT 1) l ON true
                """;
        jdbc.sql(sql)
                .param("plan", row.plan())
                .param("version", row.version())
                .param("from", row.from())
                .param("seq", row.seq())
                .param("step", move.step().label())
                .param("number", move.decisionNumber(), Types.VARCHAR)
                .param("date", move.decisionDate(), Types.DATE)
                .param("document", move.document(), Types.VARCHAR)
                .param("superseded", superseded, Types.BIGINT)
                .update();
    }

    private static Known require(JdbcClient jdbc, String identifier) {
        String sql = """
                SELECT p.id, v.version, v.step, v.valid_from AS since
                  FROM registry.plan p JOIN registry.plan_version v ON v.plan = p.id AND v.ended IS NULL
                 WHERE p.identifier = ? ORDER BY v.valid_from DESC LIMIT 1
                """;
        return jdbc.sql(sql)
                .param(identifier)
                .query((row, number) -> new Known(
                        row.getLong("id"),
                        row.getInt("version"),
                        PlanStep.of(row.getString("step")),
                        row.getObject("since", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new PlanRefusedException("There is no plan \"" + identifier + "\"."));
    }

    private static Optional<Long> findId(JdbcClient jdbc, String identifier) {
        return jdbc.sql("SELECT id FROM registry.plan WHERE identifier = ?")
                .param(identifier)
                .query(Long.class)
                .optional();
    }

    private static JdbcClient client(Ledger ledger) {
        return JdbcClient.create(new SingleConnectionDataSource(ledger.connection(), true));
    }
}
