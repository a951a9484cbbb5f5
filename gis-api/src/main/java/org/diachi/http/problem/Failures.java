package org.diachi.http.problem;

/** Problems of our own making, which say nothing of the inside. */
final class Failures {

    private Failures() {}

    static Problem internal() {
        return Problem.of(
                ProblemType.INTERNAL, "This is the service's fault, not yours. It has been noted in its log.");
    }

    /** For a status that the server decided upon before Spring was asked. */
    static Problem ofStatus(int status) {
        ProblemType type = ProblemType.ofStatus(status);
        return type == ProblemType.INTERNAL
                ? internal()
                : switch (type) {
                    case NOT_FOUND -> Problem.of(type, "There is nothing at this path.");
                    case TOO_LARGE -> Problem.of(type, "The request is larger than the service takes.");
                    default ->
                        Problem.of(
                                type, "The request cannot be read. Percent-encode special characters in the address.");
                };
    }
}
