package org.diachi.wms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.diachi.city.CityProfile;
import org.diachi.city.GoldenPoint;
import org.diachi.pack.LayerStyles;
import org.diachi.pack.MapPacks;
import org.diachi.pack.PackState;
import org.diachi.pack.grid.Box;
import org.diachi.pack.grid.Grid;
import org.diachi.portrayal.Picture;
import org.diachi.portrayal.style.MapStyle;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;

/** Writes what the service can do (OGC 06-042, annex E.1; OGC 01-068r3, annex A.1). Thread-safe. */
final class Capabilities {

    private static final String WMS_NAMESPACE = "http://www.opengis.net/wms";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    /** Into so many pieces each edge of a box is cut. */
    private static final int PIECES = 16;

    /** How far around its golden point a city is thought to be, while nothing is known of it. */
    private static final double HOME_METRES = 20_000;

    private final CityProfile profile;
    private final MapPacks packs;
    private final LayerStyles styles;
    private final FrameParameters frames;

    /** By the identity of the style. */
    private final Map<MapStyle, LegendSize> legends = Collections.synchronizedMap(new IdentityHashMap<>());

    private record LegendSize(int width, int height) {}

    /** Where the city is, while its layers have nothing. */
    private final Box home;

    Capabilities(CityProfile profile, MapPacks packs, LayerStyles styles, FrameParameters frames) {
        this.profile = profile;
        this.packs = packs;
        this.styles = styles;
        this.frames = frames;
        this.home = home(profile.goldenPoint());
    }

    private static Box home(GoldenPoint golden) {
        double[] xy = {golden.x(), golden.y()};
        CrsTransform.between(golden.crs(), Crs.of(3857)).apply(xy, 1);
        return Box.ofMetres(xy[0], xy[1], xy[0], xy[1]).grown((int) (HOME_METRES * Grid.STEPS_PER_METRE));
    }

    /**
     * The document.
     *
     * @param url of the service, ending in a question mark
     * @param sequence its number, rising with every change of the layers
     */
    String write(WmsVersion version, String url, long sequence) {
        Xml xml = new Xml();
        boolean isOld = version == WmsVersion.V1_1_1;
        if (isOld) {
            xml.raw("<!DOCTYPE WMT_MS_Capabilities SYSTEM"
                    + " \"http://schemas.opengis.net/wms/1.1.1/capabilities_1_1_1.dtd\">\n");
            xml.begin("WMT_MS_Capabilities", "version", "1.1.1", "updateSequence", String.valueOf(sequence));
        } else {
            xml.begin(
                    "WMS_Capabilities",
                    "version",
                    "1.3.0",
                    "updateSequence",
                    String.valueOf(sequence),
                    "xmlns",
                    WMS_NAMESPACE,
                    "xmlns:sld",
                    "http://www.opengis.net/sld",
                    "xmlns:xlink",
                    XLINK,
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    WMS_NAMESPACE + " http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd"
                            + " http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/sld_capabilities.xsd");
        }
        writeService(xml, version, url);
        xml.begin("Capability");
        writeRequests(xml, version, url);
        xml.begin("Exception");
        (isOld
                        ? List.of(
                                "application/vnd.ogc.se_xml",
                                "application/vnd.ogc.se_inimage",
                                "application/vnd.ogc.se_blank")
                        : List.of("XML", "INIMAGE", "BLANK"))
                .forEach(format -> xml.element("Format", format));
        xml.end();
        if (isOld) {
            xml.empty(
                    "UserDefinedSymbolization",
                    "SupportSLD",
                    "1",
                    "UserLayer",
                    "0",
                    "UserStyle",
                    "1",
                    "RemoteWFS",
                    "0");
        } else {
            xml.empty(
                    "sld:UserDefinedSymbolization",
                    "SupportSLD",
                    "1",
                    "UserLayer",
                    "0",
                    "UserStyle",
                    "1",
                    "RemoteWFS",
                    "0",
                    "InlineFeature",
                    "0",
                    "RemoteWCS",
                    "0");
        }
        writeLayers(xml, version, url);
        return xml.end().end().toString();
    }

    private String city() {
        return profile.names().getOrDefault("en", profile.id());
    }

