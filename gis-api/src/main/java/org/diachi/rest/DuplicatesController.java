package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.diachi.address.ActResult;
import org.diachi.address.AddressActs;
import org.diachi.address.AddressContent;
import org.diachi.address.DuplicateCase;
import org.diachi.address.DuplicateQueue;
import org.diachi.address.Subject;
import org.diachi.api.DuplicatesApi;
import org.diachi.api.dto.DuplicateDecisionDto;
import org.diachi.api.dto.DuplicatePageDto;
import org.diachi.api.dto.LinkDto;
import org.diachi.change.Act;
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
import org.diachi.security.ActRights;
import org.diachi.security.Caller;
import org.diachi.security.DeniedException;
import org.diachi.security.Role;
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
    private final ActRights rights;
    private final HttpServletRequest request;

    DuplicatesController(
            Registry registry,
            ActRunner runner,
            ActReader reader,
            TimeParameters times,
            Links links,
            CrsParameters systems,
            ActRights rights,
            HttpServletRequest request) {
        this.rights = rights;
        this.request = request;
        this.queue = registry.duplicates();
        this.runner = runner;
        this.reader = reader;
        this.times = times;
        this.links = links;
        this.crs84 = systems.output(null);
    }

    /** The queue shows what sources told before anyone has looked at it: it is for the office only. */
    private static Caller steward() {
        Caller caller = Caller.current()
                .orElseThrow(() -> new DeniedException(
                        Problem.of(ProblemType.UNAUTHORIZED, "The queue of duplicates is for stewards. Send a key."),
                        "list duplicates",
                        null));
        ActRights.requireRole(caller, Role.STEWARD, "list duplicates", null);
        return caller;
    }

    @Override
    public ResponseEntity<DuplicatePageDto> listDuplicates(
            String state, @Nullable String kind, @Nullable Long after, @Nullable Integer limit) {
        Caller caller = steward();
        int most = limit == null ? USUAL_LIMIT : limit;
        List<DuplicateCase> found = queue.list(query(state, kind, after), most);
        DuplicatePageDto page = new DuplicatePageDto()
                .duplicates(found.stream()
                        .filter(one -> rights.mayDecide(
                                caller, content(one).kind(), content(one).ward()))
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
        Caller caller = steward();
        LocalDate day = Objects.requireNonNullElse(told.getEffective(), times.today());
        ActContext context = new ActContext(caller.actor(), day, told.getReason(), told.getDocument(), null)
                .from(request.getRemoteAddr());
        queue.find(id).ifPresent(found -> permit(caller, found, told, day));
        return runner.run(idempotencyKey, told, context, acts -> {
            ActResult result = decide(acts, id, told);
            return () -> ActAnswers.done(result);
        });
    }

    private static AddressContent content(DuplicateCase found) {
        return found.registration().content();
    }

    /** The thing and the candidates that are acted upon lie where the caller may write. */
    private void permit(Caller caller, DuplicateCase found, DuplicateDecisionDto told, LocalDate day) {
        rights.requireDecision(
                caller, found.id(), content(found).kind(), content(found).ward());
        for (String code : Arrays.asList(told.getCode(), told.getDuplicate())) {
            if (code != null) {
                rights.requireWards(caller, Act.MERGE, reader.code("code", code), day);
            }
        }
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
