package org.diachi.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
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
import org.diachi.http.problem.ProblemException;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.diachi.security.Caller;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Features of collections: pages of them, and all of them. */
@Component
class Items {

    /** All formats of a page, the favourite first. */
    static final Format[] FORMATS = {
        Format.GEOJSON,
        Format.JSON,
        Format.HTML,
        Format.JSONFG,
        Format.CSV,
        Format.GEOJSONSEQ,
        Format.FLATGEOBUF,
        Format.GEOPACKAGE
    };

    private static final Set<Format> FILES =
            Set.of(Format.CSV, Format.GEOJSONSEQ, Format.FLATGEOBUF, Format.GEOPACKAGE);

    private static final int USUAL_LIMIT = Paging.USUAL_LIMIT;

    /** A greater limit counts as this one, as OGC API Features asks. */
    private static final int MOST = 10_000;

    /** Collections that have more features are not counted, which would be dear. */
    private static final int MOST_COUNTED = 10_000;

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
            "properties",
            "limit",
            "cursor",
            "crs",
            "zoom-level",
            "max-allowable-offset",
            "f");

    private final ChangeReader changes;
    private final AreaParameters areas;
    private final TimeParameters times;
    private final Links links;
    private final HttpServletRequest request;
    private final PersonalAccess access;
    private final Wishes wishes;
    private final ItemBodies bodies;
    private final TimeLimit timeLimit;

    Items(
            Registry registry,
            AreaParameters areas,
            TimeParameters times,
            Links links,
            HttpServletRequest request,
            PersonalAccess access,
            Wishes wishes,
            ItemBodies bodies,
            TimeLimit timeLimit) {
        this.bodies = bodies;
        this.timeLimit = timeLimit;
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
            @Nullable String properties,
            @Nullable Integer limit,
            @Nullable String cursor,
            OutputCrs crs,
            Format format,
            @Nullable String ifNoneMatch) {}

    ResponseEntity<Body> list(Request wanted) {
        Cursor cursor = Cursor.decode(wanted.cursor(), links.question());
        Snapshot snapshot = cursor == null ? changes.resolve(view(wanted.time(), times)) : cursor.snapshot();
        Period valid = Datetime.read(wanted.time().datetime(), snapshot.asOf());
        Map<String, Column> columns = wanted.collection().columns(ItemQuery.lastDay(valid, snapshot.seq()));
        Map<String, String> equal = values(columns, wanted.collection().fields());
        Wish wish = wish(wanted, columns, equal);
        Members members = Members.read(wanted.properties(), wanted.collection());
        Etag etag = Etag.ofList(
                snapshot.seq(),
                snapshot.asOf(),
                links.question(),
                wanted.limit(),
                wanted.cursor(),
                wanted.format().name(),
                access.isGranted(),
                Caller.seesDrafts());
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
        Writing writing =
                new Writing(wanted, members, new ItemTable(wanted.collection(), columns, members, wanted.crs()));
        return wanted.limit() == null && isFile(wanted.format())
                ? everything(writing, query, answer)
                : page(writing, query, snapshot, answer);
    }

    /** How features are written. */
    private record Writing(Request wanted, Members members, ItemTable table) {

        Format format() {
            return wanted.format();
        }

        ItemBodies.Writing asDocument() {
            return new ItemBodies.Writing(wanted.collection(), wanted.format(), wanted.crs(), members);
        }
    }

    private static boolean isFile(Format format) {
        return FILES.contains(format);
    }

    private Body body(Writing writing, List<Item> page, OptionalLong matched, List<Links.Link> all) {
        if (!isFile(writing.format())) {
            return bodies.page(writing.asDocument(), page, matched, all);
        }
        ItemSource source = sink -> {
            for (Item item : page) {
                sink.take(item);
            }
        };
        return ItemFiles.body(
                writing.format(),
                source,
                writing.table(),
                writing.members(),
                writing.wanted().crs());
    }

    /** Files have everything unless told otherwise. Sorting would be done again for each batch. */
    private ResponseEntity<Body> everything(Writing writing, ItemQuery query, Answer answer) {
        Request wanted = writing.wanted();
        if (!query.wish().order().isEmpty()) {
            throw ProblemException.badValue(
                    "sortby", "A whole collection is in the order of its ids. Tell a \"limit\" to have it sorted.");
        }
        ItemWalk walk = new ItemWalk(query, (rest, limit) -> found(wanted, rest, limit));
        return named(answer, wanted)
                .ok(
                        wanted.format(),
                        ItemFiles.body(wanted.format(), walk, writing.table(), writing.members(), wanted.crs()));
    }

    private static Answer named(Answer answer, Request wanted) {
        String file = wanted.collection().id() + ending(wanted.format());
        return answer.with("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }

    /** How the names of files in a format end. */
    static String ending(Format format) {
        return switch (format) {
            case FLATGEOBUF -> ".fgb";
            case GEOPACKAGE -> ".gpkg";
            case CSV -> ".csv";
            default -> ".geojsons";
        };
    }

    /** A whole collection in a format of files, as it is in a state of the register. */
    Body whole(Collection collection, Format format, OutputCrs crs, Snapshot state) {
        Period day = Datetime.readDay(null, state.asOf());
        Map<String, Column> columns = collection.columns(ItemQuery.lastDay(day, state.seq()));
        Members members = new Members(null);
        ItemQuery query = new ItemQuery(day, state.seq(), null, Map.of(), Wish.NONE, null);
        ItemWalk walk = new ItemWalk(query, collection::list);
        return ItemFiles.body(format, walk, new ItemTable(collection, columns, members, crs), members, crs);
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

    private ResponseEntity<Body> page(Writing writing, ItemQuery query, Snapshot snapshot, Answer answer) {
        Request wanted = writing.wanted();
        int limit = Math.min(Objects.requireNonNullElse(wanted.limit(), USUAL_LIMIT), MOST);
        List<Item> found = found(wanted, query, limit + 1);
        List<Links.Link> all = bodies.around(wanted.collection(), wanted.format(), FORMATS);
        OptionalLong matched = matched(wanted.collection(), query, found.size(), limit);
        if (found.size() <= limit) {
            return answer.ok(wanted.format(), body(writing, found, matched, all));
        }
        List<Item> page = found.subList(0, limit);
        String last = page.get(limit - 1).id();
        Links.Link next = links.next(new Cursor(snapshot, links.question(), last), wanted.format());
        all.add(next);
        return answer.with(next).ok(wanted.format(), body(writing, page, matched, all));
    }

    private List<Item> found(Request wanted, ItemQuery query, int limit) {
        try {
            return timeLimit.within(
                    query.hasConditions(), () -> wanted.collection().list(query, limit));
        } catch (DataIntegrityViolationException e) {
            if (wanted.filter().text() == null) {
                throw e;
            }
            // Of all that is bound only arithmetic can go wrong: numbers that are too large, roots of negative ones.
            throw ProblemException.badValue("filter", "The filter computes what cannot be computed for some features.");
        }
    }

    /** How many features there are on all pages, where that is known or soon counted. */
    private static OptionalLong matched(Collection collection, ItemQuery query, int found, int limit) {
        if (query.after() != null) {
            return OptionalLong.empty();
        }
        if (found <= limit) {
            return OptionalLong.of(found);
        }
        return query.hasConditions()
                ? OptionalLong.empty()
                : collection.count(query.valid(), query.seq(), MOST_COUNTED);
    }

    /** The day and the knowledge that are asked for. */
    static TimeView view(Time time, TimeParameters times) {
        TimeView view = times.view(time.asOf(), time.knownAt());
        return new TimeView(Datetime.today(time.datetime(), time.asOf(), view.asOf()), view.knownAt());
    }
}
