package org.diachi.http.address;

import java.util.List;
import org.diachi.address.AddressObject;
import org.diachi.city.AddressGrammar;
import org.diachi.city.PersonalFields;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.PersonalAccess;
import org.diachi.http.geojson.GeoJson;
import org.diachi.http.problem.ProblemException;
import org.diachi.registry.Registry;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Address objects as answers. */
@Component
public final class AddressAnswers {

    private static final String PATH = "/api/v1/addresses/";

    private final AddressGrammar grammar;
    private final PersonalFields personal;
    private final PersonalAccess access;

    AddressAnswers(Registry registry, PersonalAccess access) {
        this.grammar = registry.profile().grammar();
        this.personal = registry.profile().personalFields();
        this.access = access;
    }

    /** Where an object is found. */
    public static String path(AddressObject object) {
        return PATH + object.code();
    }

    /**
     * Whether the outline is wanted rather than the point.
     *
     * @param geometry {@code position} or {@code footprint}
     * @throws ProblemException if it is neither
     */
    public static boolean isFootprint(String geometry) {
        if (!geometry.equals("position") && !geometry.equals("footprint")) {
            throw ProblemException.badValue(
                    "geometry", "The parameter \"geometry\" is \"" + geometry + "\". Give position or footprint.");
        }
        return geometry.equals("footprint");
    }

    /** The headers of an answer of one object. */
    public Answer answer(AddressObject object, Format format, OutputCrs crs, boolean asFootprint) {
        Etag etag = Etag.ofObject(
                object.version(),
                object.changed(),
                object.valid().from(),
                format.name(),
                crs.crs().uri(),
                asFootprint,
                access.isGranted());
        return Answer.of(etag).in(crs).with(HttpHeaders.CONTENT_LOCATION, path(object));
    }

    /** One object as a Feature. */
    public Body feature(AddressObject object, OutputCrs crs, boolean asFootprint) {
        PersonalFields hidden = access.hidden(personal);
        return GeoJson.feature(json -> new AddressWriter(json, crs, grammar, asFootprint, hidden).write(object));
    }

    /** Objects as a FeatureCollection. */
    public Body collection(
            Iterable<AddressObject> objects, OutputCrs crs, boolean asFootprint, List<Links.Link> links) {
        PersonalFields hidden = access.hidden(personal);
        return GeoJson.collection(
                json -> {
                    AddressWriter writer = new AddressWriter(json, crs, grammar, asFootprint, hidden);
                    int count = 0;
                    for (AddressObject object : objects) {
                        writer.write(object);
                        count++;
                    }
                    return count;
                },
                links);
    }

    /** Objects as lines, each a Feature. */
    public Body lines(Iterable<AddressObject> objects, OutputCrs crs, boolean asFootprint) {
        PersonalFields hidden = access.hidden(personal);
        return GeoJson.lines(json -> {
            AddressWriter writer = new AddressWriter(json, crs, grammar, asFootprint, hidden);
            objects.forEach(writer::write);
        });
    }

    /** Objects as a table. */
    public Body table(Iterable<AddressObject> objects, OutputCrs crs) {
        return new AddressTable(objects, crs, grammar);
    }
}
