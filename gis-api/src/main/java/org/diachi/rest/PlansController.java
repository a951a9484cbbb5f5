package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.diachi.api.PlansApi;
import org.diachi.api.dto.PlanHistoryDto;
import org.diachi.api.dto.PlanListDto;
import org.diachi.api.dto.PlanMoveDto;
import org.diachi.api.dto.PlanStateDto;
import org.diachi.change.Act;
import org.diachi.change.ActContext;
import org.diachi.change.Snapshot;
import org.diachi.http.Answer;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.TimeParameters;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.landuse.Plan;
import org.diachi.landuse.PlanMove;
import org.diachi.landuse.PlanRefusedException;
import org.diachi.landuse.PlanState;
import org.diachi.landuse.PlanStep;
import org.diachi.registry.Registry;
import org.diachi.security.ActRights;
import org.diachi.security.Caller;
import org.diachi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The plans of land use, how far they have come, and the acts that move them. */
@RestController
class PlansController implements PlansApi {

    private final Registry registry;
    private final ActRights rights;
    private final TimeParameters times;
    private final Links links;
    private final HttpServletRequest request;

    PlansController(
            Registry registry, ActRights rights, TimeParameters times, Links links, HttpServletRequest request) {
        this.registry = registry;
        this.rights = rights;
        this.times = times;
        this.links = links;
        this.request = request;
    }

    @Override
    public ResponseEntity<PlanListDto> listPlans(
            @Nullable LocalDate asOf, @Nullable OffsetDateTime knownAt, @Nullable String ifNoneMatch) {
        Snapshot snapshot = registry.changes().resolve(times.view(asOf, knownAt));
        boolean drafts = Caller.seesDrafts();
        Answer answer = Answer.of(Etag.ofList(snapshot.seq(), snapshot.asOf(), links.question(), drafts));
        if (answer.isKnown(ifNoneMatch)) {
            return answer.notModified();
        }
        List<PlanStateDto> plans = registry.plans().list(snapshot, drafts).stream()
                .map(PlansController::dto)
                .toList();
        return answer.ok(Format.JSON, new PlanListDto(snapshot.asOf(), plans));
    }

    @Override
    public ResponseEntity<PlanHistoryDto> getPlan(
            String plan, @Nullable LocalDate asOf, @Nullable OffsetDateTime knownAt) {
        Snapshot snapshot = registry.changes().resolve(times.view(asOf, knownAt));
        PlanHistoryDto history = history(plan, snapshot.seq(), asOf);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .contentType(Format.JSON.mediaType())
                .body(history);
    }

    private PlanHistoryDto history(String identifier, long seq, @Nullable LocalDate day) {
        boolean mayBeSeen =
                Caller.seesDrafts() || !registry.plans().listDrafts().contains(identifier);
        List<PlanStateDto> steps = mayBeSeen
                ? registry.plans().history(identifier, seq).stream()
                        .filter(state -> Caller.seesDrafts() || state.step() != PlanStep.ELABORATION)
                        .filter(state -> day == null || state.valid().contains(day))
                        .map(PlansController::dto)
                        .toList()
                : List.of();
        if (steps.isEmpty()) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_FOUND,
                    "There is no plan \"" + identifier + "\" here" + (day == null ? "" : " on " + day)
                            + ". /api/v1/plans names those that you may see."));
        }
        return new PlanHistoryDto(identifier, steps);
    }

    @Override
    public ResponseEntity<PlanHistoryDto> movePlan(String plan, PlanMoveDto told) {
        Caller caller = Caller.current().orElseThrow();
        boolean isCorrection = told.getAct() == PlanMoveDto.ActEnum.CORRECT;
        Act act = isCorrection ? Act.CORRECT : Act.CHANGE;
        // Who moves a plan changes what all its zones mean.
        ActRights.requireRole(caller, Role.STEWARD, act.label(), "plan " + plan);
        ActRights.requireLayer(caller, act, "zones", "plan " + plan);
        rights.requireGround(caller, act, null, "plan " + plan);
        if (registry.plans().findId(plan).isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no plan \"" + plan + "\"."));
        }
        LocalDate day = Objects.requireNonNullElse(told.getEffective(), times.today());
        ActContext context = new ActContext(caller.actor(), day, told.getReason(), told.getDocument(), null)
                .from(request.getRemoteAddr());
        PlanMove move = new PlanMove(
                PlanStep.of(told.getStep().getValue()),
                told.getDecisionNumber(),
                told.getDecisionDate(),
                told.getDocument(),
                told.getSupersedes(),
                isCorrection);
        try {
            registry.planRegister().move(plan, move, context);
        } catch (PlanRefusedException e) {
            throw new ProblemException(Problem.of(ProblemType.ACT_REFUSED, String.valueOf(e.getMessage())));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(Format.JSON.mediaType())
                .body(history(plan, registry.changes().head(), null));
    }

    private static PlanStateDto dto(PlanState state) {
        Plan plan = state.plan();
        return new PlanStateDto()
                .identifier(plan.identifier())
                .title(plan.title())
                .level(plan.level())
                .type(plan.type())
                .scheme(plan.scheme())
                .step(PlanStateDto.StepEnum.fromValue(plan.step()))
                .periodFrom(plan.periodFrom())
                .periodTo(plan.periodTo())
                .visionYear(plan.visionYear())
                .decisionNumber(plan.decisionNumber())
                .decisionDate(plan.decisionDate())
                .document(state.document())
                .supersedes(state.supersedes())
                .version(state.version())
                .validFrom(state.valid().from())
                .validTo(state.valid().to());
    }
}
