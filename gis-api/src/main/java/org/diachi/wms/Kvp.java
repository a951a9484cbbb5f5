package org.diachi.wms;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a request: names in any case (OGC 06-042, 6.8.1), the first of several of one name counts. */
public final class Kvp {

    private final Map<String, String> values = new HashMap<>();

    private Kvp() {}

    /**
     * Reads a query.
     *
     * @throws ServiceException if it is not encoded as queries are
     */
    public static Kvp parse(@Nullable String query) {
        Kvp kvp = new Kvp();
        if (query == null) {
            return kvp;
        }
        int from = 0;
        while (from <= query.length()) {
            int end = query.indexOf('&', from);
            int to = end < 0 ? query.length() : end;
            int equals = query.indexOf('=', from);
            if (equals >= 0 && equals < to) {
                kvp.values.putIfAbsent(
                        decode(query.substring(from, equals)).toUpperCase(Locale.ROOT),
                        decode(query.substring(equals + 1, to)));
            }
            from = to + 1;
        }
        return kvp;
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ServiceException(ServiceException.INVALID_VALUE, null, "The query cannot be decoded: " + text, e);
        }
    }

    /** Sets a value, whatever was told. */
    public void put(String name, String value) {
        values.put(name, value);
    }

    /** A value that is there and not empty. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** A value, or a text where there is none. */
    public String get(String name, String otherwise) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /**
     * A value.
     *
     * @throws ServiceException if it is missing
     */
    public String get(String name) {
        return find(name)
                .orElseThrow(() -> new ServiceException(
                        ServiceException.MISSING_VALUE, name, "The parameter " + name + " is missing."));
    }

    /** The values of a list; none where it is missing or empty. */
    public List<String> list(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? List.of() : List.of(value.split(",", -1));
    }

    /**
     * A whole number.
     *
     * @throws ServiceException if it is none, or out of bounds
     */
    public int number(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw outOfBounds(name, text, least, most, e);
        }
        throw outOfBounds(name, text, least, most, null);
    }

    private static ServiceException outOfBounds(
            String name, String text, int least, int most, @Nullable Exception cause) {
        return new ServiceException(
                ServiceException.INVALID_VALUE,
                name,
                "The parameter " + name + " is \"" + shorten(text) + "\". Give a whole number from " + least + " to "
                        + most + ".",
                cause);
    }

    /** A piece of what was told that is fit to be told back. */
    public static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
