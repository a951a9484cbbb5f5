package org.diachi.filter.cql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.diachi.filter.FilterException;
import org.diachi.filter.ParsedFilter;

/** The languages that filters may be written in. */
public enum FilterLanguage {
    CQL2_TEXT("cql2-text", Cql2Text::parse),
    CQL2_JSON("cql2-json", Cql2Json::parse),
    ECQL("ecql", Ecql::parse);

    private final String label;
    private final Function<String, ParsedFilter> parser;

    FilterLanguage(String label, Function<String, ParsedFilter> parser) {
        this.label = label;
        this.parser = parser;
    }

    /** The language of a name, as {@code filter-lang} has it. */
    public static Optional<FilterLanguage> find(String label) {
        return Arrays.stream(values())
                .filter(language -> language.label.equals(label))
                .findFirst();
    }

    /** All names. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(language -> language.label).toList();
    }

    /**
     * Reads a filter.
     *
     * @throws FilterException naming the place where it cannot be read
     */
    public ParsedFilter parse(String text) {
        return parser.apply(text);
    }
}
