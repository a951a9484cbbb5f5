package org.diachi.wms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of feature information. */
public enum InfoFormat {
    TEXT("text/plain"),
    HTML("text/html"),
    JSON("application/json"),
    GML("application/vnd.ogc.gml");

    private final String mediaType;

    InfoFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** As capabilities name them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(InfoFormat::mediaType).toList();
    }

    /** The format of a name, in the spellings of others too. */
    static Optional<InfoFormat> find(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "text/plain" -> Optional.of(TEXT);
            case "text/html" -> Optional.of(HTML);
            case "application/json", "application/geo+json", "application/geojson", "geojson", "json" ->
                Optional.of(JSON);
            case "application/vnd.ogc.gml", "text/xml", "application/gml+xml" -> Optional.of(GML);
            default -> Optional.empty();
        };
    }
}
