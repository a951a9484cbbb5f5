package org.diachi.http.changes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.diachi.change.HeadWatch;
import org.diachi.feed.ChangeFeed;
import org.diachi.feed.ChangePage;
import org.diachi.feed.ChangeQuery;
import org.diachi.feed.SharedPages;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/** Answers pages of the feed, at once or as soon as there is something to tell. */
@Component
public final class ChangePages {

    private final ChangeFeed feed;
    private final SharedPages pages;
    private final HeadWatch watch;

    ChangePages(Registry registry, SharedPages pages, HeadWatch watch) {
        this.feed = registry.feed();
        this.pages = pages;
        this.watch = watch;
    }

    /**
     * What is asked for.
     *
     * @param self the address of the feed, for the link to the next page
     * @param ifNoneMatch the tag that the caller has
     */
    public record Request(
            ChangeQuery query,
            Format format,
            String self,
            @Nullable String ifNoneMatch) {}

    /** The page as the log is now. */
    public ChangePage read(Request request) {
        return feed.read(request.query());
    }

    /** Whether there is nothing to tell until the log grows. */
    public static boolean isIdle(ChangePage page) {
        return page.changes().isEmpty() && !page.hasMore();
    }

    /** The answer to a request. */
    public ResponseEntity<Body> answer(Request request, ChangePage page) {
        ChangeQuery query = request.query();
        Etag etag =
                Etag.ofList(page.next(), query, page.hasMore(), request.format().name());
        Answer answer = Answer.of(etag).with(next(request, page));
        if (answer.isKnown(request.ifNoneMatch())) {
            return answer.notModified();
        }
        boolean isLines = request.format() == Format.NDJSON;
        return answer.ok(request.format(), isLines ? ChangeBodies.lines(page) : ChangeBodies.document(page));
    }

    /** The feed never ends: there is a next page always. */
    private static Links.Link next(Request request, ChangePage page) {
        ChangeQuery query = request.query();
        List<String> parameters = new ArrayList<>(List.of("after=" + page.next(), "limit=" + query.limit()));
        if (!query.kinds().isEmpty()) {
            parameters.add("kind=" + Links.encode(String.join(",", query.kinds())));
        }
        if (query.ward() != null) {
            parameters.add("ward=" + Links.encode(query.ward()));
        }
        return new Links.Link(request.self() + "?" + String.join("&", parameters), "next", "application/json");
    }

    /** An answer that comes when the log has grown by something that is wanted, or when the time is up. */
    public DeferredResult<ResponseEntity<Body>> await(Request request, ChangePage idle, Duration patience) {
        DeferredResult<ResponseEntity<Body>> answer = new DeferredResult<>(patience.toMillis());
        Wait wait = new Wait(request, answer, idle);
        answer.onTimeout(wait::giveUp);
        wait.goOn();
        return answer;
    }

    private final class Wait {

        private final Request request;
        private final DeferredResult<ResponseEntity<Body>> answer;
        private volatile ChangePage last;

        private Wait(Request request, DeferredResult<ResponseEntity<Body>> answer, ChangePage idle) {
            this.request = request;
            this.answer = answer;
            this.last = idle;
        }

        private void goOn() {
            CompletableFuture<Long> news = watch.whenPast(last.head());
            answer.onCompletion(() -> news.cancel(false));
            news.thenAccept(this::look).whenComplete((done, failure) -> {
                if (failure != null && !news.isCancelled()) {
                    answer.setErrorResult(failure);
                }
            });
        }

        private void look(long head) {
            last = pages.read(request.query().from(last.next()), head);
            if (!isIdle(last)) {
                answer.setResult(answer(request, last));
            } else if (!answer.isSetOrExpired()) {
                goOn();
            }
        }

        private void giveUp() {
            answer.setResult(answer(request, last));
        }
    }
}
