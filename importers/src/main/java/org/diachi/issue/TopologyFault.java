package org.diachi.issue;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Something wrong between features of a layer: in a network, or in a coverage of zones.
 *
 * @param severity {@link Severity#REFUSED} keeps the whole file out
 * @param rule in kebab case
 * @param value what is wrong, such as an id or a number
 * @param message what is wrong and how to mend it
 * @param site where it is, in the storage CRS
 */
public record TopologyFault(
        Severity severity,
        String rule,
        @Nullable String value,
        String message,
        @Nullable Geometry site) implements RowIssue {

    public TopologyFault {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
    }
}
