package org.diachi.filter.sql;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diachi.db.SqlPart;
import org.diachi.filter.CqlFunction;
import org.diachi.filter.ValueType;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.AnyInteracts;
import org.geotools.api.filter.temporal.Before;
import org.geotools.api.filter.temporal.Begins;
import org.geotools.api.filter.temporal.BegunBy;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.geotools.api.filter.temporal.During;
import org.geotools.api.filter.temporal.EndedBy;
import org.geotools.api.filter.temporal.Ends;
import org.geotools.api.filter.temporal.Meets;
import org.geotools.api.filter.temporal.MetBy;
import org.geotools.api.filter.temporal.OverlappedBy;
import org.geotools.api.filter.temporal.TContains;
import org.geotools.api.filter.temporal.TEquals;
import org.geotools.api.filter.temporal.TOverlaps;
import org.geotools.api.temporal.Instant;
import org.geotools.api.temporal.Period;

/**
 * The temporal predicates, as OGC 21-065, table 8, defines them by the beginnings and ends of both operands. An instant
 * begins and ends at once; what has no end in an interval goes on for ever.
 */
final class TemporalSql {

    /** In each, a and b are the operands, s is where one starts and e where it ends. */
    private static final Map<Class<? extends BinaryTemporalOperator>, String> DEFINITIONS = Map.ofEntries(
            Map.entry(After.class, "as > be"),
            Map.entry(Before.class, "ae < bs"),
            Map.entry(TContains.class, "as < bs AND ae > be"),
            Map.entry(During.class, "as > bs AND ae < be"),
            Map.entry(TEquals.class, "as = bs AND ae = be"),
            Map.entry(EndedBy.class, "as < bs AND ae = be"),
            Map.entry(Ends.class, "as > bs AND ae = be"),
            Map.entry(AnyInteracts.class, "as <= be AND ae >= bs"),
            Map.entry(Meets.class, "ae = bs"),
            Map.entry(MetBy.class, "as = be"),
            Map.entry(OverlappedBy.class, "as > bs AND as < be AND ae > be"),
            Map.entry(TOverlaps.class, "as < bs AND ae > bs AND ae < be"),
            Map.entry(BegunBy.class, "as = bs AND ae > be"),
            Map.entry(Begins.class, "as = bs AND ae < be"));

    private static final Pattern BOUND = Pattern.compile("\\b[ab][se]\\b");

    private final ExpressionSql expressions;

    TemporalSql(ExpressionSql expressions) {
        this.expressions = expressions;
    }

    private record Interval(SqlPart start, SqlPart end) {}

    SqlPart of(BinaryTemporalOperator filter) {
        String definition = DEFINITIONS.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(filter))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> expressions.wrong(filter, "such a predicate is not known"));
        Interval a = interval(filter.getExpression1());
        Interval b = interval(filter.getExpression2());
        return filledIn(definition, Map.of("as", a.start(), "ae", a.end(), "bs", b.start(), "be", b.end()));
    }

    private static SqlPart filledIn(String definition, Map<String, SqlPart> bounds) {
        Matcher names = BOUND.matcher(definition);
        SqlPart result = SqlPart.of("");
        int from = 0;
        while (names.find()) {
            SqlPart bound = bounds.getOrDefault(names.group(), SqlPart.of(""));
            result = joined(result, SqlPart.of(definition.substring(from, names.start())), bound);
            from = names.end();
        }
        return joined(SqlPart.of("("), result, SqlPart.of(definition.substring(from) + ")"));
    }

    private static SqlPart joined(SqlPart... parts) {
        SqlPart all = SqlPart.joined("", List.of(parts));
        return new SqlPart(all.sql().substring(1, all.sql().length() - 1), all.values());
    }

    private Interval interval(Expression operand) {
        if (operand instanceof CqlFunction function && function.name().equals(CqlFunction.INTERVAL)) {
            return new Interval(
                    bound(function.arguments().get(0), "'-infinity'::timestamptz"),
                    bound(function.arguments().get(1), "'infinity'::timestamptz"));
        }
        if (operand instanceof Literal literal && literal.getValue() instanceof Period period) {
            return new Interval(instant(period.getBeginning()), instant(period.getEnding()));
        }
        SqlPart instant = lifted(operand);
        return new Interval(instant, instant);
    }

    private static SqlPart instant(Instant instant) {
        return SqlPart.of("?", instant.getPosition().getDate().toInstant().atOffset(ZoneOffset.UTC));
    }

    private SqlPart bound(Expression bound, String open) {
        if (bound instanceof Literal literal && "..".equals(literal.getValue())) {
            return SqlPart.of(open);
        }
        return lifted(bound).between("COALESCE(", ", " + open + ")");
    }

    /** Days and instants can only be compared as instants: a day is its first moment in UTC. */
    private SqlPart lifted(Expression operand) {
        TypedSql value = expressions.of(operand);
        if (!value.type().isTemporal()) {
            throw expressions.wrong(
                    operand, "this is " + value.type().words() + " where a day or an instant is wanted");
        }
        return lifted(value);
    }

    static SqlPart lifted(TypedSql value) {
        return value.type() == ValueType.DATE
                ? value.sql().between("((", ")::timestamp AT TIME ZONE 'UTC')")
                : value.sql();
    }
}
