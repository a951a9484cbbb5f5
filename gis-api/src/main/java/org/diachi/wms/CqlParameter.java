package org.diachi.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.diachi.filter.FilterException;
import org.diachi.filter.cql.Ecql;
import org.diachi.portrayal.sld.Attribute;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.jspecify.annotations.Nullable;

/** Reads the vendor parameter {@code CQL_FILTER}: one filter for each layer, between semicolons. */
final class CqlParameter {

    private static final String NAME = "CQL_FILTER";

    private CqlParameter() {}

    /**
     * The filters.
     *
     * @param columns the attributes of each layer
     * @return one for each layer
     * @throws ServiceException if they cannot be read or ask for what is not there
     */
    static List<Filter> read(String text, List<List<String>> columns) {
        if (text.isEmpty()) {
            return columns.stream().map(layer -> (Filter) Filter.INCLUDE).toList();
        }
        List<Filter> filters = parse(text);
        if (filters.size() != columns.size()) {
            throw refusal(
                    "has " + filters.size() + " filters for " + columns.size()
                            + " layers; give one for each, with semicolons between",
                    null);
        }
        List<Filter> checked = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            requireKnown(filters.get(i), columns.get(i));
            checked.add((Filter) filters.get(i).accept(new RowFilter(), null));
        }
        return checked;
    }

    private static List<Filter> parse(String text) {
        try {
            return Ecql.parseList(text);
        } catch (FilterException e) {
            throw refusal("cannot be read: " + Kvp.shorten(e.getMessage()), e);
        }
    }

    private static void requireKnown(Filter filter, List<String> columns) {
        SafeFilters.requireCheap(filter, NAME);
        FilterAttributeExtractor names = new FilterAttributeExtractor();
        filter.accept(names, null);
        for (String name : names.getAttributeNameSet()) {
            if (!columns.contains(name)) {
                throw refusal(
                        "asks for \"" + Kvp.shorten(name) + "\". Known are "
                                + String.join(", ", new TreeSet<>(columns)),
                        null);
            }
        }
    }

    /** Asks a row for its attributes by their names, as the filters of styles do. */
    private static final class RowFilter extends DuplicatingFilterVisitor {

        @Override
        public Object visit(PropertyName name, Object data) {
            return new Attribute(name.getPropertyName());
        }
    }

    static ServiceException refusal(String why, @Nullable Exception cause) {
        return new ServiceException(
                ServiceException.INVALID_VALUE, NAME, "The parameter " + NAME + " " + why + ".", cause);
    }
}
