package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.diachi.api.ChangesApi;
import org.diachi.feed.ChangePage;
import org.diachi.feed.ChangeQuery;
import org.diachi.http.Body;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.changes.ChangePages;
import org.diachi.http.changes.ChangeStreams;
import org.diachi.http.problem.ProblemException;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The change feed: by pages, which may be waited for, and as events. */
@RestController
class ChangesController implements ChangesApi {

    private static final String PATH = "/api/v1/changes";
    private static final int USUAL_LIMIT = 100;

    /** Small pieces, so that a listener holds little. */
    private static final int EVENTS_AT_ONCE = 100;

    private final Registry registry;
    private final ChangePages pages;
    private final ChangeStreams streams;
    private final Links links;
    private final HttpServletRequest request;

    ChangesController(
            Registry registry, ChangePages pages, ChangeStreams streams, Links links, HttpServletRequest request) {
        this.registry = registry;
        this.pages = pages;
        this.streams = streams;
        this.links = links;
        this.request = request;
    }

    @Override
    public @Nullable ResponseEntity<Body> listChanges(
            Long after,
            @Nullable Integer limit,
            @Nullable List<String> kind,
            @Nullable String ward,
            @Nullable Integer wait,
            @Nullable String f,
            @Nullable String ifNoneMatch) {
        Format format = Format.choose(f, request.getHeader(HttpHeaders.ACCEPT), Format.JSON, Format.NDJSON);
        ChangeQuery query = new ChangeQuery(after, limit == null ? USUAL_LIMIT : limit, kinds(kind), ward);
        ChangePages.Request wanted = new ChangePages.Request(query, format, links.to(PATH), ifNoneMatch);
        ChangePage page = pages.read(wanted);
        if (wait == null || wait == 0 || !ChangePages.isIdle(page)) {
            return pages.answer(wanted, page);
        }
        await(pages.await(wanted, page, Duration.ofSeconds(wait)));
        return null;
    }

    /** The generated method promises an answer at once; Spring takes a deferred one in its place. */
    private void await(DeferredResult<ResponseEntity<Body>> answer) {
        try {
            WebAsyncUtils.getAsyncManager(request).startDeferredResultProcessing(answer, new ModelAndViewContainer());
        } catch (Exception e) {
            throw new IllegalStateException("The answer cannot be put off", e);
        }
    }

    @Override
    public @Nullable ResponseEntity<Body> streamChanges(
            @Nullable String lastEventID, @Nullable Long after, @Nullable List<String> kind, @Nullable String ward) {
        long from = lastEventID != null
                ? eventId(lastEventID)
                : after != null ? after : registry.feed().head();
        ChangeQuery query = new ChangeQuery(from, EVENTS_AT_ONCE, kinds(kind), ward);
        try {
            streams.open(request.startAsync(), query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    private static List<String> kinds(@Nullable List<String> kind) {
        return kind == null ? List.of() : kind;
    }

    private static long eventId(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            String detail = "The header Last-Event-ID is \"" + text + "\". Give the id of an event of this stream.";
            throw ProblemException.badValue("Last-Event-ID", detail);
        }
        return Long.parseLong(text);
    }
}
