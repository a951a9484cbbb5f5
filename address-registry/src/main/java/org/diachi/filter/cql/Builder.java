package org.diachi.filter.cql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.diachi.filter.CqlFunction;
import org.diachi.filter.FilterException;
import org.diachi.filter.FilterLimits;
import org.diachi.filter.Places;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;

/** Makes GeoTools' filters of what CQL2 says, whether it was said in text or in JSON. For one filter. */
final class Builder {

    /** Beyond that a number is no measure of anything, and would cost to compute with. */
    private static final int MOST_DIGITS = 100;

    private static final int EARLIEST_YEAR = 1;
    private static final int LATEST_YEAR = 9999;

    private static final FilterFactory FACTORY = CommonFactoryFinder.getFilterFactory();

    /** Two operands to a condition. */
    @FunctionalInterface
    private interface Predicate {
        Filter of(Expression left, Expression right);
    }

    private static final Map<String, Predicate> PREDICATES = Map.ofEntries(
            Map.entry("=", (a, b) -> FACTORY.equal(a, b, true)),
            Map.entry("<>", (a, b) -> FACTORY.notEqual(a, b, true)),
            Map.entry("<", FACTORY::less),
            Map.entry("<=", FACTORY::lessOrEqual),
            Map.entry(">", FACTORY::greater),
            Map.entry(">=", FACTORY::greaterOrEqual),
            Map.entry("s_intersects", FACTORY::intersects),
            Map.entry("s_equals", FACTORY::equal),
            Map.entry("s_disjoint", FACTORY::disjoint),
            Map.entry("s_touches", FACTORY::touches),
            Map.entry("s_within", FACTORY::within),
            Map.entry("s_overlaps", FACTORY::overlaps),
            Map.entry("s_crosses", FACTORY::crosses),
            Map.entry("s_contains", FACTORY::contains),
            Map.entry("t_after", FACTORY::after),
            Map.entry("t_before", FACTORY::before),
            Map.entry("t_contains", FACTORY::tcontains),
            Map.entry("t_disjoint", (a, b) -> FACTORY.not(FACTORY.anyInteracts(a, b))),
            Map.entry("t_during", FACTORY::during),
            Map.entry("t_equals", FACTORY::tequals),
            Map.entry("t_finishedby", FACTORY::endedBy),
            Map.entry("t_finishes", FACTORY::ends),
            Map.entry("t_intersects", FACTORY::anyInteracts),
            Map.entry("t_meets", FACTORY::meets),
            Map.entry("t_metby", FACTORY::metBy),
            Map.entry("t_overlappedby", FACTORY::overlappedBy),
            Map.entry("t_overlaps", FACTORY::toverlaps),
            Map.entry("t_startedby", FACTORY::begunBy),
            Map.entry("t_starts", FACTORY::begins),
            Map.entry("a_equals", (a, b) -> ofLists("a_equals", a, b)),
            Map.entry("a_contains", (a, b) -> ofLists("a_contains", a, b)),
            Map.entry("a_containedby", (a, b) -> ofLists("a_containedby", a, b)),
            Map.entry("a_overlaps", (a, b) -> ofLists("a_overlaps", a, b)));

    private static final Map<String, BinaryOperator<Expression>> ARITHMETIC = Map.of(
            "+", FACTORY::add,
            "-", FACTORY::subtract,
            "*", FACTORY::multiply,
            "/", FACTORY::divide,
            "%", (a, b) -> new CqlFunction("%", List.of(a, b)),
            "div", (a, b) -> new CqlFunction("div", List.of(a, b)),
            "^", (a, b) -> new CqlFunction("^", List.of(a, b)));

    private static final Set<String> FUNCTIONS = Set.of("casei", "accenti");

    private final Places places;
    private int parts;

    Builder(Places places) {
        this.places = places;
    }

    /** Counts the part and notes its place. */
    <T> T note(T part, String place) {
        FilterLimits.requireFew(++parts, place);
        return places.note(part, place);
    }

    Places places() {
        return places;
    }

    static boolean isPredicate(String name) {
        return PREDICATES.containsKey(name);
    }

    static boolean isArithmetic(String name) {
        return ARITHMETIC.containsKey(name);
    }

    static boolean isFunction(String name) {
        return FUNCTIONS.contains(name);
    }

