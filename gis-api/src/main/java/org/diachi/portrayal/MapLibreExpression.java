package org.diachi.portrayal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diachi.portrayal.style.StyleException;
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
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;

/** Writes filters and labels as expressions of MapLibre. */
final class MapLibreExpression {

    private MapLibreExpression() {}

    /**
     * A filter; nothing for that which every feature meets.
     *
     * @throws StyleException if MapLibre has no like of it
     */
    static Optional<Object> of(Filter filter) {
        return filter == Filter.INCLUDE ? Optional.empty() : Optional.of(write(filter));
    }

    private static Object write(Filter filter) {
        if (filter instanceof BinaryLogicOperator both) {
            List<Object> all = new ArrayList<>();
            all.add(filter instanceof And ? "all" : "any");
            both.getChildren().forEach(child -> all.add(write(child)));
            return all;
        }
        if (filter instanceof Not not) {
            return List.of("!", write(not.getFilter()));
        }
        if (filter instanceof PropertyIsNull isNull) {
            return List.of("==", List.of("typeof", plain(isNull.getExpression())), "null");
        }
        if (filter instanceof PropertyIsBetween between) {
            return List.of(
                    "all",
                    compare(">=", between.getExpression(), between.getLowerBoundary()),
                    compare("<=", between.getExpression(), between.getUpperBoundary()));
        }
        if (filter instanceof BinaryComparisonOperator comparison) {
            return compare(operator(comparison), comparison.getExpression1(), comparison.getExpression2());
        }
        throw new StyleException("MapLibre has no like of the filter " + filter);
    }

    private static String operator(BinaryComparisonOperator comparison) {
        if (comparison instanceof PropertyIsEqualTo) {
            return "==";
        }
        if (comparison instanceof PropertyIsNotEqualTo) {
            return "!=";
        }
        if (comparison instanceof PropertyIsLessThan) {
            return "<";
        }
        if (comparison instanceof PropertyIsGreaterThan) {
            return ">";
        }
        return comparison instanceof PropertyIsGreaterThanOrEqualTo ? ">=" : "<=";
    }

    /** Numbers are compared as numbers where one side is written as one; what is missing meets no comparison. */
    private static Object compare(String operator, Expression left, Expression right) {
        boolean numbers = isNumber(left) || isNumber(right);
        Object comparison = List.of(operator, operand(left, numbers), operand(right, numbers));
        return List.of("all", present(left), present(right), comparison);
    }

    private static Object present(Expression expression) {
        return expression instanceof PropertyName name ? List.of("has", name.getPropertyName()) : true;
    }

    private static boolean isNumber(Expression expression) {
        return expression instanceof Literal && expression.evaluate(null, Double.class) != null;
    }

    private static Object operand(Expression expression, boolean numbers) {
        if (expression instanceof Literal) {
            return numbers ? expression.evaluate(null, Double.class) : String.valueOf(expression.evaluate(null));
        }
        return List.of(numbers ? "to-number" : "to-string", plain(expression));
    }

    private static Object plain(Expression expression) {
        if (expression instanceof PropertyName name) {
            return List.of("get", name.getPropertyName());
        }
        if (expression instanceof Literal) {
            return String.valueOf(expression.evaluate(null));
        }
        if (expression instanceof Function function && function.getName().equalsIgnoreCase("strConcat")) {
            List<Object> parts = new ArrayList<>();
            parts.add("concat");
            function.getParameters().forEach(part -> parts.add(of(part)));
            return parts;
        }
        throw new StyleException("MapLibre has no like of the expression " + expression);
    }

    /** A label's text. */
    static Object of(Expression label) {
        return label instanceof PropertyName ? List.of("to-string", plain(label)) : plain(label);
    }
}
