package org.diachi.ogc;

import java.time.LocalDate;
import java.util.List;
import org.diachi.change.ChangeReader;
import org.diachi.change.TimeView;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.PersonalAccess;
import org.diachi.http.TimeParameters;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.registry.Registry;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Single features as answers: those that are asked for, and those that an act has just changed. */
@Component
class SingleItems {

    /** All formats of one feature, the favourite first. */
    static final Format[] FORMATS = {Format.GEOJSON, Format.JSON, Format.HTML, Format.JSONFG};

    private final ChangeReader changes;
    private final TimeParameters times;
    private final Links links;
    private final PersonalAccess access;
    private final ItemBodies bodies;

    SingleItems(Registry registry, TimeParameters times, Links links, PersonalAccess access, ItemBodies bodies) {
        this.changes = registry.changes();
        this.times = times;
        this.links = links;
        this.access = access;
        this.bodies = bodies;
    }

    /** Which feature is asked for. */
    record One(
            Collection collection,
            String id,
            Items.Time time,
            OutputCrs crs,
            Format format,
            @Nullable String ifNoneMatch) {}

    ResponseEntity<Body> get(One wanted) {
        TimeView view = Items.view(wanted.time(), times);
        Period day = Datetime.readDay(wanted.time().datetime(), view.asOf());
        long seq = view.knownAt() == null ? Long.MAX_VALUE : changes.seqAt(view.knownAt());
        Item item = wanted.collection()
                .find(wanted.id(), day, seq)
                .orElseThrow(() -> unknown(wanted.collection(), wanted.id(), day));
        Answer answer = Answer.of(etag(wanted, item, day)).in(wanted.crs());
        return answer.isKnown(wanted.ifNoneMatch())
                ? answer.notModified()
                : answer.ok(wanted.format(), bodies.one(writing(wanted), item, around(wanted)));
    }

    private static ItemBodies.Writing writing(One wanted) {
        return new ItemBodies.Writing(wanted.collection(), wanted.format(), wanted.crs(), new Members(null));
    }

    private List<Links.Link> around(One wanted) {
        return bodies.around(wanted.collection(), wanted.format(), FORMATS);
    }

    private Etag etag(One wanted, Item item, Period day) {
        return Etag.ofObject(
                item.version(),
                item.changed(),
                wanted.id(),
                wanted.crs().crs().uri(),
                wanted.format().name(),
                day.from(),
                access.isGranted());
    }

    /** A feature that has just come into being, with its address. */
    ResponseEntity<Body> created(Collection collection, String id, LocalDate day, OutputCrs crs) {
        return written(collection, id, day, crs, HttpStatus.CREATED);
    }

    /** A feature after an act on it. */
    ResponseEntity<Body> changed(Collection collection, String id, LocalDate day, OutputCrs crs) {
        return written(collection, id, day, crs, HttpStatus.OK);
    }

    private ResponseEntity<Body> written(
            Collection collection, String id, LocalDate day, OutputCrs crs, HttpStatus status) {
        Period period = Datetime.readDay(null, day);
        Item item = find(collection, id, day);
        String self = links.to("/ogc/collections/" + Links.encode(collection.id()) + "/items/" + item.id());
        List<Links.Link> all = List.of(
                new Links.Link(self, "self", Format.GEOJSON.mediaType().toString()), bodies.collectionLink(collection));
        One shown = new One(collection, item.id(), new Items.Time(null, null, null), crs, Format.GEOJSON, null);
        Answer answer = Answer.of(etag(shown, item, period)).in(crs);
        if (status == HttpStatus.CREATED) {
            answer.with(HttpHeaders.LOCATION, self);
        }
        return answer.status(status, Format.GEOJSON, bodies.one(writing(shown), item, all));
    }

    /**
     * A feature on a day, as it is believed now.
     *
     * @throws ProblemException if the collection has no such feature on that day
     */
    static Item find(Collection collection, String id, LocalDate day) {
        Period period = Datetime.readDay(null, day);
        return collection.find(id, period, Long.MAX_VALUE).orElseThrow(() -> unknown(collection, id, period));
    }

    private static ProblemException unknown(Collection collection, String id, Period day) {
        String detail = "The collection " + collection.id() + " has no feature \"" + id + "\" on " + day.from() + ".";
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, detail));
    }
}