    private void writeService(Xml xml, WmsVersion version, String url) {
        xml.begin("Service")
                .element("Name", version == WmsVersion.V1_1_1 ? "OGC:WMS" : "WMS")
                .element("Title", "Diachi " + city())
                .element("Abstract", "The address objects, administrative units and map layers of " + city())
                .begin("KeywordList")
                .element("Keyword", "addresses")
                .element("Keyword", "land use")
                .element("Keyword", "drainage")
                .end();
        link(xml, url);
        xml.element("Fees", "none").element("AccessConstraints", "none");
        if (version == WmsVersion.V1_3_0) {
            xml.element("LayerLimit", String.valueOf(LayerParameters.MOST_LAYERS))
                    .element("MaxWidth", String.valueOf(FrameParameters.MOST_PIXELS))
                    .element("MaxHeight", String.valueOf(FrameParameters.MOST_PIXELS));
        }
        xml.end();
    }

    private static void link(Xml xml, String url) {
        xml.empty("OnlineResource", "xmlns:xlink", XLINK, "xlink:type", "simple", "xlink:href", url);
    }

    private static void writeRequests(Xml xml, WmsVersion version, String url) {
        boolean isOld = version == WmsVersion.V1_1_1;
        List<String> pictures = List.of("image/png", "image/png; mode=8bit", "image/jpeg");
        xml.begin("Request");
        request(xml, "GetCapabilities", url, List.of(version.capabilitiesType()));
        request(xml, "GetMap", url, pictures);
        request(xml, "GetFeatureInfo", url, InfoFormat.names());
        request(xml, isOld ? "DescribeLayer" : "sld:DescribeLayer", url, List.of("text/xml"));
        request(xml, isOld ? "GetLegendGraphic" : "sld:GetLegendGraphic", url, List.of("image/png"));
        if (isOld) {
            request(xml, "GetStyles", url, List.of("application/vnd.ogc.sld+xml"));
        }
        xml.end();
    }

    private static void request(Xml xml, String name, String url, List<String> formats) {
        xml.begin(name);
        formats.forEach(format -> xml.element("Format", format));
        xml.begin("DCPType").begin("HTTP").begin("Get");
        link(xml, url);
        xml.end().end().end().end();
    }

    /** One layer around all others, whose systems they inherit. */
    private void writeLayers(Xml xml, WmsVersion version, String url) {
        xml.begin("Layer").element("Title", city());
        for (Crs crs : frames.systems()) {
            if (version == WmsVersion.V1_3_0 || !crs.equals(Crs.CRS84)) {
                xml.element(version.crsParameter(), FrameParameters.name(crs));
            }
        }
        List<PackState> states = packs.list();
        Box whole = states.stream()
                .flatMap(state -> state.box().stream())
                .reduce(Box::and)
                .orElse(home);
        writeBox(xml, version, whole);
        states.forEach(state -> writeLayer(xml, version, url, state));
        xml.end();
    }

    private void writeLayer(Xml xml, WmsVersion version, String url, PackState state) {
        String name = state.layer().collection();
        xml.begin("Layer", "queryable", "1", "opaque", "0")
                .element("Name", name)
                .element("Title", title(state.layer().titles(), name));
        String titles = String.join(" · ", state.layer().titles().values());
        xml.element("Abstract", titles.isEmpty() ? name : titles);
        state.box().ifPresent(box -> writeBox(xml, version, box));
        writeTimes(xml, version);
        for (LayerStyles.Entry entry : styles.list(state.layer())) {
            writeStyle(xml, url, name, entry.style());
        }
        writeScales(xml, version, styles.usual(state.layer()));
        xml.end();
    }

    static String title(Map<String, String> titles, String name) {
        return titles.getOrDefault(
                "en", titles.values().stream().sorted().findFirst().orElse(name));
    }

    /** The day that is shown, and the instant whose knowledge of it. */
    private static void writeTimes(Xml xml, WmsVersion version) {
        List<String> names = List.of("time", KnownParameter.DIMENSION);
        List<String> extents = List.of("0001-01-01/9999-12-31/P1D", "0001-01-01T00:00:00Z/9999-12-31T23:59:59Z/0");
        List<String> defaults = List.of("current", "9999-12-31T23:59:59Z");
        if (version == WmsVersion.V1_1_1) {
            names.forEach(name -> xml.empty("Dimension", "name", name, "units", "ISO8601"));
        }
        for (int i = 0; i < names.size(); i++) {
            List<String> attributes = new ArrayList<>(List.of("name", names.get(i)));
            if (version == WmsVersion.V1_3_0) {
                attributes.addAll(List.of("units", "ISO8601", "current", "1"));
            }
            attributes.addAll(List.of("default", defaults.get(i), "nearestValue", "0"));
            String element = version == WmsVersion.V1_3_0 ? "Dimension" : "Extent";
            xml.element(element, extents.get(i), attributes.toArray(String[]::new));
        }
    }

