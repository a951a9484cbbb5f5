package org.diachi.ogc;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.diachi.db.SqlPart;
import org.diachi.filter.Column;
import org.diachi.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The value of a queryable that is a query parameter of its own. */
final class QueryableValue {

    private QueryableValue() {}

    /** Whether a column can be asked for so. */
    static boolean isPlain(Column column) {
        return column.type().isOrdered();
    }

    /** The condition that a column has a value. */
    static SqlPart equal(@Nullable Column column, String text) {
        Column asked = Objects.requireNonNull(column);
        return SqlPart.infix(asked.sql(), "=", SqlPart.of("?", value(asked, text)));
    }

    private static Object value(Column column, String text) {
        try {
            return switch (column.type()) {
                case NUMBER -> new BigDecimal(text);
                case DATE -> LocalDate.parse(text);
                default -> text;
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw ProblemException.badValue(
                    column.name(),
                    "The parameter \"" + column.name() + "\" is \"" + text + "\". Give "
                            + column.type().words() + ".");
        }
    }
}
