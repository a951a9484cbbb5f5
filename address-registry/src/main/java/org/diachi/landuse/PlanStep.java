package org.diachi.landuse;

/** How far a plan has come, in the terms of INSPIRE Planned Land Use ({@code ProcessStepGeneralValue}). */
public enum PlanStep {
    /** Being drafted: seen only by those entitled. */
    ELABORATION("elaboration"),
    /** Decided upon, but not binding yet. */
    ADOPTION("adoption"),
    /** Binding. */
    LEGAL_FORCE("legalForce"),
    /** No longer binding. */
    OBSOLETE("obsolete");

    private final String label;

    PlanStep(String label) {
        this.label = label;
    }

    /** The name in the register and in every API. */
    public String label() {
        return label;
    }

    /** Whether the other one comes later on the way of a plan. */
    public boolean isBefore(PlanStep other) {
        return compareTo(other) < 0;
    }

    /**
     * The step of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PlanStep of(String label) {
        for (PlanStep step : values()) {
            if (step.label.equals(label)) {
                return step;
            }
        }
        throw new IllegalArgumentException("\"" + label + "\" is no step of a plan");
    }
}
