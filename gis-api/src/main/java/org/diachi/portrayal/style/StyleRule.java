package org.diachi.portrayal.style;

import java.util.List;
import org.geotools.api.filter.Filter;

/**
 * A rule of a style.
 *
 * @param group the feature type style it belongs to, counted from 0; groups are painted one after the other
 * @param name for machines; may be empty
 * @param title for people; may be empty
 * @param minScale the least scale denominator at which it is drawn, inclusive; 0 without limit
 * @param maxScale the scale denominator from which it is no longer drawn, exclusive; infinite without limit
 * @param filter which features; not asked if {@code otherwise}
 * @param otherwise whether it is for the features that no other rule of its group draws at a scale
 * @param symbols what is drawn, in this order
 */
public record StyleRule(
        int group,
        String name,
        String title,
        double minScale,
        double maxScale,
        Filter filter,
        boolean otherwise,
        List<Symbol> symbols) {

    public StyleRule {
        symbols = List.copyOf(symbols);
    }

    /** Whether it is drawn at a scale. */
    public boolean isDrawnAt(double scaleDenominator) {
        return scaleDenominator >= minScale && scaleDenominator < maxScale;
    }
}
