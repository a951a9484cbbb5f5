package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.diachi.api.PlacesApi;
import org.diachi.api.dto.PlaceFeatureCollectionDto;
import org.diachi.api.dto.PlaceFeatureDto;
import org.diachi.change.ChangeReader;
import org.diachi.change.Snapshot;
import org.diachi.change.TimeView;
import org.diachi.http.Answer;
import org.diachi.http.AreaParameters;
import org.diachi.http.CrsParameters;
import org.diachi.http.Cursor;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.Paging;
import org.diachi.http.TimeParameters;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.place.Place;
import org.diachi.place.PlaceMatch;
import org.diachi.place.PlaceName;
import org.diachi.place.PlaceQuery;
import org.diachi.place.PlaceReader;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Administrative units through all their eras, by code, name, level and place. */
@RestController
class PlacesController implements PlacesApi {

    /** More bearers of one code than any country has. */
    private static final int MOST_ERAS = 1000;

    private final PlaceReader places;
    private final ChangeReader changes;
    private final PlaceDtoMapper mapper;
    private final AreaParameters areas;
    private final CrsParameters systems;
    private final TimeParameters times;
    private final Links links;
    private final HttpServletRequest request;

    PlacesController(
            Registry registry,
            PlaceDtoMapper mapper,
            AreaParameters areas,
            CrsParameters systems,
            TimeParameters times,
            Links links,
            HttpServletRequest request) {
        this.places = registry.placeReader();
        this.changes = registry.changes();
        this.mapper = mapper;
        this.areas = areas;
        this.systems = systems;
        this.times = times;
        this.links = links;
        this.request = request;
    }

    @Override
    public ResponseEntity<PlaceFeatureCollectionDto> listPlaces(
            @Nullable String name,
            @Nullable String code,
            @Nullable String level,
            @Nullable String bbox,
            @Nullable String bboxCrs,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable String crs,
            String geometry,
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable String ifNoneMatch) {
        Wanted wanted = new Wanted(systems.output(crs), isOutline(geometry), format());
        TimeView view = times.view(asOf, knownAt);
        Cursor begun = Cursor.decode(cursor, links.question());
        Snapshot snapshot = begun == null ? changes.resolve(view) : begun.snapshot();
        Etag etag = Etag.ofList(
                snapshot.seq(), links.question(), limit, cursor, wanted.format().name());
        Answer answer = Answer.of(etag).in(wanted.crs());
        if (answer.isKnown(ifNoneMatch)) {
            return answer.notModified();
        }
        PlaceQuery query = new PlaceQuery(asOf, code, level, null, areas.area(bbox, bboxCrs), after(begun));
        return name == null
                ? page(query, snapshot, limit == null ? Paging.USUAL_LIMIT : limit, wanted, answer)
                : namesakes(name, query, snapshot, wanted, answer);
    }

    /** How the answer is to look. */
    private record Wanted(OutputCrs crs, boolean withOutline, Format format) {}

    private static boolean isOutline(String geometry) {
        if (!geometry.equals("none") && !geometry.equals("outline")) {
            throw ProblemException.badValue(
                    "geometry", "The parameter \"geometry\" is \"" + geometry + "\". Give none or outline.");
        }
        return geometry.equals("outline");
    }

    private Format format() {
        return Format.choose(null, request.getHeader(HttpHeaders.ACCEPT), Format.GEOJSON, Format.JSON);
    }

    private static PlaceQuery.@Nullable After after(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.after(PlacesController::position);
    }

    private static PlaceQuery.After position(String text) {
        String[] parts = text.split(" ", 2);
        return new PlaceQuery.After(Long.parseLong(parts[0]), LocalDate.parse(parts[parts.length - 1]));
    }

