package org.diachi.filter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.diachi.db.SqlPart;

/** CASEI and ACCENTI of CQL2, for texts that are at hand and for those of the database: both give the same. */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("[\u0300-\u036f]");

    private Folding() {}

    /** In lower case, by the rules of no language in particular. */
    public static String withoutCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Without the marks above and below letters; đ is a d with a mark. */
    public static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    /** {@link #withoutCase} in the database. */
    public static SqlPart withoutCase(SqlPart text) {
        return text.between("lower((", ") COLLATE \"und-x-icu\")");
    }

    /** {@link #withoutMarks} in the database. */
    public static SqlPart withoutMarks(SqlPart text) {
        return text.between("translate(regexp_replace(normalize(", ", NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dD')");
    }
}
