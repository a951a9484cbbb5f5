package org.diachi.portrayal.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Description;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;
import org.jspecify.annotations.Nullable;

/** Makes styles that can be drawn of GeoTools' style model. */
public final class StyleCompiler {

    private final SymbolCompiler symbols;

    public StyleCompiler(IconFolder icons) {
        symbols = new SymbolCompiler(icons);
    }

    /**
     * The style.
     *
     * @throws StyleException if anything in it cannot be drawn
     */
    public MapStyle compile(Style style) {
        List<StyleRule> rules = new ArrayList<>();
        Set<String> attributes = new TreeSet<>();
        List<FeatureTypeStyle> groups = style.featureTypeStyles();
        for (int group = 0; group < groups.size(); group++) {
            for (Rule rule : groups.get(group).rules()) {
                StyleRule compiled = compile(rule, group);
                rules.add(compiled);
                attributes.addAll(Constants.attributes(compiled.filter()));
                compiled.symbols().stream()
                        .filter(TextSymbol.class::isInstance)
                        .forEach(symbol -> attributes.addAll(((TextSymbol) symbol).attributes()));
            }
        }
        return new MapStyle(text(style.getName()), title(style.getDescription()), rules, attributes);
    }

    private StyleRule compile(Rule rule, int group) {
        List<Symbol> compiled = new ArrayList<>();
        for (Symbolizer symbolizer : rule.symbolizers()) {
            compiled.addAll(symbols.compile(symbolizer));
        }
        Filter filter = rule.getFilter();
        return new StyleRule(
                group,
                text(rule.getName()),
                title(rule.getDescription()),
                rule.getMinScaleDenominator(),
                rule.getMaxScaleDenominator(),
                filter == null ? Filter.INCLUDE : filter,
                rule.isElseFilter(),
                compiled);
    }

    private static String title(@Nullable Description description) {
        return description == null || description.getTitle() == null
                ? ""
                : description.getTitle().toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
