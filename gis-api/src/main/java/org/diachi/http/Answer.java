package org.diachi.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The headers of a read: how it is written, how long it holds, how to ask whether it still does. */
public final class Answer {

    private static final String ASK_AGAIN = "no-cache";
    private static final String SETTLED = "public, max-age=3600";

    private final Etag etag;
    private final HttpHeaders headers = new HttpHeaders();

    private Answer(Etag etag, boolean settled) {
        this.etag = etag;
        headers.set(HttpHeaders.ETAG, etag.value());
        headers.set(HttpHeaders.CACHE_CONTROL, settled ? SETTLED : ASK_AGAIN);
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    /** An answer that holds until the register changes. */
    public static Answer of(Etag etag) {
        return new Answer(etag, false);
    }

    /**
     * An answer that may hold for good.
     *
     * @param settled whether both day and knowledge are told, so that nothing can change it any more
     */
    public static Answer of(Etag etag, boolean settled) {
        return new Answer(etag, settled);
    }

    /** Adds a header. */
    public Answer with(String name, String value) {
        headers.set(name, value);
        return this;
    }

    /** Names the system of the geometries. */
    public Answer in(OutputCrs crs) {
        return with("Content-Crs", crs.header());
    }

    /** Names the next page, where there is one. */
    public Answer with(Links.@Nullable Link next) {
        return next == null ? this : with(HttpHeaders.LINK, next.header());
    }

    /** Whether the caller has this answer already. */
    public boolean isKnown(@Nullable String ifNoneMatch) {
        return etag.isIn(ifNoneMatch);
    }

    /** The answer that the caller has still holds. */
    public <T> ResponseEntity<T> notModified() {
        return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
    }

    /** The answer. */
    public <T> ResponseEntity<T> ok(Format format, T body) {
        return status(HttpStatus.OK, format, body);
    }

    /** The answer with another status. */
    public <T> ResponseEntity<T> status(HttpStatus status, Format format, T body) {
        headers.setContentType(format.mediaType());
        return new ResponseEntity<>(Objects.requireNonNull(body), headers, status);
    }
}
