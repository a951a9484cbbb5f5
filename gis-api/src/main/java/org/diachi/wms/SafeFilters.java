package org.diachi.wms;

import java.util.regex.Pattern;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.expression.Function;
import org.geotools.filter.visitor.DefaultFilterVisitor;

/** Holds filters of strangers to what costs little. */
final class SafeFilters {

    /** More of them in a pattern could take too long to compare. */
    private static final int MOST_WILD_CARDS = 6;

    private SafeFilters() {}

    /**
     * Refuses functions, some of which can be made to run for ever, and patterns with many wild cards.
     *
     * @param parameter that has the filter
     * @throws ServiceException if there is one
     */
    static void requireCheap(Filter filter, String parameter) {
        filter.accept(new Check(parameter), null);
    }

    private static final class Check extends DefaultFilterVisitor {

        private final String parameter;

        Check(String parameter) {
            this.parameter = parameter;
        }

        @Override
        public Object visit(Function function, Object data) {
            throw refusal("has the function \"" + Kvp.shorten(function.getName())
                    + "\", but filters may have none: compare attributes with values");
        }

        @Override
        public Object visit(PropertyIsLike like, Object data) {
            int wildCards = like.getLiteral().split(Pattern.quote(like.getWildCard()), -1).length - 1;
            if (wildCards > MOST_WILD_CARDS) {
                throw refusal("has a pattern of " + wildCards + " wild cards, but may have " + MOST_WILD_CARDS);
            }
            return super.visit(like, data);
        }

        private ServiceException refusal(String why) {
            return new ServiceException(
                    ServiceException.INVALID_VALUE, parameter, "The parameter " + parameter + " " + why + ".");
        }
    }
}
