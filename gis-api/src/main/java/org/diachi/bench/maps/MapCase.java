package org.diachi.bench.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A kind of request.
 *
 * @param name for people
 * @param request with placeholders for the box, the size, and the tile
 * @param zoom of the WebMercatorQuad
 * @param width in pixels
 * @param height in pixels
 */
record MapCase(String name, String request, int zoom, int width, int height) {

    private static final double HALF_WIDTH = Math.PI * 6_378_137;

    private static final String MAP =
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:3857&BBOX={bbox}&WIDTH={w}"
                    + "&HEIGHT={h}&FORMAT=%s&LAYERS=%s&STYLES=%s";

    /** Layers in a style without labels and patterns, as those of other servers that it is compared with have none. */
    private enum Sheet {
        ZONING("zones", "plain"),
        ZONING_GREEN_DRAINS("zones,green-spaces,drainage-links", "plain,plain,plain"),
        BUILDINGS("addresses", "plain"),
        ZONING_LABELLED("zones", "");

        private final String layers;
        private final String styles;

        Sheet(String layers, String styles) {
            this.layers = layers;
            this.styles = styles;
        }

        String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    static List<MapCase> all() {
        List<MapCase> cases = new ArrayList<>();
        for (Sheet sheet : Sheet.values()) {
            for (int zoom : new int[] {12, 14, 16, 18}) {
                cases.add(map(sheet, zoom, "image/png", 256, 256));
            }
        }
        cases.add(map(Sheet.ZONING, 14, "image/png;%20mode=8bit", 256, 256));
        cases.add(map(Sheet.ZONING, 16, "image/png;%20mode=8bit", 256, 256));
        cases.add(map(Sheet.ZONING, 14, "image/png", 1024, 768));
        cases.add(map(Sheet.BUILDINGS, 16, "image/png", 1024, 768));
        cases.add(info(Sheet.ZONING, 16));
        cases.add(info(Sheet.BUILDINGS, 18));
        cases.add(tile("zones", 12));
        cases.add(tile("addresses", 15));
        return cases;
    }

    private static MapCase map(Sheet sheet, int zoom, String format, int width, int height) {
        String kind = format.endsWith("8bit") ? " indexed" : "";
        return new MapCase(
                "WMS " + sheet.title() + kind + " z" + zoom + " " + width + "x" + height,
                MAP.formatted(format, sheet.layers, sheet.styles),
                zoom,
                width,
                height);
    }

    private static MapCase info(Sheet sheet, int zoom) {
        String request = MAP.formatted("image/png", sheet.layers, sheet.styles).replace("GetMap", "GetFeatureInfo")
                + "&QUERY_LAYERS=" + sheet.layers + "&I=128&J=128&INFO_FORMAT=application/json";
        return new MapCase("GetFeatureInfo " + sheet.title() + " z" + zoom, request, zoom, 256, 256);
    }

    private static MapCase tile(String collection, int zoom) {
        return new MapCase(
                "MVT " + collection + " z" + zoom,
                "/ogc/collections/" + collection + "/tiles/WebMercatorQuad/" + zoom + "/{row}/{col}",
                zoom,
                256,
                256);
    }

    /**
     * The request about a place.
     *
     * @param x in metres of Web Mercator
     */
    String at(double x, double y) {
        double metresPerPixel = 2 * HALF_WIDTH / 256 / (1 << zoom);
        double across = width * metresPerPixel / 2;
        double down = height * metresPerPixel / 2;
        double tile = 256 * metresPerPixel;
        return request.replace("{bbox}", (x - across) + "," + (y - down) + "," + (x + across) + "," + (y + down))
                .replace("{w}", String.valueOf(width))
                .replace("{h}", String.valueOf(height))
                .replace("{col}", String.valueOf((int) ((x + HALF_WIDTH) / tile)))
                .replace("{row}", String.valueOf((int) ((HALF_WIDTH - y) / tile)));
    }
}
