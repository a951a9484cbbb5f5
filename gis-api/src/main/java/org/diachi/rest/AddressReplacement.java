package org.diachi.rest;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressPatch;
import org.diachi.city.AddressGrammar;
import org.diachi.city.PersonalFields;
import org.diachi.http.BodyReader;
import org.diachi.http.PersonalAccess;
import org.diachi.http.address.AddressWriter;
import org.diachi.http.geojson.GeoJson;
import org.diachi.http.geojson.StoredGeometry;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.registry.Registry;
import org.diachi.security.ActRights;
import org.diachi.value.PositionQuality;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a whole Feature that an address object shall become. What other acts are for (its kind, status, location, ids) and
 * what the register gives may stand in it as it is.
 */
@Component
class AddressReplacement {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DETAILS = "details";
    private static final String POSITION = "position";
    private static final String VERSION = "version";
    private static final Set<String> WRITABLE = Set.of("name", "houseNumber", "street", POSITION, DETAILS);

    private final PatchReader patches;
    private final RegistrationReader registrations;
    private final ActRights rights;
    private final BodyReader bodies;
    private final AddressGrammar grammar;
    private final PersonalFields personal;
    private final PersonalAccess access;
    private final double sameUnits;

    AddressReplacement(
            Registry registry,
            PatchReader patches,
            RegistrationReader registrations,
            ActRights rights,
            BodyReader bodies,
            PersonalAccess access) {
        this.personal = registry.profile().personalFields();
        this.access = access;
        this.patches = patches;
        this.registrations = registrations;
        this.rights = rights;
        this.bodies = bodies;
        this.grammar = registry.profile().grammar();
        this.sameUnits =
                AddressRegistrar.SAME_METRES / registry.profile().storageCrs().metresPerUnit();
    }

    /**
     * What of the object becomes another.
     *
     * @param present the object as it is on the day
     * @throws ProblemException if a member is not known, or another act is for it, or the caller may not write there
     */
    AddressPatch read(AddressObject present, ObjectNode feature, LocalDate day, Writer by) {
        if (!(feature.path("properties") instanceof ObjectNode told)) {
            throw PatchReader.refuse("/properties", "is missing; tell the whole object");
        }
        requireOthersUnchanged(present, told, by);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String name : new String[] {"name", "houseNumber", "street"}) {
            values.put(name, JSON.treeToValue(told.path(name), Object.class));
        }
        values.put(DETAILS, details(present, told));
        AddressPatch patch = patches.read(values, null, day, by);
        return withPlacing(patch, present, feature.path("geometry"), told.path(POSITION), day, by);
    }

    private void requireOthersUnchanged(AddressObject present, ObjectNode told, Writer by) {
        JsonNode properties = tree(present, by).path("properties");
        if (told.has(VERSION) && !told.get(VERSION).equals(properties.get(VERSION))) {
            throw new ProblemException(Problem.of(
                    ProblemType.OUTDATED,
                    "The object " + present.code() + " has the version " + present.version() + ", not "
                            + told.get(VERSION) + ". Read it again."));
        }
        for (Map.Entry<String, JsonNode> member : told.properties()) {
            String name = member.getKey();
            JsonNode stands = properties.path(name);
            if (!WRITABLE.contains(name) && !member.getValue().equals(stands)) {
                throw PatchReader.refuse(
                        "/properties/" + name,
                        stands.isMissingNode()
                                ? "is not known here"
                                : "is not for replacing, but for other acts or for the register; leave it as it is");
            }
        }
    }

    private ObjectNode tree(AddressObject present, Writer by) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = GeoJson.generator(bytes)) {
            new AddressWriter(json, by.crs(), grammar, false, PersonalFields.NONE).write(present);
        }
        return (ObjectNode) JSON.readTree(bytes.toByteArray());
    }

    /** What is not told is taken away, but for what the caller could not see. */
    private Map<String, @Nullable Object> details(AddressObject present, ObjectNode told) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        if (present.details() != null) {
            PersonalFields hidden = access.hidden(personal);
            JSON.readTree(present.details()).propertyNames().stream()
                    .filter(name -> !hidden.contains(name))
                    .forEach(name -> details.put(name, null));
        }
        JsonNode more = told.path(DETAILS);
        if (more.isObject()) {
            details.putAll(JSON.convertValue(more, new TypeReference<Map<String, @Nullable Object>>() {}));
        } else if (!more.isMissingNode() && !more.isNull()) {
            throw PatchReader.refuse("/properties/details", "is an object");
        }
        return details;
    }

    private AddressPatch withPlacing(
            AddressPatch patch, AddressObject present, JsonNode geometry, JsonNode position, LocalDate day, Writer by) {
        Geometry told = geometry.isObject() ? bodies.read(geometry, Geometry.class) : null;
        Geometry shape = StoredGeometry.read(told, by.crs());
        Geometry outline = present.outline();
        PositionQuality quality = quality(position);
        if (isWhereItWas(shape, present)) {
            return quality == null || quality.equals(present.quality())
                    ? patch
                    : patch.placing(
                            quality, present.position(), Objects.requireNonNullElse(outline, present.position()));
        }
        if (quality == null) {
            throw PatchReader.refuse("/properties/position", "is missing: say how the new position was found");
        }
        RegistrationReader.Placing placing = registrations.place(told, by.crs(), day);
        rights.requireWard(by.caller(), by.act(), placing.ward(), "the new position");
        Geometry known = outlineAround(shape, outline);
        return patch.placing(quality, placing.position(), known == null ? placing.shape() : known)
                .ward(placing.ward());
    }

    /** A point within the outline that is known says nothing against the outline. */
    private static @Nullable Geometry outlineAround(Geometry shape, @Nullable Geometry outline) {
        return outline != null && shape instanceof Point && outline.covers(shape) ? outline : null;
    }

    private boolean isWhereItWas(Geometry shape, AddressObject present) {
        return shape instanceof Point
                ? shape.isWithinDistance(present.position(), sameUnits)
                : present.outline() != null && shape.equalsExact(present.outline(), sameUnits);
    }

    private static @Nullable PositionQuality quality(JsonNode position) {
        if (position.isMissingNode() || position.isNull()) {
            return null;
        }
        return PatchReader.quality(JSON.convertValue(position, new TypeReference<Map<String, @Nullable Object>>() {}));
    }
}
