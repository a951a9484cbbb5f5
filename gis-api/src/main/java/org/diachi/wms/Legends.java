package org.diachi.wms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diachi.pack.LayerStyles;
import org.diachi.pack.PackLayer;
import org.diachi.pack.PackState;
import org.diachi.portrayal.LegendGraphic;
import org.diachi.portrayal.Picture;
import org.diachi.portrayal.png.PngEncoder;
import org.diachi.portrayal.style.MapStyle;

/** The operations on styles: GetLegendGraphic, GetStyles and DescribeLayer (OGC 05-078r4). Thread-safe. */
final class Legends {

    private static final int MOST_SAMPLE_PIXELS = 500;
    private static final String USUAL_SIZE = "20";

    private final LayerParameters layers;
    private final LayerStyles styles;

    Legends(LayerParameters layers, LayerStyles styles) {
        this.layers = layers;
        this.styles = styles;
    }

    /** The legend of a layer's style, of all its rules, those of a scale, or one. */
    WmsAnswer graphic(Kvp kvp) {
        PackLayer layer =
                layers.states("LAYER", List.of(kvp.get("LAYER"))).get(0).layer();
        String name = kvp.get("STYLE", "");
        MapStyle style = name.isEmpty()
                ? styles.usual(layer)
                : styles.find(layer, name)
                        .orElseThrow(() -> new ServiceException(
                                "StyleNotDefined", "STYLE", "The layer has no style \"" + Kvp.shorten(name) + "\"."))
                        .style();
        PictureFormat format = PictureFormat.find(kvp.get("FORMAT", "image/png"))
                .orElseThrow(() -> new ServiceException(
                        "InvalidFormat", "FORMAT", "Legends are pictures of the format image/png or image/jpeg."));
        int width = kvp.number("WIDTH", kvp.get("WIDTH", USUAL_SIZE), 1, MOST_SAMPLE_PIXELS);
        int height = kvp.number("HEIGHT", kvp.get("HEIGHT", USUAL_SIZE), 1, MOST_SAMPLE_PIXELS);
        Picture picture = picture(kvp, style, width, height);
        boolean isTransparent = kvp.get("TRANSPARENT", "FALSE").equalsIgnoreCase("TRUE") && !picture.opaque();
        return new WmsAnswer(format.mediaType(), format.encode(picture, new PngEncoder(), isTransparent));
    }

    private static Picture picture(Kvp kvp, MapStyle style, int width, int height) {
        String rule = kvp.get("RULE", "");
        if (rule.isEmpty()) {
            return LegendGraphic.ofStyle(style, scale(kvp.get("SCALE", "")), width, height, 1);
        }
        for (int i = 0; i < style.rules().size(); i++) {
            if (style.rules().get(i).name().equals(rule)) {
                return LegendGraphic.ofRule(style, i, width, height, 1);
            }
        }
        throw new ServiceException(
                ServiceException.INVALID_VALUE, "RULE", "The style has no rule \"" + Kvp.shorten(rule) + "\".");
    }

    private static double scale(String text) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new ServiceException(
                    ServiceException.INVALID_VALUE,
                    "SCALE",
                    "The scale \"" + Kvp.shorten(text) + "\" is no number.",
                    e);
        }
    }

    /** The document that the style of a layer was written in. */
    WmsAnswer styles(Kvp kvp) {
        List<PackState> states = layers.states("LAYERS", kvp.list("LAYERS"));
        String document = states.stream()
                .map(state -> styles.list(state.layer()).get(0).document())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> plain(states));
        return new WmsAnswer("application/vnd.ogc.sld+xml", document.getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(List<PackState> states) {
        Xml xml = new Xml();
        xml.begin("StyledLayerDescriptor", "version", "1.0.0", "xmlns", "http://www.opengis.net/sld");
        for (PackState state : states) {
            xml.begin("NamedLayer").element("Name", state.layer().collection());
            xml.begin("NamedStyle").element("Name", "default").end().end();
        }
        return xml.end().toString();
    }

    /** Where the features of layers are: with the collections of OGC API Features, which this operation has no word for. */
    WmsAnswer describe(Kvp kvp, WmsVersion version) {
        Xml xml = new Xml();
        List<PackState> states = layers.states("LAYERS", kvp.list("LAYERS"));
        if (version == WmsVersion.V1_1_1) {
            xml.raw("<!DOCTYPE WMS_DescribeLayerResponse SYSTEM"
                    + " \"http://schemas.opengis.net/wms/1.1.1/WMS_DescribeLayerResponse.dtd\">\n");
            xml.begin("WMS_DescribeLayerResponse", "version", "1.1.1");
            states.forEach(
                    state -> xml.empty("LayerDescription", "name", state.layer().collection()));
        } else {
            xml.begin(
                            "DescribeLayerResponse",
                            "xmlns",
                            "http://www.opengis.net/sld",
                            "xmlns:se",
                            "http://www.opengis.net/se")
                    .element("Version", "1.1.0");
            states.forEach(state -> xml.begin("LayerDescription")
                    .element("owsType", "WFS")
                    .begin("TypeName")
                    .element("se:FeatureTypeName", state.layer().collection())
                    .end()
                    .end());
        }
        return WmsAnswer.text("text/xml", xml.end().toString());
    }
}
