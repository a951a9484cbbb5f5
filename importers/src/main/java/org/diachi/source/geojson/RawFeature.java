package org.diachi.source.geojson;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A feature as its JSON says it, before its values get the types of their fields. */
final class RawFeature {

    /** What it says it is; {@code Feature} if all is well. */
    @Nullable
    String type;

    @Nullable
    String id;

    /** In file order; values are String, Long, Double, Boolean or null. */
    final Map<String, @Nullable Object> properties = new LinkedHashMap<>();

    @Nullable
    RawGeometry geometry;
}
