package org.diachi.filter;

import java.util.Objects;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.filter.FilterAttributeExtractor;

/**
 * A filter that was read.
 *
 * @param filter the condition
 * @param places where its parts were written
 */
public record ParsedFilter(Filter filter, Places places) {

    public ParsedFilter {
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(places, "places");
    }

    /** The properties that it asks for. */
    public Set<String> properties() {
        FilterAttributeExtractor names = new FilterAttributeExtractor();
        filter.accept(names, null);
        return names.getAttributeNameSet();
    }
}
