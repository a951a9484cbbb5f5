package org.diachi.rest;

import java.util.List;
import java.util.stream.Stream;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressQuery;
import org.diachi.address.AddressReader;
import org.diachi.change.ChangeReader;
import org.diachi.change.Snapshot;
import org.diachi.change.TimeView;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.Cursor;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.PersonalAccess;
import org.diachi.http.address.AddressAnswers;
import org.diachi.registry.Registry;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lists of addresses: pages that fit together, or the whole at once as a stream. */
@Component
class AddressListing {

    private static final int USUAL_LIMIT = 100;

    private final AddressReader reader;
    private final ChangeReader changes;
    private final AddressFilters filters;
    private final AddressAnswers answers;
    private final Links links;
    private final PersonalAccess access;

    AddressListing(
            Registry registry, AddressFilters filters, AddressAnswers answers, Links links, PersonalAccess access) {
        this.access = access;
        this.reader = registry.addressReader();
        this.changes = registry.changes();
        this.filters = filters;
        this.answers = answers;
        this.links = links;
    }

    /** What is asked for, but for the conditions already read. */
    record Request(
            AddressFilter filter,
            TimeView view,
            boolean isSettled,
            OutputCrs crs,
            boolean asFootprint,
            @Nullable Integer limit,
            @Nullable String cursor,
            Format format,
            @Nullable String ifNoneMatch) {

        /** Tables and lines can be as long as the register; a document of JSON is held in memory by its readers. */
        boolean isStream() {
            return limit == null && cursor == null && (format == Format.CSV || format == Format.NDJSON);
        }
    }

    ResponseEntity<Body> answer(Request request) {
        Cursor cursor = Cursor.decode(request.cursor(), links.question());
        Snapshot snapshot = cursor == null ? changes.resolve(request.view()) : cursor.snapshot();
        Etag etag = Etag.ofList(
                snapshot.seq(),
                snapshot.asOf(),
                links.question(),
                request.limit(),
                request.cursor(),
                request.format().name(),
                access.isGranted());
        Answer answer = Answer.of(etag, request.isSettled()).in(request.crs());
        if (answer.isKnown(request.ifNoneMatch())) {
            return answer.notModified();
        }
        Snapshot read = readable(request, snapshot);
        AddressQuery query = filters.read(request.filter(), read);
        return request.isStream() ? stream(request, query, read, answer) : page(request, query, read, cursor, answer);
    }

    /** An id is borne by one object, so nothing is paged, and what is known now is found fastest. */
    private static Snapshot readable(Request request, Snapshot snapshot) {
        boolean isOne = request.filter().externalId() != null && request.view().knownAt() == null;
        return isOne ? Snapshot.latest(snapshot.asOf()) : snapshot;
    }

    private ResponseEntity<Body> stream(Request request, AddressQuery query, Snapshot snapshot, Answer answer) {
        return answer.ok(request.format(), out -> {
            try (Stream<AddressObject> objects = reader.stream(query, snapshot, request.asFootprint())) {
                body(request, objects::iterator, List.of()).writeTo(out);
            }
        });
    }

    private ResponseEntity<Body> page(
            Request request, AddressQuery query, Snapshot snapshot, @Nullable Cursor cursor, Answer answer) {
        int limit = request.limit() == null ? USUAL_LIMIT : request.limit();
        AddressQuery rest = cursor == null ? query : query.after(cursor.after(Code::parse));
        // One more than wanted tells whether there is a next page.
        List<AddressObject> found = reader.list(rest, snapshot, limit + 1, request.asFootprint());
        if (found.size() <= limit) {
            List<Links.Link> self = List.of(links.self(request.format()));
            return answer.ok(request.format(), body(request, found, self));
        }
        List<AddressObject> page = found.subList(0, limit);
        String last = page.get(limit - 1).code().toString();
        Links.Link next = links.next(new Cursor(snapshot, links.question(), last), request.format());
        List<Links.Link> both = List.of(links.self(request.format()), next);
        return answer.with(next).ok(request.format(), body(request, page, both));
    }

    private Body body(Request request, Iterable<AddressObject> objects, List<Links.Link> all) {
        return switch (request.format()) {
            case CSV -> answers.table(objects, request.crs());
            case NDJSON -> answers.lines(objects, request.crs(), request.asFootprint());
            default -> answers.collection(objects, request.crs(), request.asFootprint(), all);
        };
    }
}
