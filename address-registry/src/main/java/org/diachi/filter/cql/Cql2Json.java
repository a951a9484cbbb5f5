package org.diachi.filter.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.diachi.filter.FilterException;
import org.diachi.filter.FilterLimits;
import org.diachi.filter.ParsedFilter;
import org.diachi.filter.Places;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads CQL2 JSON (OGC 21-065, 8.4). Places are JSON Pointers (RFC 6901). */
final class Cql2Json {

    /** Each operator is an object with an array in it; geometries go on for four. */
    private static final int MOST_BRACKETS = 2 * FilterLimits.MOST_DEPTH + 8;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_BRACKETS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> NEGATABLE = Set.of("like", "between", "in", "isnull");

    private final Builder builder;
    private final GeometryJson geometries = new GeometryJson();
    private int depth;

    private Cql2Json(Builder builder) {
        this.builder = builder;
    }

    static ParsedFilter parse(String text) {
        FilterLimits.requireShort(text);
        Places places = new Places(text);
        Filter filter = new Cql2Json(new Builder(places)).condition(read(text), "");
        return new ParsedFilter(filter, places);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            int index =
                    e.getLocation() == null ? 0 : (int) Math.max(e.getLocation().getCharOffset(), 0);
            throw new FilterException(Places.character(index), "this is not JSON: " + e.getOriginalMessage());
        }
    }

    /** The root has an empty pointer, which nobody would see. */
    private static String place(String pointer) {
        return pointer.isEmpty() ? "the root of the filter" : pointer;
    }

    private Filter condition(JsonNode node, String pointer) {
        if (node.isBoolean()) {
            return node.booleanValue() ? Filter.INCLUDE : Filter.EXCLUDE;
        }
        String operator = operator(node, pointer);
        FilterLimits.requireFlat(++depth, place(pointer));
        Filter filter = condition(operator, arguments(node, pointer), pointer);
        depth--;
        return filter;
    }

    private Filter condition(String operator, JsonNode arguments, String pointer) {
        String place = place(pointer);
        switch (operator) {
            case "and":
                return builder.all(conditions(arguments, pointer), place);
            case "or":
                return builder.any(conditions(arguments, pointer), place);
            case "not":
                requireCount(operator, arguments, 1, place);
                return builder.not(condition(arguments.get(0), pointer + "/args/0"), place);
            default:
                break;
        }
        if (NEGATABLE.contains(operator)) {
            return test(operator, arguments, pointer);
        }
        if (!Builder.isPredicate(operator)) {
            throw new FilterException(pointer + "/op", "\"" + operator + "\" is no operator that makes a condition");
        }
        return builder.predicate(operator, values(arguments, pointer + "/args"), place);
    }

    private Filter test(String operator, JsonNode arguments, String pointer) {
        String place = place(pointer);
        String first = pointer + "/args/0";
        switch (operator) {
            case "isnull":
                requireCount("isNull", arguments, 1, place);
                return builder.isNull(value(arguments.get(0), first), place);
            case "between":
                requireCount(operator, arguments, 3, place);
                List<Expression> three = values(arguments, pointer + "/args");
                return builder.between(three.get(0), three.get(1), three.get(2), place);
            case "like":
                requireCount(operator, arguments, 2, place);
                return builder.like(
                        value(arguments.get(0), first), value(arguments.get(1), pointer + "/args/1"), place);
            default:
                requireCount(operator, arguments, 2, place);
                if (!arguments.get(1).isArray()) {
                    throw new FilterException(pointer + "/args/1", "in takes a list of values");
                }
                return builder.in(value(arguments.get(0), first), values(arguments.get(1), pointer + "/args/1"), place);
        }
    }

    private List<Filter> conditions(JsonNode arguments, String pointer) {
        if (arguments.isEmpty()) {
            throw new FilterException(pointer + "/args", "there is nothing to join");
        }
        List<Filter> filters = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            filters.add(condition(arguments.get(i), pointer + "/args/" + i));
        }
        return filters;
    }

    private List<Expression> values(JsonNode nodes, String pointer) {
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            values.add(value(nodes.get(i), pointer + "/" + i));
        }
        return values;
    }

    private Expression value(JsonNode node, String pointer) {
        FilterLimits.requireFlat(++depth, place(pointer));
        Expression value = valueAt(node, pointer);
        depth--;
        return value;
    }

    private Expression valueAt(JsonNode node, String pointer) {
        String place = place(pointer);
        if (node.isString()) {
            requireNoZero(node.stringValue(), place);
            return builder.literal(node.stringValue(), place);
        }
        if (node.isNumber()) {
            return builder.number(node.decimalValue(), place);
        }
        if (node.isBoolean()) {
            return builder.literal(node.booleanValue(), place);
        }
        if (node.isArray()) {
            return builder.array(values(node, pointer), place);
        }
        if (!node.isObject()) {
            throw new FilterException(place, "there is no value");
        }
        return ofObject(node, pointer);
    }

    private static void requireNoZero(String text, String place) {
        if (text.indexOf('\0') >= 0) {
            throw new FilterException(place, "there is a character that no text has");
        }
    }

    private Expression ofObject(JsonNode node, String pointer) {
        String place = place(pointer);
        if (node.has("property")) {
            requireOnly(node, pointer, "property");
            return builder.property(text(node.get("property"), pointer + "/property"), place);
        }
        if (node.has("date")) {
            requireOnly(node, pointer, "date");
            return builder.date(text(node.get("date"), pointer + "/date"), pointer + "/date");
        }
        if (node.has("timestamp")) {
            requireOnly(node, pointer, "timestamp");
            return builder.timestamp(text(node.get("timestamp"), pointer + "/timestamp"), pointer + "/timestamp");
        }
        if (node.has("interval")) {
            requireOnly(node, pointer, "interval");
            return builder.interval(values(node.get("interval"), pointer + "/interval"), place);
        }
        if (node.has("type") || node.has("bbox")) {
            return builder.literal(geometries.read(node, pointer), place);
        }
        return computed(node, pointer);
    }

    private Expression computed(JsonNode node, String pointer) {
        String operator = operator(node, pointer);
        JsonNode arguments = arguments(node, pointer);
        List<Expression> values = values(arguments, pointer + "/args");
        if (Builder.isFunction(operator)) {
            return builder.function(operator, values, place(pointer));
        }
        if (!Builder.isArithmetic(operator)) {
            throw new FilterException(pointer + "/op", "\"" + operator + "\" is no operator that makes a value");
        }
        requireCount(operator, arguments, 2, place(pointer));
        return builder.arithmetic(operator, values.get(0), values.get(1), place(pointer));
    }

    private static String operator(JsonNode node, String pointer) {
        if (!node.isObject() || !node.has("op")) {
            throw new FilterException(place(pointer), "an object with op and args is wanted here");
        }
        requireOnly(node, pointer, "op", "args");
        return text(node.get("op"), pointer + "/op").toLowerCase(Locale.ROOT);
    }

    private static JsonNode arguments(JsonNode node, String pointer) {
        JsonNode arguments = node.path("args");
        if (!arguments.isArray()) {
            throw new FilterException(pointer + "/args", "a list of operands is wanted here");
        }
        return arguments;
    }

    private static void requireOnly(JsonNode node, String pointer, String... members) {
        for (String name : node.propertyNames()) {
            if (!Set.of(members).contains(name)) {
                throw new FilterException(
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1"), "this member means nothing here");
            }
        }
    }

    private static String text(JsonNode node, String pointer) {
        if (!node.isString()) {
            throw new FilterException(pointer, "a text is wanted here");
        }
        requireNoZero(node.stringValue(), pointer);
        return node.stringValue();
    }

    private static void requireCount(String name, JsonNode arguments, int count, String place) {
        if (arguments.size() != count) {
            throw new FilterException(place, name + " takes " + count + " operands, not " + arguments.size());
        }
    }
}
