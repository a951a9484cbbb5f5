package org.diachi.pack.tile;

import java.util.List;
import org.diachi.pack.Days;
import org.diachi.pack.PackState;
import org.diachi.pack.grid.ByteSink;

/** Writes vector tiles. */
public final class VectorTile {

    /** The media type of tiles. */
    public static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

    private VectorTile() {}

    /**
     * A tile of layers, in their order; those with nothing in it are left out.
     *
     * @param days that are shown
     */
    public static byte[] write(List<PackState> layers, TileAddress tile, Days days) {
        ByteSink sink = new ByteSink(1 << 14);
        for (PackState layer : layers) {
            new TileLayer(layer, tile).write(days, sink);
        }
        return sink.toByteArray();
    }
}
