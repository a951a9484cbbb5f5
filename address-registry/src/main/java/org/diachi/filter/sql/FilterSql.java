package org.diachi.filter.sql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.diachi.db.SqlPart;
import org.diachi.filter.Column;
import org.diachi.filter.FilterException;
import org.diachi.filter.ParsedFilter;
import org.diachi.filter.ValueType;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.locationtech.jts.geom.Geometry;

/**
 * Turns filters into conditions on one table. What has no value is neither equal to anything nor different from it, as in
 * SQL. Texts are in the order of their code points.
 */
public final class FilterSql {

    private static final String CODE_POINTS = ") COLLATE \"C\"";

    private final Map<String, Column> columns;
    private final UnaryOperator<Geometry> toStorage;
    private final double metresPerUnit;

    /**
     * For one table.
     *
     * @param columns what may be asked for, by name
     * @param toStorage takes geometries of filters to the storage CRS; throws an IllegalArgumentException where they lie
     *     outside of their own
     * @param metresPerUnit how long a unit of the storage CRS is
     */
    public FilterSql(Map<String, Column> columns, UnaryOperator<Geometry> toStorage, double metresPerUnit) {
        this.columns = Map.copyOf(columns);
        this.toStorage = toStorage;
        this.metresPerUnit = metresPerUnit;
    }

    /**
     * The condition.
     *
     * @throws FilterException naming the place where the filter asks for what is not there
     */
    public SqlPart of(ParsedFilter parsed) {
        Translation translation =
                new Translation(new ExpressionSql(columns, toStorage, parsed.places()), metresPerUnit);
        SqlPart condition = translation.of(parsed.filter());
        List<SqlPart> implied = translation.impliedBy(parsed.filter());
        return implied.isEmpty() ? condition : SqlPart.infix(condition, "AND", SqlPart.joined(" AND ", implied));
    }

    /** The translation of one filter. */
    private static final class Translation {

        private final ExpressionSql expressions;
        private final SpatialSql spatial;
        private final TemporalSql temporal;

        Translation(ExpressionSql expressions, double metresPerUnit) {
            this.expressions = expressions;
            this.spatial = new SpatialSql(expressions, metresPerUnit);
            this.temporal = new TemporalSql(expressions);
        }

        SqlPart of(Filter filter) {
            if (filter == Filter.INCLUDE || filter == Filter.EXCLUDE) {
                return SqlPart.of(filter == Filter.INCLUDE ? "true" : "false");
            }
            if (filter instanceof BinaryLogicOperator logic) {
                List<SqlPart> parts = logic.getChildren().stream().map(this::of).toList();
                return SqlPart.joined(logic instanceof And ? " AND " : " OR ", parts);
            }
            if (filter instanceof Not not) {
                return of(not.getFilter()).between("(NOT ", ")");
            }
            if (filter instanceof BinarySpatialOperator predicate) {
                return spatial.of(predicate);
            }
            if (filter instanceof BinaryTemporalOperator predicate) {
                return temporal.of(predicate);
            }
            return ofValues(filter);
        }

        private SqlPart ofValues(Filter filter) {
            if (filter instanceof BinaryComparisonOperator comparison) {
                return comparison(comparison);
            }
            if (filter instanceof PropertyIsBetween between) {
                return between(between);
            }
            if (filter instanceof PropertyIsLike like) {
                return like(like);
            }
            if (filter instanceof PropertyIsNull isNull) {
                return expressions.of(isNull.getExpression()).sql().between("(", " IS NULL)");
            }
            throw expressions.wrong(filter, "such a predicate is not known");
        }

        private SqlPart comparison(BinaryComparisonOperator filter) {
            Expression left = filter.getExpression1();
            Expression right = filter.getExpression2();
            String operator = operator(filter);
            return compared(filter, left, operator, right);
        }

        /** What follows from the whole filter, and an index serves. Inside of negations nothing follows. */
        List<SqlPart> impliedBy(Filter filter) {
            if (filter instanceof And and) {
                return and.getChildren().stream()
                        .flatMap(child -> impliedBy(child).stream())
                        .toList();
            }
            if (!(filter instanceof PropertyIsEqualTo equality)) {
                return List.of();
            }
            Expression left = equality.getExpression1();
            Expression right = equality.getExpression2();
            return Stream.of(implied(left, right), implied(right, left))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Optional<SqlPart> implied(Expression property, Expression value) {
            if (property instanceof PropertyName name
                    && value instanceof Literal literal
                    && literal.getValue() instanceof String text) {
                return Optional.ofNullable(expressions.column(name).implied()).map(rule -> rule.apply(text));
            }
            return Optional.empty();
        }

        private static String operator(BinaryComparisonOperator filter) {
            if (filter instanceof PropertyIsEqualTo) {
                return "=";
            }
            if (filter instanceof PropertyIsNotEqualTo) {
                return "<>";
            }
            if (filter instanceof PropertyIsLessThan) {
                return "<";
            }
            if (filter instanceof PropertyIsGreaterThan) {
                return ">";
            }
            return filter instanceof PropertyIsGreaterThanOrEqualTo ? ">=" : "<=";
        }

        private SqlPart compared(Filter filter, Expression left, String operator, Expression right) {
            TypedSql a = expressions.of(left);
            TypedSql b = expressions.of(right);
            boolean isEquality = operator.equals("=") || operator.equals("<>");
            if (a.type().isTemporal() && b.type().isTemporal() && a.type() != b.type()) {
                return SqlPart.infix(TemporalSql.lifted(a), operator, TemporalSql.lifted(b));
            }
            if (a.type() != b.type()) {
                throw expressions.wrong(
                        right,
                        "this is " + b.type().words() + " and cannot be compared with "
                                + a.type().words());
            }
            if (a.type() == ValueType.GEOMETRY || a.type().isList()) {
                throw expressions.wrong(filter, "geometries and lists are compared by predicates S_… and A_…");
            }
            if (!isEquality && !a.type().isOrdered()) {
                throw expressions.wrong(filter, "true is neither less nor greater than false");
            }
            return !isEquality && a.type() == ValueType.TEXT
                    ? SqlPart.infix(a.sql().between("(", CODE_POINTS), operator, b.sql())
                    : SqlPart.infix(a.sql(), operator, b.sql());
        }

        private SqlPart between(PropertyIsBetween filter) {
            SqlPart low = compared(filter, filter.getExpression(), ">=", filter.getLowerBoundary());
            SqlPart high = compared(filter, filter.getExpression(), "<=", filter.getUpperBoundary());
            return SqlPart.infix(low, "AND", high);
        }

        private SqlPart like(PropertyIsLike filter) {
            SqlPart value = expressions.as(ValueType.TEXT, filter.getExpression());
            SqlPart pattern = SqlPart.of("?", Objects.requireNonNull(filter.getLiteral()));
            return SqlPart.infix(value, filter.isMatchingCase() ? "LIKE" : "ILIKE", pattern);
        }
    }
}
