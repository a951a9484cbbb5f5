package org.diachi.portrayal;

import java.util.List;
import java.util.Map;
import org.diachi.portrayal.style.MapStyle;

/** Writes styles for MapLibre, whose layers read vector tiles. */
public final class MapLibreStyle {

    private MapLibreStyle() {}

    /**
     * The {@code layers} of a style of MapLibre, as lists, maps, texts and numbers ready for JSON.
     *
     * @param source the name of the source in the style
     * @param sourceLayer the name of the layer in the tiles
     */
    public static List<Map<String, Object>> layers(MapStyle style, String source, String sourceLayer) {
        throw new UnsupportedOperationException("To come: " + style + source + sourceLayer);
    }
}
