package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.diachi.api.StatementsApi;
import org.diachi.change.Snapshot;
import org.diachi.change.TimeView;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.CrsParameters;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.TimeParameters;
import org.diachi.http.geojson.GeoJson;
import org.diachi.http.geojson.StoredGeometry;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.landuse.PlanStep;
import org.diachi.landuse.TooLargeException;
import org.diachi.landuse.statement.Statement;
import org.diachi.landuse.statement.StatementQuestion;
import org.diachi.layer.Layer;
import org.diachi.pack.LayerStyles;
import org.diachi.registry.Registry;
import org.diachi.security.Caller;
import org.diachi.security.DeniedException;
import org.diachi.sheet.AskedSubject;
import org.diachi.sheet.LandUseAnswer;
import org.diachi.sheet.MapExtract;
import org.diachi.sheet.StatementJson;
import org.diachi.sheet.StatementPage;
import org.diachi.sheet.StatementPdf;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What applies to a piece of land: as JSON, page and PDF. */
@RestController
class StatementsController implements StatementsApi {

    private static final double USUAL_DISTANCE_METRES = 100;
    private static final Set<String> LANGUAGES = Set.of("vi", "en");

    private final Registry registry;
    private final MapExtract extract;
    private final LandUseSubjects subjects;
    private final CrsParameters systems;
    private final TimeParameters times;
    private final Links links;
    private final HttpServletRequest request;

    StatementsController(
            Registry registry,
            LayerStyles styles,
            LandUseSubjects subjects,
            CrsParameters systems,
            TimeParameters times,
            Links links,
            HttpServletRequest request) {
        this.registry = registry;
        this.extract = new MapExtract(registry, styles);
        this.subjects = subjects;
        this.systems = systems;
        this.times = times;
        this.links = links;
        this.request = request;
    }

    /** What every form of the question tells. */
    private record Wanted(
            @Nullable OffsetDateTime knownAt,
            Snapshot snapshot,
            Set<PlanStep> steps,
            double distance,
            OutputCrs crs,
            Format format,
            String language) {}

    @Override
    public ResponseEntity<Body> getLandUse(
            @Nullable String address,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String externalId,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable List<String> step,
            @Nullable Double distance,
            @Nullable String crs,
            @Nullable String f,
            @Nullable String lang,
            @Nullable String ifNoneMatch) {
        TimeView view = times.view(asOf, knownAt);
        Wanted wanted = wanted(view, knownAt, step, distance, systems.output(crs), f, lang);
        Answer answer = answer(wanted, asOf != null && knownAt != null);
        if (answer.isKnown(ifNoneMatch)) {
            return answer.notModified();
        }
        LandUseSubjects.Told told = new LandUseSubjects.Told(address, lon, lat, externalId);
        AskedSubject subject = subjects.get(told, view, wanted.snapshot(), layers());
        return answer.ok(wanted.format(), body(subject, wanted, true));
    }

    @Override
    public ResponseEntity<Body> askLandUse(
            @Nullable Geometry geometry,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable List<String> step,
            @Nullable Double distance,
            @Nullable String crs,
            @Nullable String f,
            @Nullable String lang) {
        Wanted wanted = wanted(times.view(asOf, knownAt), knownAt, step, distance, systems.output(crs), f, lang);
        Geometry shape = subjects.drawn(geometry, wanted.crs());
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(wanted.format().mediaType())
                .body(body(AskedSubject.of("geometry", shape), wanted, false));
    }

    private Wanted wanted(
            TimeView view,
            @Nullable OffsetDateTime knownAt,
            @Nullable List<String> step,
            @Nullable Double distance,
            OutputCrs crs,
            @Nullable String f,
            @Nullable String lang) {
        return new Wanted(
                knownAt,
                registry.changes().resolve(view),
                steps(step),
                distance == null ? USUAL_DISTANCE_METRES : distance,
                crs,
                Format.choose(f, request.getHeader(HttpHeaders.ACCEPT), Format.JSON, Format.HTML, Format.PDF),
                language(lang));
    }