    private void writeStyle(Xml xml, String url, String layer, MapStyle style) {
        LegendSize legend = legends.computeIfAbsent(style, key -> {
            Picture picture = Legends.usual(key);
            return new LegendSize(picture.width(), picture.height());
        });
        xml.begin("Style")
                .element("Name", style.name())
                .element("Title", style.title().isEmpty() ? style.name() : style.title())
                .begin("LegendURL", "width", String.valueOf(legend.width()), "height", String.valueOf(legend.height()))
                .element("Format", "image/png");
        link(
                xml,
                url + "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&SLD_VERSION=1.1.0&FORMAT=image/png&LAYER="
                        + layer + "&STYLE=" + style.name());
        xml.end().end();
    }

    /** The scales at which anything is drawn at all; 1.1.1 tells the diagonal of a pixel in metres instead. */
    private static void writeScales(Xml xml, WmsVersion version, MapStyle style) {
        double least = style.rules().stream()
                .mapToDouble(rule -> rule.minScale())
                .min()
                .orElse(0);
        double most = style.rules().stream()
                .mapToDouble(rule -> rule.maxScale())
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        if (least <= 0 && Double.isInfinite(most)) {
            return;
        }
        if (version == WmsVersion.V1_3_0) {
            if (least > 0) {
                xml.element("MinScaleDenominator", String.valueOf(least));
            }
            if (!Double.isInfinite(most)) {
                xml.element("MaxScaleDenominator", String.valueOf(most));
            }
        } else {
            double diagonal = 0.00028 * Math.sqrt(2);
            String max = String.valueOf(Double.isInfinite(most) ? 1e12 : most * diagonal);
            xml.empty("ScaleHint", "min", String.valueOf(least * diagonal), "max", max);
        }
    }

    private void writeBox(Xml xml, WmsVersion version, Box box) {
        double[] degrees = corners(box, Crs.CRS84);
        if (version == WmsVersion.V1_3_0) {
            xml.begin("EX_GeographicBoundingBox")
                    .element("westBoundLongitude", String.valueOf(degrees[0]))
                    .element("eastBoundLongitude", String.valueOf(degrees[2]))
                    .element("southBoundLatitude", String.valueOf(degrees[1]))
                    .element("northBoundLatitude", String.valueOf(degrees[3]))
                    .end();
        } else {
            xml.empty("LatLonBoundingBox", box(degrees, false));
        }
        for (Crs crs : frames.systems()) {
            if (version == WmsVersion.V1_3_0 || !crs.equals(Crs.CRS84)) {
                String[] sides = box(corners(box, crs), version == WmsVersion.V1_3_0 && crs.isLatitudeFirst());
                String[] attributes = new String[sides.length + 2];
                attributes[0] = version.crsParameter();
                attributes[1] = FrameParameters.name(crs);
                System.arraycopy(sides, 0, attributes, 2, sides.length);
                xml.empty("BoundingBox", attributes);
            }
        }
    }

    private static String[] box(double[] corners, boolean isLatitudeFirst) {
        int x = isLatitudeFirst ? 1 : 0;
        int y = 1 - x;
        return new String[] {
            "minx", String.valueOf(corners[x]),
            "miny", String.valueOf(corners[y]),
            "maxx", String.valueOf(corners[x + 2]),
            "maxy", String.valueOf(corners[y + 2])
        };
    }

    /** West, south, east, north in a system, around the four edges, which may bend in it. */
    static double[] corners(Box box, Crs crs) {
        double[] xy = new double[8 * PIECES];
        for (int i = 0; i < PIECES; i++) {
            double x = box.minX() + ((double) box.maxX() - box.minX()) * i / PIECES;
            double y = box.minY() + ((double) box.maxY() - box.minY()) * i / PIECES;
            double[] places = {
                x,
                box.minY(),
                box.maxX(),
                y,
                (double) box.minX() + box.maxX() - x,
                box.maxY(),
                box.minX(),
                (double) box.minY() + box.maxY() - y
            };
            for (int k = 0; k < places.length; k += 2) {
                xy[8 * i + k] = Grid.metres(places[k]);
                xy[8 * i + k + 1] = -Grid.metres(places[k + 1]);
            }
        }
        CrsTransform.between(Crs.of(3857), crs).apply(xy, 4 * PIECES);
        double[] sides = {xy[0], xy[1], xy[0], xy[1]};
        for (int i = 0; i < xy.length; i += 2) {
            sides[0] = Math.min(sides[0], xy[i]);
            sides[1] = Math.min(sides[1], xy[i + 1]);
            sides[2] = Math.max(sides[2], xy[i]);
            sides[3] = Math.max(sides[3], xy[i + 1]);
        }
        return sides;
    }
}
