package org.diachi.filter.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.diachi.db.Geometries;
import org.diachi.db.SqlPart;
import org.diachi.filter.Column;
import org.diachi.filter.CqlFunction;
import org.diachi.filter.FilterException;
import org.diachi.filter.Folding;
import org.diachi.filter.Places;
import org.diachi.filter.ValueType;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;
import org.geotools.api.geometry.BoundingBox;
import org.geotools.geometry.jts.JTS;
import org.locationtech.jts.geom.Geometry;

/** Values of filters as SQL. */
final class ExpressionSql {

    private static final int FARTHEST_EXPONENT = 100;

    private final Map<String, Column> columns;
    private final UnaryOperator<Geometry> toStorage;
    private final Places places;

    ExpressionSql(Map<String, Column> columns, UnaryOperator<Geometry> toStorage, Places places) {
        this.columns = columns;
        this.toStorage = toStorage;
        this.places = places;
    }

    FilterException wrong(Object part, String why) {
        return new FilterException(places.of(part), why);
    }

    TypedSql of(Expression expression) {
        if (expression instanceof PropertyName property) {
            Column column = column(property);
            return new TypedSql(column.sql(), column.type());
        }
        if (expression instanceof Literal literal) {
            return literal(literal);
        }
        if (expression instanceof BinaryExpression arithmetic) {
            return arithmetic(arithmetic);
        }
        if (expression instanceof Function function) {
            return function(function);
        }
        throw wrong(expression, "such an expression is not known");
    }

    Column column(PropertyName property) {
        Column column = columns.get(property.getPropertyName());
        if (column == null) {
            throw wrong(
                    property,
                    "there is no property \"" + property.getPropertyName() + "\". Known are "
                            + String.join(", ", new TreeSet<>(columns.keySet())));
        }
        return column;
    }

    /** The value, if it is of the type. */
    SqlPart as(ValueType type, Expression expression) {
        TypedSql value = of(expression);
        if (value.type() != type) {
            throw wrong(expression, "this is " + value.type().words() + " where " + type.words() + " is wanted");
        }
        return value.sql();
    }

    private TypedSql literal(Literal literal) {
        Object value = literal.getValue();
        if (value instanceof String text) {
            return new TypedSql(SqlPart.of("?", text), ValueType.TEXT);
        }
        if (value instanceof Boolean truth) {
            return new TypedSql(SqlPart.of("?", truth), ValueType.BOOLEAN);
        }
        if (value instanceof Number number) {
            return new TypedSql(SqlPart.of("?", number(number, literal)), ValueType.NUMBER);
        }
        if (value instanceof LocalDate day) {
            return new TypedSql(SqlPart.of("?", day), ValueType.DATE);
        }
        if (value instanceof OffsetDateTime time) {
            return new TypedSql(SqlPart.of("?", time), ValueType.TIMESTAMP);
        }
        if (value instanceof Date time) {
            return new TypedSql(SqlPart.of("?", time.toInstant().atOffset(ZoneOffset.UTC)), ValueType.TIMESTAMP);
        }
        if (value instanceof Geometry geometry) {
            return geometry(geometry, literal);
        }
        if (value instanceof BoundingBox box) {
            return geometry(JTS.toGeometry(box), literal);
        }
        throw wrong(literal, "such a value is not known");
    }

    /** Whole numbers as such, so that an index of whole numbers serves. */
    private Object number(Number number, Literal literal) {
        try {
            BigDecimal decimal = new BigDecimal(number.toString());
            if (Math.abs((long) decimal.precision() - decimal.scale()) > FARTHEST_EXPONENT) {
                throw wrong(literal, "the number has more than " + FARTHEST_EXPONENT + " digits");
            }
            boolean isWhole =
                    decimal.scale() <= 0 || decimal.stripTrailingZeros().scale() <= 0;
            boolean isShort = decimal.precision() - decimal.scale() <= 18;
            return isWhole && isShort ? (Object) decimal.longValue() : decimal;
        } catch (NumberFormatException e) {
            throw wrong(literal, "this is no number");
        }
    }

    private TypedSql geometry(Geometry geometry, Literal literal) {
        if (!geometry.isValid()) {
            throw wrong(literal, "the geometry crosses itself or is otherwise not valid");
        }
        try {
            byte[] stored = Geometries.ewkb(toStorage.apply(geometry));
            return new TypedSql(SqlPart.of("ST_GeomFromEWKB(?)", (Object) stored), ValueType.GEOMETRY);
        } catch (IllegalArgumentException e) {
            throw wrong(literal, "the geometry lies outside of its reference system: " + e.getMessage());
        }
    }