    private ResponseEntity<PlaceFeatureCollectionDto> page(
            PlaceQuery query, Snapshot snapshot, int limit, Wanted wanted, Answer answer) {
        List<Place> found = places.list(query, snapshot.seq(), limit + 1, wanted.withOutline());
        boolean isLast = found.size() <= limit;
        List<Place> page = isLast ? found : found.subList(0, limit);
        List<PlaceFeatureDto> features = page.stream()
                .map(place -> feature(place, null, List.of(), wanted))
                .toList();
        if (isLast) {
            return answer.ok(wanted.format(), collection(features, List.of(links.self(wanted.format()))));
        }
        Place last = page.get(limit - 1);
        String position = last.id() + " " + last.valid().from();
        Links.Link next = links.next(new Cursor(snapshot, links.question(), position), wanted.format());
        return answer.with(next).ok(wanted.format(), collection(features, List.of(links.self(wanted.format()), next)));
    }

    /** Few units share a name: they are never paged. */
    private ResponseEntity<PlaceFeatureCollectionDto> namesakes(
            String name, PlaceQuery query, Snapshot snapshot, Wanted wanted, Answer answer) {
        List<PlaceFeatureDto> features = places.resolve(name, snapshot.seq(), true).stream()
                .filter(match -> fits(match.place(), query))
                .map(match -> feature(match.place(), match.grade(), List.of(), wanted))
                .toList();
        return answer.ok(wanted.format(), collection(features, List.of(links.self(wanted.format()))));
    }

    private static boolean fits(Place place, PlaceQuery query) {
        return (query.asOf() == null || place.valid().contains(query.asOf()))
                && (query.code() == null || query.code().equals(place.code()))
                && (query.level() == null || query.level().equals(place.level()))
                && (query.area() == null
                        || (place.outline() != null && query.area().intersects(place.outline())));
    }

    @Override
    public ResponseEntity<PlaceFeatureDto> getPlace(
            String code,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable String crs,
            String geometry,
            @Nullable String ifNoneMatch) {
        Wanted wanted = new Wanted(systems.output(crs), isOutline(geometry), format());
        Snapshot snapshot = changes.resolve(times.view(asOf, knownAt));
        List<Place> eras = places.list(PlaceQuery.ofCode(code), snapshot.seq(), MOST_ERAS, wanted.withOutline());
        Place place = bearer(eras, snapshot.asOf(), asOf != null).orElseThrow(() -> unknown(code, eras, snapshot));
        Etag etag = Etag.ofObject(
                place.version(),
                snapshot.seq(),
                place.id(),
                place.valid().from(),
                links.question(),
                wanted.format().name());
        Answer answer = Answer.of(etag).in(wanted.crs());
        if (answer.isKnown(ifNoneMatch)) {
            return answer.notModified();
        }
        List<PlaceName> names = eras.stream()
                .map(Place::asName)
                .sorted(Comparator.comparing((PlaceName era) -> era.valid().from())
                        .reversed())
                .toList();
        return answer.ok(wanted.format(), feature(place, null, names, wanted));
    }

    /** Who bears the code on a day; where no day was told, else the last who did. */
    private static Optional<Place> bearer(List<Place> eras, LocalDate day, boolean isTold) {
        Optional<Place> onDay =
                eras.stream().filter(place -> place.valid().contains(day)).findFirst();
        return onDay.isPresent() || isTold
                ? onDay
                : eras.stream().max(Comparator.comparing(place -> place.valid().from()));
    }

    private static ProblemException unknown(String code, List<Place> eras, Snapshot snapshot) {
        String detail = eras.isEmpty()
                ? "No unit ever bore the code \"" + code + "\". /api/v1/places names all."
                : "No unit bears the code \"" + code + "\" on " + snapshot.asOf()
                        + ". Leave out asOf, or ask of a day of " + eras.get(0).valid() + ".";
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, detail));
    }

    private PlaceFeatureDto feature(
            Place place, PlaceMatch.@Nullable Grade grade, List<PlaceName> eras, Wanted wanted) {
        Geometry outline = wanted.withOutline() ? place.outline() : null;
        return mapper.toFeature(
                place,
                mapper.toProperties(place, grade, eras),
                outline == null ? null : wanted.crs().toWire(outline));
    }

    private PlaceFeatureCollectionDto collection(List<PlaceFeatureDto> features, List<Links.Link> all) {
        return new PlaceFeatureCollectionDto(
                PlaceFeatureCollectionDto.TypeEnum.FEATURE_COLLECTION,
                features,
                features.size(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC),
                all.stream().map(mapper::toDto).toList());
    }
}
