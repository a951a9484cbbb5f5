package org.diachi.landuse;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan comes to a step.
 *
 * @param step which one
 * @param decisionNumber of the decision that moved it; what was known stays if absent
 * @param decisionDate of that decision
 * @param document the legal document
 * @param supersedes the identifier of the plan that becomes obsolete by it
 * @param isCorrection whether the register was wrong; only then a plan may go back
 */
public record PlanMove(
        PlanStep step,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionDate,
        @Nullable String document,
        @Nullable String supersedes,
        boolean isCorrection) {

    public PlanMove {
        Objects.requireNonNull(step, "step");
    }

    /** The world has moved on. */
    public static PlanMove to(PlanStep step) {
        return new PlanMove(step, null, null, null, null, false);
    }
}
