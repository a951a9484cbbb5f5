package org.diachi.http.problem;

/** Ends a request with a problem. It is the caller's, so it has no stack trace and is not logged. */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** A value that cannot be understood. */
    public static ProblemException badValue(String parameter, String detail) {
        return new ProblemException(Problem.badValue(parameter, detail));
    }

    /** What the caller is told. */
    public Problem problem() {
        return problem;
    }
}
