package org.diachi.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diachi.change.ChangeReader;
import org.diachi.change.Snapshot;
import org.diachi.change.TimeView;
import org.diachi.filter.Column;
import org.diachi.http.Answer;
import org.diachi.http.AreaParameters;
import org.diachi.http.Body;
import org.diachi.http.Cursor;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.KnownParameters;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.Paging;
import org.diachi.http.PersonalAccess;
import org.diachi.http.TimeParameters;
import org.diachi.http.geojson.GeoJson;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The features of collections as answers. */
@Component
class Items {

    static final int USUAL_LIMIT = Paging.USUAL_LIMIT;

    /** A greater limit counts as this one, as OGC API Features asks. */
    private static final int MOST = 10_000;

    private static final Set<String> OWN_PARAMETERS = Set.of(
            "bbox",
            "bbox-crs",
            "datetime",
            "asOf",
            "knownAt",
            "filter",
            "filter-lang",
            "filter-crs",
            "sortby",
            "limit",
            "cursor",
            "crs",
            "f");

    private final ChangeReader changes;
    private final AreaParameters areas;
    private final TimeParameters times;
    private final Links links;
    private final HttpServletRequest request;
    private final PersonalAccess access;
    private final Wishes wishes;

    Items(
            Registry registry,
            AreaParameters areas,
            TimeParameters times,
            Links links,
            HttpServletRequest request,
            PersonalAccess access,
            Wishes wishes) {
        this.access = access;
        this.wishes = wishes;
        this.changes = registry.changes();
        this.areas = areas;
        this.times = times;
        this.links = links;
        this.request = request;
    }

    /** On which day and by whose knowledge; {@code asOf} is another name for a {@code datetime} of one day. */
    record Time(
            @Nullable String datetime,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt) {}

    /** Which features, and in what order. */
    record Filter(
            @Nullable String text,
            @Nullable String language,
            @Nullable String crs,
            @Nullable String sortby) {}

    /** What is asked for; see openapi.yaml for each. */
    record Request(
            Collection collection,
            @Nullable String bbox,
            @Nullable String bboxCrs,
            Time time,
            Filter filter,
            int limit,
            @Nullable String cursor,
            OutputCrs crs,
            Format format,
            @Nullable String ifNoneMatch) {}

    ResponseEntity<Body> list(Request wanted) {
        Cursor cursor = Cursor.decode(wanted.cursor(), links.question());
        Snapshot snapshot = cursor == null ? changes.resolve(view(wanted.time())) : cursor.snapshot();
        Period valid = Datetime.read(wanted.time().datetime(), snapshot.asOf());
        Map<String, Column> columns = wanted.collection().columns(ItemQuery.lastDay(valid, snapshot.seq()));
        Map<String, String> equal = values(columns, wanted.collection().fields());
        Wish wish = wish(wanted, columns, equal);
        Etag etag = Etag.ofList(
                snapshot.seq(),
                snapshot.asOf(),
                links.question(),
                wanted.limit(),
                wanted.cursor(),
                wanted.format().name(),
                access.isGranted());
        Answer answer = Answer.of(etag).in(wanted.crs());
        if (answer.isKnown(wanted.ifNoneMatch())) {
            return answer.notModified();
        }
        ItemQuery query = new ItemQuery(
                valid,
                snapshot.seq(),
                areas.area(wanted.bbox(), wanted.bboxCrs()),
                equal,
                wish,
                cursor == null ? null : cursor.position());
        return page(wanted, query, snapshot, answer);
    }

    /** The wanted values of properties; whatever else is asked for is unknown. */
    private Map<String, String> values(Map<String, Column> columns, List<LayerField> fields) {
        Set<String> names = fields.stream().map(LayerField::name).collect(Collectors.toCollection(HashSet::new));
        columns.values().stream()
                .filter(QueryableValue::isPlain)
                .map(Column::name)
                .forEach(names::add);
        names.removeAll(OWN_PARAMETERS);
        Map<String, String> equal = new HashMap<>();
        for (String name : names) {
            String value = request.getParameter(name);
            if (value != null) {
                equal.put(name, value);
            }
        }
        names.addAll(OWN_PARAMETERS);
        KnownParameters.check(request, names);
        return equal;
    }

    /** What the collection does not compare by rules of its own is compared as it stands. */
    private Wish wish(Request wanted, Map<String, Column> columns, Map<String, String> equal) {
        Map<String, String> others = new HashMap<>(equal);
        wanted.collection().fields().forEach(field -> others.remove(field.name()));
        Filter filter = wanted.filter();
        return wishes.read(
                new Wishes.Request(filter.text(), filter.language(), filter.crs(), filter.sortby(), others), columns);
    }

    private ResponseEntity<Body> page(Request wanted, ItemQuery query, Snapshot snapshot, Answer answer) {
        int limit = Math.min(wanted.limit(), MOST);
        List<Item> found = found(wanted, query, limit + 1);
        if (found.size() <= limit) {
            return answer.ok(wanted.format(), body(found, wanted, List.of(links.self(wanted.format()))));
        }
        List<Item> page = found.subList(0, limit);
        String last = page.get(limit - 1).id();
        Links.Link next = links.next(new Cursor(snapshot, links.question(), last), wanted.format());
        List<Links.Link> both = List.of(links.self(wanted.format()), next);
        return answer.with(next).ok(wanted.format(), body(page, wanted, both));
    }

    private static List<Item> found(Request wanted, ItemQuery query, int limit) {
        try {
            return wanted.collection().list(query, limit);
        } catch (DataIntegrityViolationException e) {
            if (wanted.filter().text() == null) {
                throw e;
            }
            // Of all that is bound only arithmetic can go wrong: numbers that are too large, roots of negative ones.
            throw ProblemException.badValue("filter", "The filter computes what cannot be computed for some features.");
        }
    }

    private static Body body(List<Item> page, Request wanted, List<Links.Link> all) {
        return GeoJson.collection(
                json -> {
                    page.forEach(item -> item.writer().write(json, wanted.crs()));
                    return page.size();
                },
                all);
    }

    private TimeView view(Time time) {
        TimeView view = times.view(time.asOf(), time.knownAt());
        return new TimeView(Datetime.today(time.datetime(), time.asOf(), view.asOf()), view.knownAt());
    }

    /** Which feature is asked for. */
    record One(
            Collection collection,
            String id,
            Time time,
            OutputCrs crs,
            Format format,
            @Nullable String ifNoneMatch) {}

    ResponseEntity<Body> get(One wanted) {
        TimeView view = view(wanted.time());
        Period day = Datetime.readDay(wanted.time().datetime(), view.asOf());
        long seq = view.knownAt() == null ? Long.MAX_VALUE : changes.seqAt(view.knownAt());
        Item item = wanted.collection()
                .find(wanted.id(), day, seq)
                .orElseThrow(() -> unknown(wanted.collection(), wanted.id(), day));
        Etag etag = Etag.ofObject(
                item.version(),
                item.changed(),
                wanted.id(),
                wanted.crs().crs().uri(),
                wanted.format().name(),
                day.from(),
                access.isGranted());
        Answer answer = Answer.of(etag).in(wanted.crs());
        return answer.isKnown(wanted.ifNoneMatch())
                ? answer.notModified()
                : answer.ok(
                        wanted.format(), GeoJson.feature(json -> item.writer().write(json, wanted.crs())));
    }

    private static ProblemException unknown(Collection collection, String id, Period day) {
        String detail = "The collection " + collection.id() + " has no feature \"" + id + "\" on " + day.from() + ".";
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, detail));
    }
}
