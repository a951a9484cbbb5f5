package org.diachi.security;

import org.diachi.http.problem.ProblemType;

/** A key or token that is not good. */
final class BadCredentialException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String bearer;

    private BadCredentialException(ProblemType type, String bearer, String detail) {
        super(detail);
        this.type = type;
        this.bearer = bearer;
    }

    /** Nobody knows whose it is. */
    static BadCredentialException invalid(String detail) {
        return new BadCredentialException(ProblemType.UNAUTHORIZED, Denials.NOBODY, detail);
    }

    /** It was someone's, but holds no longer. */
    static BadCredentialException ended(String bearer, String detail) {
        return new BadCredentialException(ProblemType.UNAUTHORIZED, bearer, detail);
    }

    /** It is good, but gives no rights here. */
    static BadCredentialException withoutRights(String bearer, String detail) {
        return new BadCredentialException(ProblemType.FORBIDDEN, bearer, detail);
    }

    /** Nobody can tell now whether it is good. */
    static BadCredentialException unverifiable(String detail) {
        return new BadCredentialException(ProblemType.UNAVAILABLE, Denials.NOBODY, detail);
    }

    ProblemType type() {
        return type;
    }

    String bearer() {
        return bearer;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
