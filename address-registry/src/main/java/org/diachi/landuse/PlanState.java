package org.diachi.landuse;

import java.time.LocalDate;
import java.util.Objects;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it was on one day.
 *
 * @param id in the register
 * @param plan what it is; its step and decision are those of the day
 * @param step how far it had come
 * @param document the legal document of the decision
 * @param supersedes the identifier of the plan whose place it took
 * @param version rising by one with every act on the plan
 * @param valid the legal period of this state
 * @param changed the entry of the change log that wrote this state
 */
public record PlanState(
        long id,
        Plan plan,
        PlanStep step,
        @Nullable String document,
        @Nullable String supersedes,
        int version,
        Period valid,
        long changed) {

    public PlanState {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(valid, "valid");
    }

    /** The first day of this state. */
    public LocalDate since() {
        return valid.from();
    }
}
