package org.diachi.rest.drainage;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.diachi.api.DrainageApi;
import org.diachi.change.TimeView;
import org.diachi.drainage.DrainageNetworks;
import org.diachi.drainage.NetworkView.Known;
import org.diachi.drainage.ServedReader;
import org.diachi.drainage.check.Finding;
import org.diachi.drainage.check.Rule;
import org.diachi.drainage.trace.Direction;
import org.diachi.drainage.trace.Start;
import org.diachi.drainage.trace.Trace;
import org.diachi.drainage.trace.Tracer;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.CrsParameters;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.Paging;
import org.diachi.http.TimeParameters;
import org.diachi.http.geojson.GeoJson;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** Traces through the drainage network, and what is wrong with it. */
@RestController
class DrainageController implements DrainageApi {

    private static final Format[] FORMATS = {Format.JSON, Format.GEOJSON, Format.SVG, Format.GEOPACKAGE, Format.INP};

    private final DrainageNetworks networks;
    private final ServedReader served;
    private final NetworkAccess access;
    private final TraceStarts starts;
    private final TimeParameters times;
    private final CrsParameters systems;
    private final Paging paging;
    private final Links links;
    private final HttpServletRequest request;
    private final LastFindings lastFindings;

    DrainageController(
            DrainageNetworks networks,
            ServedReader served,
            NetworkAccess access,
            TraceStarts starts,
            TimeParameters times,
            CrsParameters systems,
            Paging paging,
            Links links,
            HttpServletRequest request) {
        this.networks = networks;
        this.served = served;
        this.access = access;
        this.starts = starts;
        this.times = times;
        this.systems = systems;
        this.paging = paging;
        this.links = links;
        this.request = request;
        this.lastFindings = new LastFindings(systems.storage().epsg());
    }

    @Override
    public ResponseEntity<Body> trace(
            String from,
            @Nullable String direction,
            @Nullable List<String> stop,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable String crs,
            @Nullable String f,
            @Nullable String ifNoneMatch) {
        access.require();
        Format format = Format.choose(f, request.getHeader(HttpHeaders.ACCEPT), FORMATS);
        OutputCrs system = systems.output(crs);
        TimeView view = times.view(asOf, knownAt);
        Known known = networks.at(view);
        Answer answer = answer(known, view, asOf != null && knownAt != null).in(system);
        if (answer.isKnown(ifNoneMatch)) {
            return answer.notModified();
        }
        Start start = starts.read(from, known.network(), view);
        Trace trace = new Tracer(known.network())
                .trace(start, direction(direction), Set.copyOf(Objects.requireNonNullElse(stop, List.of())));
        return answer.ok(format, body(trace, format, system, view, knownAt, known.seq()));
    }

    private static Direction direction(@Nullable String label) {
        return label == null
                ? Direction.DOWNSTREAM
                : Direction.find(label)
                        .orElseThrow(() -> ProblemException.badValue(
                                "direction",
                                "The parameter \"direction\" is \"" + label
                                        + "\". Give downstream, upstream or outfall."));
    }

    private Answer answer(Known known, TimeView view, boolean isSettled) {
        return Answer.of(
                Etag.ofList(
                        known.seq(),
                        view.asOf(),
                        links.question(),
                        access.mayRead(networks.settings().catchments())),
                isSettled);
    }

    private Body body(
            Trace trace, Format format, OutputCrs system, TimeView view, @Nullable OffsetDateTime knownAt, long seq) {
        switch (format) {
            case SVG:
                return Body.of(ProfileDrawing.of(trace).getBytes(StandardCharsets.UTF_8));
            case GEOPACKAGE:
                return TraceFiles.geoPackage(trace, system);
            case INP:
                return TraceFiles.model(trace, view.asOf());
            default:
                return format == Format.GEOJSON
                        ? features(answer(trace, view, knownAt, seq), system)
                        : document(answer(trace, view, knownAt, seq), system);
        }
    }

    private TraceAnswer answer(Trace trace, TimeView view, @Nullable OffsetDateTime knownAt, long seq) {
        return new TraceAnswer(
                trace,
                served.read(
                        trace,
                        view.asOf(),
                        seq,
                        access.mayRead(networks.settings().catchments())),
                view.asOf(),
                knownAt,
                seq,
                networks.settings().addressMetres());
    }

    private static Body document(TraceAnswer answer, OutputCrs system) {
        return out -> {
            try (JsonGenerator json = GeoJson.generator(out)) {
                new TraceWriter(json, system, answer).writeDocument();
            }
        };
    }

    private Body features(TraceAnswer answer, OutputCrs system) {
        List<Links.Link> self = List.of(links.self(Format.GEOJSON));
        return out -> {
            try (JsonGenerator json = GeoJson.generator(out)) {
                TraceWriter writer = new TraceWriter(json, system, answer);
                json.writeStartObject();
                json.writeStringProperty("type", "FeatureCollection");
                json.writeObjectPropertyStart("trace");
                writer.writeSummary();
                json.writeEndObject();
                json.writeArrayPropertyStart("features");
                int count = writer.writeFeatures();
                json.writeEndArray();
                json.writeNumberProperty("numberReturned", count);
                GeoJson.writeLinks(json, self);
                json.writeEndObject();
            }
        };
    }

    /** A finding and its place in the list. */
    private record Numbered(long number, Finding finding) {}

    @Override
    public ResponseEntity<Body> listDrainageFindings(
            @Nullable String rule,
            @Nullable String severity,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable String crs,
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable String ifNoneMatch) {
        access.require();
        OutputCrs system = systems.output(crs);
        TimeView view = times.view(asOf, knownAt);
        Known known = networks.at(view);
        Answer answer = answer(known, view, asOf != null && knownAt != null).in(system);
        if (answer.isKnown(ifNoneMatch)) {
            return answer.notModified();
        }
        Rule wanted = rule(rule);
        Boolean isSevere = severity == null ? null : isSevere(severity);
        List<Finding> all = lastFindings.of(known.network()).stream()
                .filter(finding -> wanted == null || finding.rule() == wanted)
                .filter(finding -> isSevere == null || finding.rule().isSevere() == isSevere)
                .toList();
        long after = paging.after(cursor, 0);
        Paging.Page<Numbered> page = paging.page(limit, most -> numbered(all, after, most), Numbered::number);
        page.next(Format.GEOJSON).ifPresent(next -> answer.with(HttpHeaders.LINK, next.header()));
        List<Finding> findings = page.entries().stream().map(Numbered::finding).toList();
        return answer.ok(
                Format.GEOJSON,
                GeoJson.collection(
                        json -> new FindingsWriter(json, system).write(findings), page.links(Format.GEOJSON)));
    }

    private static @Nullable Rule rule(@Nullable String label) {
        return label == null
                ? null
                : Rule.find(label)
                        .orElseThrow(() -> new ProblemException(Problem.badValue(
                                        "rule", "The parameter \"rule\" is \"" + label + "\", which is no rule.")
                                .withKnown(Arrays.stream(Rule.values())
                                        .map(Rule::label)
                                        .toList())));
    }

    private static boolean isSevere(String severity) {
        if (!severity.equals("severe") && !severity.equals("warning")) {
            throw ProblemException.badValue(
                    "severity", "The parameter \"severity\" is \"" + severity + "\". Give severe or warning.");
        }
        return severity.equals("severe");
    }

    private static List<Numbered> numbered(List<Finding> all, long after, int most) {
        return IntStream.range((int) Math.min(after, all.size()), all.size())
                .limit(most)
                .mapToObj(i -> new Numbered(i + 1L, all.get(i)))
                .toList();
    }
}
