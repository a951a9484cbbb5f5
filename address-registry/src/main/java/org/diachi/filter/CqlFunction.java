package org.diachi.filter;

import java.util.List;
import org.geotools.api.filter.capability.FunctionName;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.filter.capability.FunctionNameImpl;
import org.jspecify.annotations.Nullable;

/**
 * What CQL2 knows and GeoTools' filters do not, such as CASEI, lists and intervals. It is made to become SQL and cannot be
 * evaluated.
 *
 * @param name in lower case
 * @param arguments those written
 */
public record CqlFunction(String name, List<Expression> arguments) implements Function {

    /** A list of values. */
    public static final String ARRAY = "array";

    /** Two instants and what is between. */
    public static final String INTERVAL = "interval";

    /** Whether the first argument is one of the others. */
    public static final String IN = "in";

    public CqlFunction {
        arguments = List.copyOf(arguments);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public FunctionName getFunctionName() {
        return new FunctionNameImpl(name, arguments.size());
    }

    @Override
    public List<Expression> getParameters() {
        return arguments;
    }

    @Override
    public @Nullable Literal getFallbackValue() {
        return null;
    }

    @Override
    public Object evaluate(Object object) {
        throw new UnsupportedOperationException(name + " is evaluated by the database");
    }

    @Override
    public <T> T evaluate(Object object, Class<T> context) {
        throw new UnsupportedOperationException(name + " is evaluated by the database");
    }

    @Override
    public @Nullable Object accept(ExpressionVisitor visitor, @Nullable Object extraData) {
        return visitor.visit(this, extraData);
    }

    /** Identity, as every part of a filter has a place of its own. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
