package org.diachi.wms.map;

import java.util.Objects;
import org.diachi.pack.PackState;
import org.diachi.portrayal.style.MapStyle;
import org.geotools.api.filter.Filter;

/**
 * A layer of a picture.
 *
 * @param state of the layer
 * @param style how it is drawn
 * @param isKept whether the style is one of those that are drawn again and again
 * @param filter which features
 */
public record MapLayer(PackState state, MapStyle style, boolean isKept, Filter filter) {

    public MapLayer {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(filter, "filter");
    }

    /** The same layer in another state, over the same file. */
    public MapLayer of(PackState other) {
        return new MapLayer(other, style, isKept, filter);
    }

    /** The same layer in a state that is drawn once. */
    public MapLayer ofOnce(PackState other) {
        return new MapLayer(other, style, false, filter);
    }
}
