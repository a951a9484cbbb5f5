package org.diachi.http.problem;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One problem (RFC 9457).
 *
 * @param type its kind
 * @param detail what was wrong here, and how to mend it
 * @param parameter the parameter that was wrong
 * @param known what would have been right in its place
 * @param errors wrong members of the body
 * @param candidates objects that may have been meant
 * @param rule the rule of the register by which an act was refused
 * @param duplicateCase in which an officer decides on what was held back
 */
public record Problem(
        ProblemType type,
        String detail,
        @Nullable String parameter,
        List<String> known,
        List<MemberError> errors,
        List<Candidate> candidates,
        @Nullable String rule,
        @Nullable Long duplicateCase) {

    /**
     * A wrong member of the body.
     *
     * @param pointer to the member, as JSON Pointer (RFC 6901)
     * @param detail what is wrong with it
     */
    public record MemberError(String pointer, String detail) {}

    /**
     * An object that may have been meant.
     *
     * @param code of the object
     * @param address on one line
     * @param status of the object
     * @param why it is a candidate; absent if that is plain
     */
    public record Candidate(
            String code,
            String address,
            String status,
            @Nullable String why) {}

    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(detail, "detail");
        known = List.copyOf(known);
        errors = List.copyOf(errors);
        candidates = List.copyOf(candidates);
    }

    /** A problem that has nothing to do with acts. */
    public Problem(
            ProblemType type,
            String detail,
            @Nullable String parameter,
            List<String> known,
            List<MemberError> errors,
            List<Candidate> candidates) {
        this(type, detail, parameter, known, errors, candidates, null, null);
    }

    /** A problem that needs no more than words. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, null, List.of(), List.of(), List.of());
    }

    /** A query parameter, header or part of the path that cannot be understood. */
    public static Problem badValue(String parameter, String detail) {
        return new Problem(ProblemType.BAD_VALUE, detail, parameter, List.of(), List.of(), List.of());
    }

    /** Wrong members of a body. */
    public static Problem ofErrors(ProblemType type, String detail, List<MemberError> errors) {
        return new Problem(type, detail, null, List.of(), errors, List.of());
    }

    /** The same problem, naming what would have been right. */
    public Problem withKnown(List<String> values) {
        return new Problem(type, detail, parameter, values, errors, candidates, rule, duplicateCase);
    }

    /** The same problem, naming objects that may have been meant. */
    public Problem withCandidates(List<Candidate> objects) {
        return new Problem(type, detail, parameter, known, errors, objects, rule, duplicateCase);
    }

    /** The same problem, naming the rule by which an act was refused. */
    public Problem withRule(String name) {
        return new Problem(type, detail, parameter, known, errors, candidates, name, duplicateCase);
    }

    /** The same problem, naming the case in which an officer decides. */
    public Problem withDuplicateCase(long id) {
        return new Problem(type, detail, parameter, known, errors, candidates, rule, id);
    }
}
