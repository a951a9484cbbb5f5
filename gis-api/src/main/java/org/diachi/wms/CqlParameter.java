package org.diachi.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.diachi.portrayal.sld.Attribute;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.jspecify.annotations.Nullable;

/** Reads the vendor parameter {@code CQL_FILTER}: one filter for each layer, between semicolons. */
final class CqlParameter {

    private static final String NAME = "CQL_FILTER";
    private static final int MOST_LETTERS = 4_000;
    private static final int MOST_DEPTH = 20;

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
        requireSmall(text);
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

    /** The parser goes one step deeper at each bracket. */
    private static void requireSmall(String text) {
        int depth = 0;
        int most = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            most = Math.max(most, depth);
        }
        int negations = text.toUpperCase(Locale.ROOT).split("\\bNOT\\b", -1).length - 1;
        if (text.length() > MOST_LETTERS || most > MOST_DEPTH || negations > MOST_DEPTH) {
            throw refusal("is longer or deeper than filters may be", null);
        }
    }

    private static List<Filter> parse(String text) {
        try {
            return ECQL.toFilterList(text);
        } catch (CQLException | RuntimeException e) {
            throw refusal("cannot be read: " + Kvp.shorten(String.valueOf(e.getMessage())), e);
        }
    }

    private static void requireKnown(Filter filter, List<String> columns) {
        SafeFilters.requireNoFunctions(filter);
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
