package org.diachi.wms;

import java.util.List;
import java.util.Objects;
import org.diachi.pack.Days;
import org.diachi.wms.map.MapFrame;
import org.diachi.wms.map.MapLayer;

/**
 * What GetMap and GetFeatureInfo ask for alike.
 *
 * @param frame the part of the world and its pixels
 * @param layers from the ground up
 * @param days that are shown
 * @param knowledge of them that is shown
 */
public record MapQuestion(MapFrame frame, List<MapLayer> layers, Days days, Knowledge knowledge) {

    public MapQuestion {
        Objects.requireNonNull(frame, "frame");
        layers = List.copyOf(layers);
        Objects.requireNonNull(days, "days");
        Objects.requireNonNull(knowledge, "knowledge");
    }

    /** The same question of layers in other states. */
    MapQuestion of(List<MapLayer> others) {
        return new MapQuestion(frame, others, days, knowledge);
    }

    /** The last entry of the log that has changed one of the layers. */
    public long changed() {
        return layers.stream().mapToLong(layer -> layer.state().changed()).max().orElse(0);
    }
}