    private TypedSql arithmetic(BinaryExpression expression) {
        String operator = expression instanceof Add
                ? "+"
                : expression instanceof Subtract ? "-" : expression instanceof Multiply ? "*" : "/";
        if (operator.equals("/") && !(expression instanceof Divide)) {
            throw wrong(expression, "such arithmetic is not known");
        }
        return computed(operator, expression.getExpression1(), expression.getExpression2());
    }

    /** In decimal numbers, so that a half of one is not nought; nothing is divided by nought, nor is anything the result. */
    private TypedSql computed(String operator, Expression left, Expression right) {
        SqlPart a = as(ValueType.NUMBER, left).between("(", ")::numeric");
        SqlPart b = as(ValueType.NUMBER, right).between("(", ")::numeric");
        SqlPart divisor = b.between("NULLIF(", ", 0)");
        SqlPart result = switch (operator) {
            case "/" -> SqlPart.infix(a, "/", divisor);
            case "%" -> SqlPart.call("mod", a, divisor);
            case "div" -> SqlPart.call("div", a, divisor);
            case "^" ->
                SqlPart.call("power", a.between("(", ")::float8"), b.between("(", ")::float8"))
                        .between("(", ")::numeric");
            default -> SqlPart.infix(a, operator, b);
        };
        return new TypedSql(result, ValueType.NUMBER);
    }

    private TypedSql function(Function function) {
        List<Expression> arguments = function.getParameters();
        return switch (function.getName()) {
            case "casei" -> new TypedSql(Folding.withoutCase(as(ValueType.TEXT, arguments.get(0))), ValueType.TEXT);
            case "accenti" -> new TypedSql(Folding.withoutMarks(as(ValueType.TEXT, arguments.get(0))), ValueType.TEXT);
            case "%", "div", "^" -> computed(function.getName(), arguments.get(0), arguments.get(1));
            case CqlFunction.ARRAY -> array(arguments);
            case CqlFunction.IN -> in(arguments);
            case CqlFunction.INTERVAL -> throw wrong(function, "an interval is only compared by predicates T_…");
            case "a_equals", "a_contains", "a_containedby", "a_overlaps" -> lists(function);
            default -> throw wrong(function, "there is no function " + function.getName());
        };
    }

    private TypedSql array(List<Expression> elements) {
        if (elements.isEmpty()) {
            return new TypedSql(SqlPart.of("ARRAY[]::text[]"), ValueType.TEXTS);
        }
        ValueType type = of(elements.get(0)).type();
        List<SqlPart> parts =
                elements.stream().map(element -> as(type, element)).toList();
        return switch (type) {
            case TEXT -> new TypedSql(bracketed(parts, "::text[]"), ValueType.TEXTS);
            case NUMBER -> new TypedSql(bracketed(parts, "::numeric[]"), ValueType.NUMBERS);
            default -> throw wrong(elements.get(0), "lists are of texts or of numbers");
        };
    }

    private static SqlPart bracketed(List<SqlPart> parts, String cast) {
        SqlPart joined = SqlPart.joined(", ", parts);
        String inside = joined.sql().substring(1, joined.sql().length() - 1);
        return new SqlPart("(ARRAY[" + inside + "]" + cast + ")", joined.values());
    }

    private TypedSql in(List<Expression> arguments) {
        TypedSql value = of(arguments.get(0));
        List<SqlPart> candidates = arguments.subList(1, arguments.size()).stream()
                .map(candidate -> as(value.type(), candidate))
                .toList();
        SqlPart all = SqlPart.joined(", ", candidates);
        return new TypedSql(SqlPart.infix(value.sql(), "IN", all), ValueType.BOOLEAN);
    }

    /** What holds between two lists, taken as sets. */
    private TypedSql lists(Function function) {
        TypedSql left = list(function.getParameters().get(0));
        TypedSql right = list(function.getParameters().get(1));
        if (left.type() != right.type()) {
            throw wrong(
                    function.getParameters().get(1),
                    "this is " + right.type().words() + " where " + left.type().words() + " is wanted");
        }
        SqlPart a = left.sql();
        SqlPart b = right.sql();
        SqlPart result = switch (function.getName()) {
            case "a_contains" -> SqlPart.infix(a, "@>", b);
            case "a_containedby" -> SqlPart.infix(a, "<@", b);
            case "a_overlaps" -> SqlPart.infix(a, "&&", b);
            default -> SqlPart.infix(SqlPart.infix(a, "@>", b), "AND", SqlPart.infix(a, "<@", b));
        };
        return new TypedSql(result, ValueType.BOOLEAN);
    }

    /** A single value in brackets cannot be told from a list of one. */
    private TypedSql list(Expression expression) {
        TypedSql value = expression instanceof Literal ? array(List.of(expression)) : of(expression);
        if (!value.type().isList()) {
            throw wrong(expression, "this is " + value.type().words() + " where a list is wanted");
        }
        return value;
    }
}
