package org.diachi.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.diachi.api.SearchApi;
import org.diachi.city.AddressGrammar;
import org.diachi.city.PersonalFields;
import org.diachi.http.Answer;
import org.diachi.http.AreaParameters;
import org.diachi.http.Body;
import org.diachi.http.CrsParameters;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.TimeParameters;
import org.diachi.http.Upload;
import org.diachi.http.address.AddressParameters;
import org.diachi.http.geojson.GeoJson;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.search.FindingWriter;
import org.diachi.registry.Registry;
import org.diachi.search.AddressSearch;
import org.diachi.search.Finding;
import org.diachi.search.find.Highlighter;
import org.diachi.search.find.HitKind;
import org.diachi.search.find.SearchRequest;
import org.diachi.search.reverse.Nearby;
import org.diachi.search.reverse.ReverseFinder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What people type, what is at a place, and lists of written addresses. */
@RestController
class SearchController implements SearchApi {

    private static final int USUAL_HITS = 10;
    private static final int USUAL_NEIGHBOURS = 5;
    private static final double USUAL_RADIUS_METRES = 100;

    private final AddressSearch search;
    private final AddressGrammar grammar;
    private final PersonalFields hidden;
    private final Highlighter highlighter;
    private final AreaParameters areas;
    private final AddressParameters parameters;
    private final CrsParameters systems;
    private final TimeParameters times;
    private final Links links;
    private final MatchAnswers matches;

    SearchController(
            Registry registry,
            AreaParameters areas,
            AddressParameters parameters,
            CrsParameters systems,
            TimeParameters times,
            Links links,
            MatchAnswers matches) {
        this.search = registry.search();
        this.grammar = registry.profile().grammar();
        this.hidden = registry.profile().personalFields();
        this.highlighter = new Highlighter(grammar);
        this.areas = areas;
        this.parameters = parameters;
        this.systems = systems;
        this.times = times;
        this.links = links;
        this.matches = matches;
    }

    @Override
    public ResponseEntity<Body> search(
            String q,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String ward,
            @Nullable List<String> kind,
            @Nullable String bbox,
            @Nullable String bboxCrs,
            @Nullable String crs,
            @Nullable Integer limit,
            @Nullable String ifNoneMatch) {
        OutputCrs system = systems.output(crs);
        SearchRequest request = new SearchRequest(
                q,
                true,
                limit == null ? USUAL_HITS : limit,
                times.today(),
                near(lon, lat),
                new SearchRequest.Filter(
                        kinds(kind),
                        ward == null ? null : search.wards(ward, times.today()),
                        areas.area(bbox, bboxCrs)));
        Answer answer = answer(system);
        if (answer.isKnown(ifNoneMatch)) {
            return answer.notModified();
        }
        List<Finding> findings = search.find(request);
        FindingWriter.Highlight highlight = highlighter.of(q)::mark;
        return answer.ok(
                Format.GEOJSON,
                GeoJson.collection(
                        json -> {
                            FindingWriter writer = new FindingWriter(json, system, grammar, hidden);
                            findings.forEach(finding -> writer.write(finding, highlight));
                            return findings.size();
                        },
                        List.of(links.self(Format.GEOJSON))));
    }

    private @Nullable Coordinate near(@Nullable Double lon, @Nullable Double lat) {
        if (lon == null && lat == null) {
            return null;
        }
        if (lon == null || lat == null) {
            throw ProblemException.badValue(lon == null ? "lon" : "lat", "A place has both \"lon\" and \"lat\".");
        }
        Point point = areas.point("lon", lon, lat);
        return point.getCoordinate();
    }

    private static Set<HitKind> kinds(@Nullable List<String> labels) {
        try {
            return Objects.requireNonNullElse(labels, List.<String>of()).stream()
                    .map(HitKind::of)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw ProblemException.badValue("kind", "The parameter \"kind\" is wrong. " + e.getMessage() + ".");
        }
    }

    private Answer answer(OutputCrs system) {
        return Answer.of(Etag.ofList(search.position(), times.today(), links.question()))
                .in(system);
    }

    @Override
    public ResponseEntity<Body> reverse(
            Double lon,
            Double lat,
            @Nullable Double radius,
            @Nullable List<String> kind,
            @Nullable Integer limit,
            @Nullable String crs,
            @Nullable String ifNoneMatch) {
        OutputCrs system = systems.output(crs);
        areas.point("lon", lon, lat);
        ReverseFinder.Question question = new ReverseFinder.Question(
                lon,
                lat,
                radius == null ? USUAL_RADIUS_METRES : radius,
                Set.copyOf(parameters.kinds(Objects.requireNonNullElse(kind, List.of()))),
                limit == null ? USUAL_NEIGHBOURS : limit,
                times.today());
        Answer answer = answer(system);
        if (answer.isKnown(ifNoneMatch)) {
            return answer.notModified();
        }
        List<Nearby> nearby = search.findAt(question);
        return answer.ok(
                Format.GEOJSON,
                GeoJson.collection(
                        json -> {
                            FindingWriter writer = new FindingWriter(json, system, grammar, hidden);
                            nearby.forEach(writer::write);
                            return nearby.size();
                        },
                        List.of(links.self(Format.GEOJSON))));
    }

    @Override
    public ResponseEntity<Body> match(Upload rows, @Nullable List<String> columns) {
        try {
            return matches.answer(rows, Objects.requireNonNullElse(columns, List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
