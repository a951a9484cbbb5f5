package org.diachi.filter.cql;

import org.diachi.filter.FilterException;
import org.diachi.filter.Folding;
import org.diachi.filter.Places;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;

/** The pattern of a LIKE: {@code %} stands for any letters, {@code _} for one, {@code \} takes away their meaning. */
final class LikePattern {

    private LikePattern() {}

    /** The pattern; CASEI and ACCENTI around it are applied here, as GeoTools' filters have no place for them. */
    static String of(Expression pattern, Places places) {
        if (pattern instanceof Literal literal && literal.getValue() instanceof String text) {
            requireWhole(text, places.of(pattern));
            return text;
        }
        if (pattern instanceof Function function && function.getParameters().size() == 1) {
            String inner = of(function.getParameters().get(0), places);
            if (function.getName().equals("casei")) {
                return Folding.withoutCase(inner);
            }
            if (function.getName().equals("accenti")) {
                return Folding.withoutMarks(inner);
            }
        }
        throw new FilterException(places.of(pattern), "LIKE takes a text in quotes as its pattern");
    }

    /** The database refuses a pattern that ends in the middle of an escape. */
    static void requireWhole(String pattern, String place) {
        int slashes = 0;
        while (slashes < pattern.length() && pattern.charAt(pattern.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        if (slashes % 2 == 1) {
            throw new FilterException(place, "the pattern ends with a backslash that takes the meaning of nothing");
        }
    }
}
