package org.diachi.source.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as tables of text write them. */
public final class NumberText {

    private static final Pattern POINT = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern COMMA = Pattern.compile("[+-]?(\\d+,?\\d*|,\\d+)([eE][+-]?\\d+)?");

    private NumberText() {}

    /**
     * Reads a number with the given decimal mark, a comma or a point; white space around it is ignored. Returns null for
     * anything else: grouped digits are refused because {@code 1.234} may mean two things.
     */
    public static @Nullable Double parse(String text, char decimalMark) {
        String trimmed = text.strip();
        Pattern pattern = decimalMark == ',' ? COMMA : POINT;
        return pattern.matcher(trimmed).matches() ? Double.valueOf(trimmed.replace(',', '.')) : null;
    }
}
