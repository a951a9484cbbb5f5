package org.diachi.portrayal.style;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.filter.FilterAttributeExtractor;
import org.jspecify.annotations.Nullable;

/** Values of expressions that do not depend on the feature. */
final class Constants {

    private Constants() {}

    static Set<String> attributes(Expression expression) {
        FilterAttributeExtractor extractor = new FilterAttributeExtractor();
        expression.accept(extractor, null);
        return new TreeSet<>(Set.of(extractor.getAttributeNames()));
    }

    static Set<String> attributes(Filter filter) {
        FilterAttributeExtractor extractor = new FilterAttributeExtractor();
        filter.accept(extractor, null);
        return new TreeSet<>(Set.of(extractor.getAttributeNames()));
    }

    /** The text of an expression; empty if there is none. */
    static String text(@Nullable Expression expression, String what) {
        if (expression == null) {
            return "";
        }
        Set<String> attributes = attributes(expression);
        if (!attributes.isEmpty()) {
            throw new StyleException("The " + what + " depends on the attribute "
                    + attributes.iterator().next() + "; only labels and filters may: write a rule for each class");
        }
        Object value = expression.evaluate(null);
        return value == null ? "" : value.toString().strip();
    }

    /** The number of an expression, or a default if there is none. */
    static double number(@Nullable Expression expression, String what, double otherwise) {
        String text = text(expression, what);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(text);
            if (!(Math.abs(number) < 1e9)) {
                throw new StyleException("The " + what + " is out of bounds: " + text);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new StyleException("The " + what + " is no number: " + text, e);
        }
    }

    /** The number of an expression that is not negative. */
    static double size(@Nullable Expression expression, String what, double otherwise) {
        double size = number(expression, what, otherwise);
        if (size < 0) {
            throw new StyleException("The " + what + " is negative: " + size);
        }
        return size;
    }

    /** The colour of an expression, 0xRRGGBB. */
    static int colour(@Nullable Expression expression, String what, int otherwise) {
        String text = text(expression, what).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.matches("#[0-9a-f]{6}")) {
            return Integer.parseInt(text.substring(1), 16);
        }
        if (text.matches("#[0-9a-f]{3}")) {
            return Integer.parseInt(text.replaceAll("[#]", "").replaceAll("(.)", "$1$1"), 16);
        }
        throw new StyleException("The " + what + " is no colour like #a0b1c2: " + text);
    }
}