    private static Set<PlanStep> steps(@Nullable List<String> labels) {
        Set<PlanStep> steps = EnumSet.noneOf(PlanStep.class);
        for (String label : Objects.requireNonNullElse(labels, List.of(PlanStep.LEGAL_FORCE.label()))) {
            steps.add(step(label));
        }
        if (steps.contains(PlanStep.ELABORATION) && !Caller.seesDrafts()) {
            throw new DeniedException(
                    Problem.of(
                            Caller.current().isPresent() ? ProblemType.FORBIDDEN : ProblemType.UNAUTHORIZED,
                            "Plans that are being drafted are for editors and those above them who are not held off from"
                                    + " the layer of zones. Send their key, or leave out the step elaboration."),
                    "read drafts",
                    null);
        }
        return steps;
    }

    private static PlanStep step(String label) {
        try {
            return PlanStep.of(label);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badValue(
                    "step", e.getMessage() + ". Give elaboration, adoption, legalForce or obsolete.");
        }
    }

    private String language(@Nullable String told) {
        String language = told == null ? registry.profile().languages().get(0) : told;
        if (told != null && !LANGUAGES.contains(told)) {
            throw ProblemException.badValue("lang", "The parameter \"lang\" is \"" + told + "\". Give vi or en.");
        }
        return language;
    }

    private Answer answer(Wanted wanted, boolean isSettled) {
        Snapshot snapshot = wanted.snapshot();
        Etag etag = Etag.ofList(
                snapshot.seq(),
                snapshot.asOf(),
                links.question(),
                wanted.format().name(),
                Caller.seesDrafts());
        // What is a draft is decided today, so that no answer is settled for good.
        return Answer.of(etag, isSettled && !Caller.seesDrafts()).in(wanted.crs());
    }

    private List<Layer> layers() {
        return registry.layers().list().stream()
                .filter(layer -> layer.isOpen()
                        || Caller.current()
                                .filter(caller -> caller.mayReadLayer(layer.collection()))
                                .isPresent())
                .toList();
    }

    private Body body(AskedSubject subject, Wanted wanted, boolean canBeAskedAgain) {
        LandUseAnswer answer = new LandUseAnswer(
                subject,
                statement(subject, wanted),
                wanted.knownAt(),
                wanted.snapshot(),
                wanted.distance(),
                wanted.crs(),
                canBeAskedAgain ? links.alternate(Format.HTML).href() : inside(subject),
                canBeAskedAgain ? links(wanted.format()) : List.of());
        return switch (wanted.format()) {
            case HTML -> Body.of(StatementPage.write(answer, wanted.language()));
            case PDF -> Body.of(StatementPdf.write(answer, wanted.language(), extract));
            default -> GeoJson.feature(json -> StatementJson.write(json, answer));
        };
    }

    /** A geometry that was sent is kept nowhere: what is live of it is the statement of a point inside. */
    private String inside(AskedSubject subject) {
        Point point = StoredGeometry.position(subject.shape());
        Point wgs84 = (Point) systems.output(null).toWire(point);
        return links.to("/api/v1/land-use?lon=" + wgs84.getX() + "&lat=" + wgs84.getY() + "&f=html");
    }

    private List<Links.Link> links(Format format) {
        List<Links.Link> all = new ArrayList<>(List.of(links.self(format)));
        for (Format other : List.of(Format.JSON, Format.HTML, Format.PDF)) {
            if (other != format) {
                all.add(links.alternate(other));
            }
        }
        return all;
    }

    private Statement statement(AskedSubject subject, Wanted wanted) {
        StatementQuestion question = new StatementQuestion(
                subject.shape(), wanted.snapshot(), layers(), wanted.steps(), Caller.seesDrafts(), wanted.distance());
        try {
            return registry.statements().make(question);
        } catch (TooLargeException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.UNPROCESSABLE,
                            "So much lies on this piece of land that a statement would take too long. " + e.getMessage()
                                    + ". Ask for a smaller piece; a whole ward or plan is compared by /api/v1/land-use/compare."));
        }
    }
}
