package org.diachi.wms;

import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Function;
import org.geotools.filter.visitor.DefaultFilterVisitor;

/** Holds filters of strangers to what costs little. */
final class SafeFilters {

    private SafeFilters() {}

    /**
     * Refuses functions, some of which can be made to run for ever.
     *
     * @throws ServiceException if there is one
     */
    static void requireNoFunctions(Filter filter) {
        filter.accept(
                new DefaultFilterVisitor() {
                    @Override
                    public Object visit(Function function, Object data) {
                        throw CqlParameter.refusal(
                                "has the function " + function.getName() + ", but none are allowed", null);
                    }
                },
                null);
    }
}
