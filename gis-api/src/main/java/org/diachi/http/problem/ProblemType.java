package org.diachi.http.problem;

/** The kinds of problem. A name, once published, never changes its meaning. */
public enum ProblemType {
    UNKNOWN_PARAMETER("unknown-parameter", 400, "Unknown query parameter"),
    BAD_VALUE("bad-value", 400, "Bad value"),
    BAD_BODY("bad-body", 400, "The body cannot be read"),
    BAD_REQUEST("bad-request", 400, "The request cannot be read"),
    UNAUTHORIZED("unauthorized", 401, "A valid key is needed"),
    FORBIDDEN("forbidden", 403, "Not allowed"),
    NOT_FOUND("not-found", 404, "Not found"),
    UNKNOWN_CODE("unknown-code", 404, "Unknown code"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", 406, "Not acceptable"),
    DUPLICATE("duplicate", 409, "Perhaps registered already"),
    ACT_REFUSED("act-refused", 409, "The act does not apply"),
    NOT_CURRENT("not-current", 409, "The object is not current"),
    RETIRED("retired", 410, "The object is retired"),
    OUTDATED("outdated", 412, "The object has changed"),
    TOO_LARGE("too-large", 413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Unsupported media type"),
    UNPROCESSABLE("unprocessable", 422, "The register cannot take this"),
    KEY_REUSED("key-reused", 422, "The key belongs to another request"),
    TOO_DEAR("too-dear", 422, "Too dear to answer"),
    VERSION_NEEDED("version-needed", 428, "The version that was seen is needed"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    INTERNAL("internal", 500, "The service has failed"),
    UNAVAILABLE("unavailable", 503, "The service is not ready");

    private static final String PREFIX = "urn:problem-type:diachi:";

    private final String name;
    private final int status;
    private final String title;

    ProblemType(String name, int status, String title) {
        this.name = name;
        this.status = status;
        this.title = title;
    }

    /** The URI that names this kind for ever. */
    public String uri() {
        return PREFIX + name;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** The kind in words. */
    public String title() {
        return title;
    }

    /** The general kind for a status that Spring or the server decided upon. */
    static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status && type != UNKNOWN_PARAMETER && type != BAD_VALUE && type != BAD_BODY) {
                return type;
            }
        }
        return status < 500 ? BAD_REQUEST : INTERNAL;
    }
}
