package org.diachi.rest;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diachi.api.ComparisonsApi;
import org.diachi.change.Snapshot;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.CrsParameters;
import org.diachi.http.Cursor;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.Paging;
import org.diachi.http.TimeParameters;
import org.diachi.http.geojson.GeoJson;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.landuse.TooLargeException;
import org.diachi.landuse.compare.BusyException;
import org.diachi.landuse.compare.Comparison.Piece;
import org.diachi.landuse.compare.ComparisonQuestion;
import org.diachi.landuse.compare.ComparisonRun;
import org.diachi.registry.Registry;
import org.diachi.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** What becomes of the ground from one plan, day or layer to another. */
@RestController
class ComparisonsController implements ComparisonsApi {

    private static final String RETRY_SECONDS = "5";

    private final Registry registry;
    private final ComparisonSides sides;
    private final CrsParameters systems;
    private final TimeParameters times;
    private final Links links;

    /** Who waits longer keeps a thread from others, and a proxy from being patient. */
    private final Duration patience;

    ComparisonsController(
            Registry registry,
            ComparisonSides sides,
            CrsParameters systems,
            TimeParameters times,
            Links links,
            @Value("${diachi.comparisons.patience}") Duration patience) {
        this.registry = registry;
        this.sides = sides;
        this.systems = systems;
        this.times = times;
        this.links = links;
        this.patience = patience;
    }

    @Override
    public ResponseEntity<Body> compareLandUse(
            String from,
            String to,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable String ward,
            @Nullable String ifNoneMatch) {
        Snapshot snapshot = registry.changes().resolve(times.view(asOf, knownAt));
        ComparisonQuestion question = question(from, to, snapshot);
        ComparisonRun run = ask(question);
        Answer answer = Answer.of(Etag.ofList(run.seq(), snapshot.asOf(), links.question(), Caller.seesDrafts()));
        if (answer.isKnown(ifNoneMatch)) {
            return answer.notModified();
        }
        Optional<ComparisonRun.Result> result = await(run);
        if (result.isEmpty()) {
            return running(run, Format.JSON);
        }
        String query = "?from=" + Links.encode(from) + "&to=" + Links.encode(to)
                + (asOf == null ? "" : "&asOf=" + asOf)
                + (knownAt == null ? "" : "&knownAt=" + Links.encode(knownAt.toString()));
        List<Links.Link> all = List.of(
                links.self(Format.JSON),
                new Links.Link(links.to("/api/v1/land-use/compare/pieces" + query), "items", "application/geo+json"));
        ComparisonJson.Asked asked =
                new ComparisonJson.Asked(question.from(), question.to(), snapshot, knownAt, ward, all);
        return answer.ok(
                Format.JSON, GeoJson.feature(json -> new ComparisonJson(json, result.get()).write(asked, run.seq())));
    }

    private ComparisonQuestion question(String from, String to, Snapshot snapshot) {
        return new ComparisonQuestion(
                sides.read("from", from, snapshot), sides.read("to", to, snapshot), snapshot.asOf(), snapshot.seq());
    }

    private ComparisonRun ask(ComparisonQuestion question) {
        try {
            return registry.comparisons().ask(question);
        } catch (BusyException e) {
            throw new ProblemException(
                    Problem.of(ProblemType.UNAVAILABLE, e.getMessage() + ". Ask again in a minute."));
        }
    }

    private Optional<ComparisonRun.Result> await(ComparisonRun run) {
        try {
            return run.await(patience);
        } catch (TooLargeException e) {
            throw new ProblemException(Problem.of(
                    ProblemType.UNPROCESSABLE, e.getMessage() + ", which is more than is compared. Compare parts."));
        }
    }

    private static ResponseEntity<Body> running(ComparisonRun run, Format format) {
        double progress = Math.floor(run.progress() * 100) / 100;
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(format.mediaType())
                .body(GeoJson.feature(json -> {
                    json.writeStartObject();
                    json.writeStringProperty("state", "running");
                    json.writeNumberProperty("progress", progress);
                    json.writeEndObject();
                }));
    }

    @Override
    public ResponseEntity<Body> listChangedPieces(
            String from,
            String to,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable String ward,
            @Nullable String fromCode,
            @Nullable String toCode,
            @Nullable String crs,
            @Nullable Integer limit,
            @Nullable String cursor) {
        OutputCrs output = systems.output(crs);
        Cursor begun = Cursor.decode(cursor, links.question());
        Snapshot snapshot = begun == null ? registry.changes().resolve(times.view(asOf, knownAt)) : begun.snapshot();
        ComparisonRun run = ask(question(from, to, snapshot));
        Optional<ComparisonRun.Result> result = await(run);
        if (result.isEmpty()) {
            return running(run, Format.GEOJSON);
        }
        List<Piece> wanted = result.get().comparison().pieces().stream()
                .filter(piece -> ward == null || piece.ward().equals(ward))
                .filter(piece -> fromCode == null || piece.from().code().equals(fromCode))
                .filter(piece -> toCode == null || piece.to().code().equals(toCode))
                .toList();
        int first = begun == null ? 0 : Math.min(begun.after(Integer::valueOf), wanted.size());
        int end = Math.min(wanted.size(), first + (limit == null ? Paging.USUAL_LIMIT : limit));
        List<Links.Link> all = new ArrayList<>(List.of(links.self(Format.GEOJSON)));
        Links.Link next = end == wanted.size()
                ? null
                : links.next(new Cursor(snapshot, links.question(), String.valueOf(end)), Format.GEOJSON);
        if (next != null) {
            all.add(next);
        }
        Answer answer = Answer.of(Etag.ofList(run.seq(), snapshot.asOf(), links.question(), limit, cursor))
                .in(output)
                .with(next);
        return answer.ok(
                Format.GEOJSON,
                GeoJson.collection(json -> pieces(json, wanted.subList(first, end), first, output), all));
    }

    private static int pieces(JsonGenerator json, List<Piece> pieces, int first, OutputCrs output) {
        int number = first;
        for (Piece piece : pieces) {
            number++;
            json.writeStartObject();
            json.writeStringProperty("type", "Feature");
            json.writeNumberProperty("id", number);
            json.writeName("geometry");
            output.writer(json).write(piece.shape());
            json.writeObjectPropertyStart("properties");
            json.writeStringProperty("ward", piece.ward());
            json.writeStringProperty("fromScheme", piece.from().scheme());
            json.writeStringProperty("fromCode", piece.from().code());
            json.writeStringProperty("toScheme", piece.to().scheme());
            json.writeStringProperty("toCode", piece.to().code());
            id(json, "fromId", piece.fromId());
            id(json, "toId", piece.toId());
            json.writeNumberProperty("area", Math.round(piece.area() * 1e4) / 1e4);
            json.writeEndObject();
            json.writeEndObject();
        }
        return pieces.size();
    }

    private static void id(JsonGenerator json, String name, @Nullable Long id) {
        if (id != null) {
            json.writeNumberProperty(name, id);
        }
    }
}
