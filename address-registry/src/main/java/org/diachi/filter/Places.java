package org.diachi.filter;

import java.util.IdentityHashMap;
import java.util.Map;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;

/** Where the parts of a filter were written, for those who find something wrong with them. */
public final class Places {

    private final Map<Object, String> places = new IdentityHashMap<>();
    private final String text;

    /**
     * Nothing is noted yet.
     *
     * @param text what was read; where a part that was not noted may have been is looked for in it
     */
    public Places(String text) {
        this.text = text;
    }

    /** A place in a text, counted from one as people do. */
    public static String character(int index) {
        return "character " + (index + 1);
    }

    /** Notes where a part was written. */
    public <T> T note(T part, String place) {
        places.put(part, place);
        return part;
    }

    /** Where a part was written, as exactly as is known. */
    public String of(Object part) {
        String place = places.get(part);
        if (place != null) {
            return place;
        }
        int found = text.indexOf(words(part));
        return character(Math.max(found, 0));
    }

    private static String words(Object part) {
        if (part instanceof PropertyName property) {
            return property.getPropertyName();
        }
        if (part instanceof Function function) {
            return function.getName();
        }
        return part instanceof Literal literal ? String.valueOf(literal.getValue()) : "";
    }
}
