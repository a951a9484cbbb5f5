package org.diachi.address;

import java.util.List;
import java.util.Objects;

/** An act that does not apply: nothing was done. Says by which rule, of what, and how to mend it. */
public final class ActRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why acts are refused. The labels are stable names for programs. */
    public enum Rule {
        UNKNOWN_CODE("unknownCode"),
        VERSION_CONFLICT("versionConflict"),
        BEFORE_BEGINNING("beforeBeginning"),
        RETIRED("retired"),
        REJECTED("rejected"),
        NOT_CURRENT("notCurrent"),
        NOT_PROPOSED("notProposed"),
        OWN_PROPOSAL("ownProposal"),
        NO_CHANGE("noChange"),
        WRONG_KIND("wrongKind"),
        KINDS_DIFFER("kindsDiffer"),
        TOO_FEW("tooFew"),
        SAME_OBJECT("sameObject"),
        UNKNOWN_LOCATION("unknownLocation"),
        ID_TAKEN("idTaken"),
        UNKNOWN_ID("unknownId"),
        DUPLICATE("duplicate"),
        UNKNOWN_CASE("unknownCase"),
        CASE_RESOLVED("caseResolved"),
        NOT_A_CANDIDATE("notACandidate");

        private final String label;

        Rule(String label) {
            this.label = label;
        }

        /** The name in problems and batch results. */
        public String label() {
            return label;
        }
    }

    private final Rule rule;
    private final String where;
    private final String mend;
    private final transient List<DuplicateCandidate> candidates;

    /**
     * @param where the code or the part of the act that does not fit
     * @param what the refusal as a sentence
     * @param mend what the actor can do about it, as a sentence
     */
    ActRefusedException(Rule rule, String where, String what, String mend) {
        this(rule, where, what, mend, List.of());
    }

    private ActRefusedException(
            Rule rule, String where, String what, String mend, List<DuplicateCandidate> candidates) {
        super(what);
        this.rule = Objects.requireNonNull(rule);
        this.where = where;
        this.mend = mend;
        this.candidates = List.copyOf(candidates);
    }

    static ActRefusedException duplicate(String where, List<DuplicateCandidate> candidates) {
        return new ActRefusedException(
                Rule.DUPLICATE,
                where,
                "What would come into being looks like an object that is registered: " + candidates,
                "Give another address or outline, or act on the registered object first.",
                candidates);
    }

    /** By which rule. */
    public Rule rule() {
        return rule;
    }

    /** The code or the part of the act that does not fit. */
    public String where() {
        return where;
    }

    /** What the actor can do about it. */
    public String mend() {
        return mend;
    }

    /** For a duplicate: what looks like it. */
    public List<DuplicateCandidate> candidates() {
        return candidates;
    }
}
