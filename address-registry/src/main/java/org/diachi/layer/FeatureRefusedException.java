package org.diachi.layer;

/** An act on a feature that does not apply to it as it is. Nothing was done. */
public final class FeatureRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why acts are refused. */
    public enum Rule {
        /** The layer has no feature of this id that is valid on the day of the act. */
        NOT_THERE,
        /** The feature has another version than the one that was seen. */
        VERSION_CONFLICT,
        /** No plan has this identifier. */
        UNKNOWN_PLAN
    }

    private final Rule rule;

    FeatureRefusedException(Rule rule, String message) {
        super(message);
        this.rule = rule;
    }

    /** By which rule. */
    public Rule rule() {
        return rule;
    }
}
