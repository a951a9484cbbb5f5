package org.diachi.landuse.statement;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diachi.layer.Layer;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/**
 * A feature that may lie on the subject or near it.
 *
 * @param plan id of the plan that it belongs to
 * @param added the entry of the change log that wrote this state
 */
record Candidate(
        Layer layer,
        long id,
        Period valid,
        @Nullable Long plan,
        long added,
        String source,
        @Nullable Long importRun,
        JsonNode attributes,
        Geometry shape) {

    String text(String attribute, String otherwise) {
        JsonNode value = attributes.path(attribute);
        return value.isMissingNode() || value.isNull() ? otherwise : value.asString(otherwise);
    }

    /** The attributes that everybody may see, as JSON knows them. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        attributes.forEachEntry((name, value) -> {
            if (!layer.personalFields().contains(name) && !value.isNull()) {
                shown.put(name, plain(value));
            }
        });
        return shown;
    }

    private static Object plain(JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber() && value.canConvertToLong()
                    ? (Object) value.longValue()
                    : (Object) value.doubleValue();
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.asString(value.toString());
    }
}
