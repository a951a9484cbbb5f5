package org.diachi.security;

import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Someone has asked for what they may not do. It is told to them, and noted in the audit log. */
public final class DeniedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final String act;
    private final @Nullable String subject;

    /**
     * @param act what was to be done
     * @param subject on what
     */
    public DeniedException(Problem problem, String act, @Nullable String subject) {
        super(problem);
        this.act = act;
        this.subject = subject;
    }

    String act() {
        return act;
    }

    @Nullable
    String subject() {
        return subject;
    }
}