    private static Filter ofLists(String name, Expression left, Expression right) {
        return FACTORY.equal(new CqlFunction(name, List.of(left, right)), FACTORY.literal(true), true);
    }

    Filter predicate(String name, List<Expression> operands, String place) {
        requireCount(name, operands, 2, place);
        return note(known(PREDICATES.get(name), name).of(operands.get(0), operands.get(1)), place);
    }

    private static <T> T known(@Nullable T operator, String name) {
        return Objects.requireNonNull(operator, name);
    }

    Expression arithmetic(String name, Expression left, Expression right, String place) {
        return note(known(ARITHMETIC.get(name), name).apply(left, right), place);
    }

    Expression function(String name, List<Expression> arguments, String place) {
        requireCount(name, arguments, 1, place);
        return note(new CqlFunction(name, arguments), place);
    }

    Expression array(List<Expression> elements, String place) {
        return note(new CqlFunction(CqlFunction.ARRAY, elements), place);
    }

    Filter in(Expression value, List<Expression> candidates, String place) {
        if (candidates.isEmpty()) {
            throw new FilterException(place, "IN has no values to choose from");
        }
        List<Expression> all = new ArrayList<>(List.of(value));
        all.addAll(candidates);
        CqlFunction in = note(new CqlFunction(CqlFunction.IN, all), place);
        return note(FACTORY.equal(in, FACTORY.literal(true), true), place);
    }

    /** The pattern is a text, or one that is folded as the value is. */
    Filter like(Expression value, Expression pattern, String place) {
        String text = LikePattern.of(pattern, places);
        return note(FACTORY.like(value, text, "%", "_", "\\", true), place);
    }

    Filter between(Expression value, Expression low, Expression high, String place) {
        return note(FACTORY.between(value, low, high), place);
    }

    Filter isNull(Expression value, String place) {
        return note(FACTORY.isNull(value), place);
    }

    Filter not(Filter filter, String place) {
        return note(FACTORY.not(filter), place);
    }

    Filter all(List<Filter> filters, String place) {
        return filters.size() == 1 ? filters.get(0) : note(FACTORY.and(filters), place);
    }

    Filter any(List<Filter> filters, String place) {
        return filters.size() == 1 ? filters.get(0) : note(FACTORY.or(filters), place);
    }

    Expression property(String name, String place) {
        return note(FACTORY.property(name), place);
    }

    Literal literal(Object value, String place) {
        return note(FACTORY.literal(value), place);
    }

    Literal number(BigDecimal value, String place) {
        if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
            throw new FilterException(place, "there is a number of more than " + MOST_DIGITS + " digits");
        }
        return literal(value, place);
    }

    Literal date(String text, String place) {
        try {
            return literal(inRange(LocalDate.parse(text), place), place);
        } catch (DateTimeException e) {
            throw new FilterException(place, "\"" + text + "\" is no day; write it as 2025-07-01");
        }
    }

    Literal timestamp(String text, String place) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+').toUpperCase(Locale.ROOT));
            inRange(time.toLocalDate(), place);
            return literal(time, place);
        } catch (DateTimeException e) {
            throw new FilterException(place, "\"" + text + "\" is no instant; write it as 2025-07-01T00:00:00Z");
        }
    }

    private static LocalDate inRange(LocalDate day, String place) {
        if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
            throw new FilterException(place, "the year is not between " + EARLIEST_YEAR + " and " + LATEST_YEAR);
        }
        return day;
    }

    /** Bounds that are texts are days, instants or two dots for an open end. */
    Expression interval(List<Expression> bounds, String place) {
        requireCount(CqlFunction.INTERVAL, bounds, 2, place);
        List<Expression> read = bounds.stream().map(this::bound).toList();
        return note(new CqlFunction(CqlFunction.INTERVAL, read), place);
    }

    private Expression bound(Expression bound) {
        if (bound instanceof Literal literal && literal.getValue() instanceof String text && !text.equals("..")) {
            String place = places.of(bound);
            return text.indexOf('T') < 0 && text.indexOf('t') < 0 ? date(text, place) : timestamp(text, place);
        }
        return bound;
    }

    private static void requireCount(String name, List<Expression> operands, int count, String place) {
        if (operands.size() != count) {
            throw new FilterException(
                    place,
                    name.toUpperCase(Locale.ROOT) + " takes " + count + (count == 1 ? " operand" : " operands")
                            + ", not " + operands.size());
        }
    }
}
