package org.diachi.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.diachi.address.ActRefusedException;
import org.diachi.address.ActRefusedException.Rule;
import org.diachi.address.AddressActs;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressPatch;
import org.diachi.address.Subject;
import org.diachi.api.dto.ActRequestDto;
import org.diachi.api.dto.AddressRegistrationDto;
import org.diachi.change.Act;
import org.diachi.change.TimeView;
import org.diachi.http.Body;
import org.diachi.http.BodyReader;
import org.diachi.http.Format;
import org.diachi.http.IfMatch;
import org.diachi.http.ItemActs;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.address.AddressLookup;
import org.diachi.security.ActRights;
import org.diachi.security.Caller;
import org.diachi.value.AddressKind;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The items of the collection {@code addresses}: created, replaced, updated and ended by the acts of the register. */
@Component
class AddressItems implements ItemActs {

    private static final String COLLECTION = "addresses";
    private static final String PATH = "/ogc/collections/addresses/items/";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the register gives a new object, whatever the caller told. */
    private static final Set<String> GIVEN =
            Set.of("code", "ward", "address", "version", "validTo", "predecessors", "successors", "parts");

    private final AddressRegistrar registrar;
    private final ActReader reader;
    private final ActRunner runner;
    private final AddressReplacement replacement;
    private final AddressLookup lookup;
    private final BodyReader bodies;
    private final Links links;

    AddressItems(
            AddressRegistrar registrar,
            ActReader reader,
            ActRunner runner,
            AddressReplacement replacement,
            AddressLookup lookup,
            BodyReader bodies,
            Links links) {
        this.links = links;
        this.registrar = registrar;
        this.reader = reader;
        this.runner = runner;
        this.replacement = replacement;
        this.lookup = lookup;
        this.bodies = bodies;
    }

    @Override
    public boolean keeps(String collection) {
        return collection.equals(COLLECTION);
    }

    @Override
    public boolean allows(String collection, Act act) {
        return Caller.current()
                .filter(caller -> caller.is(ActRights.leastRole(act)))
                .filter(caller -> List.of(AddressKind.values()).stream().anyMatch(caller.bounds()::allowKind))
                .isPresent();
    }

    @Override
    public ResponseEntity<Body> create(String collection, Told told, @Nullable String key) {
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        plain.set("type", told.feature().path("type"));
        plain.set("geometry", told.feature().path("geometry"));
        plain.set("properties", told.feature().path("properties"));
        if (plain.get("properties") instanceof ObjectNode properties) {
            ObjectNode own = properties.deepCopy();
            own.remove(GIVEN);
            own.removeNulls();
            plain.set("properties", own);
        }
        AddressRegistrationDto registration = bodies.read(plain, AddressRegistrationDto.class);
        return registrar.register(registration, told.crs(), Format.GEOJSON, key, links.to(PATH));
    }

    @Override
    public void replace(String collection, String id, Told told) {
        Way way = told.way();
        Writer by = Writer.current(way.act(), told.crs());
        Subject subject = subject(id, way, by);
        AddressObject present = lookup.get(id, TimeView.of(way.day()));
        AddressPatch patch = replacement.read(present, told.feature(), way.day(), by);
        run(new PreparedAct(reader.context(said(way), by), acts -> {
            boolean isCorrection = way.act() == Act.CORRECT;
            return PreparedAct.Done.of(isCorrection ? acts.correct(subject, patch) : acts.change(subject, patch));
        }));
    }

    @Override
    public void update(String collection, String id, Told told) {
        JsonNode properties = told.feature().path("properties");
        JsonNode geometry = told.feature().path("geometry");
        ActRequestDto patch = said(told.way())
                .properties(properties.isMissingNode() ? Map.of() : members(properties))
                .geometry(geometry.isMissingNode() ? null : geometry(geometry));
        Writer by = Writer.current(told.way().act(), told.crs());
        run(reader.onPath(subject(id, told.way(), by), patch, by));
    }

    @Override
    public void retire(String collection, String id, Way way) {
        Writer by = Writer.current(way.act(), OutputCrs.UNCHANGED);
        run(reader.onPath(subject(id, way, by), said(way), by));
    }

    private Subject subject(String id, Way way, Writer by) {
        Code permitted = reader.permitted(id, by, way.day());
        return new Subject(permitted, IfMatch.version(way.ifMatch()));
    }

    private static ActRequestDto said(Way way) {
        return new ActRequestDto().effective(way.day()).reason(way.reason()).document(way.document());
    }

    /** Who tells what the register says already has done nothing wrong. */
    private void run(PreparedAct act) {
        try {
            runner.runOne(null, "", act.context(), acts -> done(act, acts));
        } catch (ActRefusedException e) {
            if (e.rule() != Rule.NO_CHANGE) {
                throw e;
            }
        }
    }

    private static Supplier<ResponseEntity<Body>> done(PreparedAct act, AddressActs acts) {
        act.perform(acts);
        return () -> ResponseEntity.noContent().build();
    }

    private static Map<String, @Nullable Object> members(JsonNode properties) {
        if (!properties.isObject()) {
            throw PatchReader.refuse("/properties", "is an object");
        }
        return JSON.convertValue(properties, new TypeReference<>() {});
    }

    private Geometry geometry(JsonNode told) {
        if (told.isNull()) {
            throw PatchReader.refuse("/geometry", "cannot be taken away; an object has a position");
        }
        return bodies.read(told, Geometry.class);
    }
}
