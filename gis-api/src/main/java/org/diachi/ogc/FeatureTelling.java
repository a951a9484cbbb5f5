package org.diachi.ogc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diachi.city.CityProfile;
import org.diachi.city.PersonalFields;
import org.diachi.http.BodyReader;
import org.diachi.http.ItemActs.Told;
import org.diachi.http.geojson.StoredGeometry;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.layer.FeatureContent;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what callers tell of features, by the schema of their layer. A geometry that has not moved by more than its
 * rounding, and a number that is only written otherwise, are what they were.
 */
@Component
class FeatureTelling {

    private static final String PLAN = "plan";

    /** What the register gives; it may be told as clients read it. */
    private static final Set<String> GIVEN = Set.of("id", "validFrom", "validTo", "version");

    /** Two tellings of one position may differ by rounding. */
    private static final double SAME_METRES = 0.005;

    private final BodyReader bodies;
    private final CityProfile profile;
    private final double sameUnits;

    FeatureTelling(Registry registry, BodyReader bodies) {
        this.bodies = bodies;
        this.profile = registry.profile();
        this.sameUnits = SAME_METRES / profile.storageCrs().metresPerUnit();
    }

    /** A new feature. */
    FeatureContent create(Layer layer, Told told) {
        return whole(layer, new FeatureContent(null, Map.of(), null), told, PersonalFields.NONE);
    }

    /**
     * What a feature becomes that is told as a whole.
     *
     * @param hidden what the caller could not see, and which therefore stays
     */
    FeatureContent replace(Layer layer, FeatureContent present, Told told, PersonalFields hidden) {
        return whole(layer, present, told, hidden);
    }

    private FeatureContent whole(Layer layer, FeatureContent present, Told told, PersonalFields hidden) {
        Map<String, Object> before = new LinkedHashMap<>(present.attributes());
        before.keySet().removeIf(name -> !hidden.contains(name));
        FeatureContent kept = new FeatureContent(null, before, null);
        ObjectNode properties = properties(told.feature().path("properties"));
        return new FeatureContent(
                plan(properties, null),
                attributes(layer, kept, present, properties),
                geometry(layer, present.shape(), told.feature().path("geometry"), told));
    }

    /** What a feature becomes of which only some is told (RFC 7396). */
    FeatureContent update(Layer layer, FeatureContent present, Told told) {
        ObjectNode properties = properties(told.feature().path("properties"));
        JsonNode geometry = told.feature().path("geometry");
        return new FeatureContent(
                plan(properties, present.plan()),
                attributes(layer, present, present, properties),
                geometry.isMissingNode() ? present.shape() : geometry(layer, present.shape(), geometry, told));
    }

    /**
     * Refuses days of validity that are not those which the feature has: the day of an act is told beside the feature.
     *
     * @param valid of the state that is acted on
     */
    static void requireGiven(ObjectNode feature, Period valid) {
        requireDay(feature, "validFrom", valid.from());
        requireDay(feature, "validTo", valid.to());
    }

    private static void requireDay(ObjectNode feature, String name, @Nullable LocalDate present) {
        JsonNode told = feature.path("properties").path(name);
        if (!told.isMissingNode() && !told.isNull() && !told.asString("").startsWith(String.valueOf(present))) {
            throw refuse(
                    "/properties/" + name,
                    "is not " + present + ", as the register has it; tell the day of the act as \"effective\"");
        }
    }

