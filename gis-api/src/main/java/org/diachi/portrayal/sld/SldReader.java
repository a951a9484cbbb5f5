package org.diachi.portrayal.sld;

import java.util.List;
import org.diachi.portrayal.style.IconFolder;
import org.diachi.portrayal.style.MapStyle;

/** Reads styles. */
public final class SldReader {

    /**
     * A style and the layer it is for.
     *
     * @param layer the name of the layer; may be empty
     */
    public record StyledLayer(String layer, MapStyle style) {}

    private SldReader() {}

    /**
     * All styles of a document, in its order; at least one. A document may also be a bare feature type style.
     *
     * @throws org.diachi.portrayal.style.StyleException if it cannot be used
     */
    public static List<StyledLayer> read(byte[] document, IconFolder icons) {
        throw new UnsupportedOperationException("To come: " + document.length + icons);
    }
}
