package org.diachi.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.diachi.address.ActResult;
import org.diachi.address.AddressActs;
import org.diachi.address.DuplicateCase;
import org.diachi.address.DuplicateQueue;
import org.diachi.address.Subject;
import org.diachi.api.DuplicatesApi;
import org.diachi.api.dto.DuplicateDecisionDto;
import org.diachi.api.dto.DuplicatePageDto;
import org.diachi.api.dto.LinkDto;
import org.diachi.change.ActContext;
import org.diachi.http.Body;
import org.diachi.http.CrsParameters;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.TimeParameters;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.registry.Registry;
import org.diachi.security.ActPermissions;
import org.diachi.security.Caller;
import org.diachi.value.AddressKind;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The queue of what was held back as possible duplicates, and the decisions on it. */
@RestController
class DuplicatesController implements DuplicatesApi {

    private static final int USUAL_LIMIT = 100;

    private final DuplicateQueue queue;
    private final ActRunner runner;
    private final ActReader reader;
    private final TimeParameters times;
    private final Links links;
    private final OutputCrs crs84;

    DuplicatesController(
            Registry registry,
            ActRunner runner,
            ActReader reader,
            TimeParameters times,
            Links links,
            CrsParameters systems) {
        this.queue = registry.duplicates();
        this.runner = runner;
        this.reader = reader;
        this.times = times;
        this.links = links;
        this.crs84 = systems.output(null);
    }

    /** The queue shows what sources told before anyone has looked at it: it is for the office only. */
    private static Caller officer() {
        Caller caller = Caller.current()
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.UNAUTHORIZED, "The queue of duplicates is for officers. Send a key.")));
        if (!ActPermissions.mayDecideDuplicates(caller)) {
            throw new ProblemException(
                    Problem.of(ProblemType.FORBIDDEN, "This key may not see or decide possible duplicates."));
        }
        return caller;
    }

    @Override
    public ResponseEntity<DuplicatePageDto> listDuplicates(
            String state, @Nullable String kind, @Nullable Long after, @Nullable Integer limit) {
        officer();
        int most = limit == null ? USUAL_LIMIT : limit;
        List<DuplicateCase> found = queue.list(query(state, kind, after), most);
        DuplicatePageDto page = new DuplicatePageDto()
                .duplicates(found.stream()
                        .map(one -> DuplicateMapper.one(one, crs84))
                        .toList())
                .links(found.size() < most ? List.of() : List.of(next(state, kind, found, most)));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(Format.JSON.mediaType())
                .body(page);
    }

    private LinkDto next(String state, @Nullable String kind, List<DuplicateCase> found, int limit) {
        String query = "?state=" + state + (kind == null ? "" : "&kind=" + kind) + "&limit=" + limit + "&after="
                + found.get(found.size() - 1).id();
        return new LinkDto()
                .href(links.to("/api/v1/duplicates" + query))
                .rel("next")
                .type("application/json");
    }

    private static DuplicateQueue.Query query(String state, @Nullable String kind, @Nullable Long after) {
        try {
            return new DuplicateQueue.Query(
                    DuplicateCase.State.of(state), kind == null ? null : AddressKind.of(kind), null, after);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badValue("state", "A parameter is wrong. " + e.getMessage() + ".");
        }
    }

    @Override
    public ResponseEntity<Body> resolveDuplicate(Long id, DuplicateDecisionDto told, @Nullable String idempotencyKey) {
        Caller caller = officer();
        LocalDate day = Objects.requireNonNullElse(told.getEffective(), times.today());
        ActContext context = new ActContext(caller.actor(), day, told.getReason(), told.getDocument(), null);
        return runner.run(idempotencyKey, told, context, acts -> ActAnswers.done(decide(acts, id, told)));
    }

    private ActResult decide(AddressActs acts, long id, DuplicateDecisionDto told) {
        return switch (told.getDecision()) {
            case SAME -> acts.resolveSame(id, reader.code("code", told.getCode()));
            case DIFFERENT -> acts.resolveDifferent(id);
            case MERGE -> {
                Code survivor = reader.code("code", told.getCode());
                Code duplicate = reader.code("duplicate", told.getDuplicate());
                yield acts.resolveMerge(id, Subject.of(duplicate), Subject.of(survivor));
            }
        };
    }
}
