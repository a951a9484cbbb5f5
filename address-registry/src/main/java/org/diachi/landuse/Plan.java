package org.diachi.landuse;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A land-use plan, in the terms of INSPIRE Planned Land Use.
 *
 * @param identifier what the plan is called in files, for ever
 * @param title what it is called by people
 * @param level of administration, such as {@code city}
 * @param type such as {@code landUsePlan} or {@code urbanPlan}
 * @param scheme the code list that its zones use
 * @param periodFrom first day that it plans for
 * @param periodTo end of the period that it plans for, exclusive
 * @param visionYear the year that it looks ahead to
 * @param decisionNumber of the decision that adopted it
 * @param decisionDate of that decision
 * @param step {@code elaboration}, {@code adoption}, {@code legalForce} or {@code obsolete}
 */
public record Plan(
        String identifier,
        String title,
        String level,
        String type,
        String scheme,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        @Nullable Integer visionYear,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionDate,
        String step) {

    public Plan {
        Objects.requireNonNull(identifier, "identifier");
        Objects.requireNonNull(step, "step");
    }
}
