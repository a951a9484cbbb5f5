package org.diachi.portrayal.sld;

import java.util.function.Function;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.NamespaceSupport;

/** The name of an attribute, evaluated on a function that gives attributes by their names. */
public record Attribute(String name) implements PropertyName {

    @Override
    public String getPropertyName() {
        return name;
    }

    @Override
    @SuppressWarnings("NullAway") // GeoTools means null by it
    public NamespaceSupport getNamespaceContext() {
        return null;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // GeoTools knows null values
    public Object evaluate(Object feature) {
        return feature instanceof Function ? ((Function<String, @Nullable Object>) feature).apply(name) : null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public <T> T evaluate(Object feature, Class<T> type) {
        return Converters.convert(evaluate(feature), type);
    }

    @Override
    public Object accept(ExpressionVisitor visitor, Object data) {
        return visitor.visit(this, data);
    }
}
