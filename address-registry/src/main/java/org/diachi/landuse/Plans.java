package org.diachi.landuse;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plans of the register. */
public final class Plans {

    private final JdbcClient jdbc;

    public Plans(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** All plans, those in legal force first. */
    public List<Plan> list() {
        return jdbc.sql("SELECT * FROM registry.plan ORDER BY (step = 'legalForce') DESC, identifier")
                .query(Plan.class)
                .list();
    }

    /** The id of a plan by its identifier. */
    public Optional<Long> findId(String identifier) {
        return jdbc.sql("SELECT id FROM registry.plan WHERE identifier = ?")
                .param(identifier)
                .query(Long.class)
                .optional();
    }

    /** The id of a plan, which is entered if the register does not have it. */
    public long enter(Plan plan) {
        String sql = """
                INSERT INTO registry.plan (identifier, title, level, type, scheme, period_from, period_to, vision_year,
                                           decision_number, decision_date, step)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (identifier) DO NOTHING
                """;
        jdbc.sql(sql)
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
                .param(plan.step())
                .update();
        return findId(plan.identifier()).orElseThrow();
    }
}