    private static ObjectNode properties(JsonNode told) {
        if (told.isMissingNode() || told.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (told instanceof ObjectNode properties) {
            return properties;
        }
        throw refuse("/properties", "is an object");
    }

    private static @Nullable String plan(ObjectNode properties, @Nullable String present) {
        JsonNode told = properties.path(PLAN);
        if (told.isMissingNode()) {
            return present;
        }
        if (told.isNull()) {
            return null;
        }
        if (!told.isString()) {
            throw refuse("/properties/plan", "is the identifier of a plan, or null");
        }
        return told.stringValue();
    }

    private Map<String, Object> attributes(
            Layer layer, FeatureContent kept, FeatureContent present, ObjectNode properties) {
        Map<String, LayerField> fields =
                layer.fields().stream().collect(Collectors.toMap(LayerField::name, field -> field));
        Map<String, Object> attributes = new LinkedHashMap<>(kept.attributes());
        for (Map.Entry<String, JsonNode> member : properties.properties()) {
            String name = member.getKey();
            if (GIVEN.contains(name) || name.equals(PLAN)) {
                continue;
            }
            JsonNode told = member.getValue();
            LayerField field = fields.get(name);
            if (told.isNull()) {
                attributes.remove(name);
            } else if (field != null) {
                attributes.put(name, unlessSame(present.attributes().get(name), value(field, told)));
            } else {
                throw unknown(name, fields.keySet());
            }
        }
        return attributes;
    }

    private static ProblemException unknown(String name, Set<String> fields) {
        String pointer = "/properties/" + name;
        List<String> known = new ArrayList<>(new TreeSet<>(fields));
        Problem problem = Problem.ofErrors(
                ProblemType.UNPROCESSABLE,
                "The layer has no field \"" + name + "\". It has " + String.join(", ", known) + ".",
                List.of(new Problem.MemberError(pointer, "is no field of the layer")));
        return new ProblemException(problem.withKnown(known));
    }

    private Object value(LayerField field, JsonNode told) {
        Object value = switch (field.type()) {
            case "integer" -> told.isNumber() && isWhole(told.decimalValue()) ? told.decimalValue() : null;
            case "number" -> told.isNumber() ? told.decimalValue() : null;
            case "boolean" -> told.isBoolean() ? told.booleanValue() : null;
            default -> told.isString() ? told.stringValue() : null;
        };
        String pointer = "/properties/" + field.name();
        if (value == null) {
            throw refuse(pointer, "is of the type " + field.type() + ", or null");
        }
        requireListed(field, value, pointer);
        return value;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private void requireListed(LayerField field, Object value, String pointer) {
        if (field.codeList() == null) {
            return;
        }
        profile.findCodeList(field.codeList())
                .filter(list -> list.findEntry(value.toString()).isEmpty())
                .ifPresent(list -> {
                    throw refuse(pointer, "is no code of the list " + list.scheme() + ": \"" + value + "\"");
                });
    }

    private static Object unlessSame(@Nullable Object present, Object told) {
        boolean isSame = present instanceof Number number && told instanceof BigDecimal decimal
                ? new BigDecimal(number.toString()).compareTo(decimal) == 0
                : told.equals(present);
        return isSame ? Objects.requireNonNull(present) : told;
    }

    private @Nullable Geometry geometry(Layer layer, @Nullable Geometry present, JsonNode told, Told in) {
        if (told.isMissingNode() || told.isNull()) {
            if (!layer.geometryType().equals("none") && !layer.geometryType().equals("any")) {
                throw refuse("/geometry", "is missing; a feature of this layer has a " + layer.geometryType());
            }
            return null;
        }
        Geometry shape = StoredGeometry.readAny(bodies.read(told, Geometry.class), in.crs());
        requireType(layer, shape);
        return present != null && shape.equalsExact(present, sameUnits) ? present : shape;
    }

    private static void requireType(Layer layer, Geometry shape) {
        int wanted = switch (layer.geometryType()) {
            case "point" -> 0;
            case "line" -> 1;
            case "polygon" -> 2;
            case "none" -> -1;
            default -> shape.getDimension();
        };
        if (shape.isEmpty() || shape.getDimension() != wanted) {
            throw refuse(
                    "/geometry",
                    "is a " + (shape.isEmpty() ? "geometry without positions" : shape.getGeometryType())
                            + "; the layer takes " + layer.geometryType());
        }
    }

    static ProblemException refuse(String pointer, String detail) {
        return new ProblemException(Problem.ofErrors(
                ProblemType.UNPROCESSABLE,
                "The member " + pointer + " " + detail + ".",
                List.of(new Problem.MemberError(pointer, detail))));
    }
}
