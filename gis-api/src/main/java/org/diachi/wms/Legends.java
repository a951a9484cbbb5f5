package org.diachi.wms;

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
        GetMap.Paper paper = paper(kvp);
        int width = kvp.number("WIDTH", kvp.get("WIDTH", USUAL_SIZE), 1, MOST_SAMPLE_PIXELS);
        int height = kvp.number("HEIGHT", kvp.get("HEIGHT", USUAL_SIZE), 1, MOST_SAMPLE_PIXELS);
        Picture picture = picture(kvp, style, new LegendGraphic.Sample(width, height, 1, paper.background()));
        byte[] body = paper.format().encode(picture, new PngEncoder(), paper.isTransparent());
        return new WmsAnswer(paper.format().mediaType(), body);
    }

    /** As of maps, but PNG where no format is named. */
    private static GetMap.Paper paper(Kvp kvp) {
        kvp.put("FORMAT", kvp.get("FORMAT", PictureFormat.PNG.parameter()));
        return GetMap.Paper.read(kvp);
    }

    /** The legend as {@link #graphic} draws it for who says nothing of its size. */
    static Picture usual(MapStyle style) {
        int side = Integer.parseInt(USUAL_SIZE);
        return LegendGraphic.ofStyle(style, Double.NaN, new LegendGraphic.Sample(side, side, 1, 0));
    }

    private static Picture picture(Kvp kvp, MapStyle style, LegendGraphic.Sample sample) {
        String rule = kvp.get("RULE", "");
        if (rule.isEmpty()) {
            return LegendGraphic.ofStyle(style, scale(kvp.get("SCALE", "")), sample);
        }
        for (int i = 0; i < style.rules().size(); i++) {
            if (style.rules().get(i).name().equals(rule)) {
                return LegendGraphic.ofRule(style, i, sample);
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

    /** The styles of layers in one document, as they were written. */
    WmsAnswer styles(Kvp kvp) {
        StyleDocument document = new StyleDocument();
        for (PackState state : layers.states("LAYERS", kvp.list("LAYERS"))) {
            document.add(state.layer().collection(), styles.list(state.layer()));
        }
        return new WmsAnswer("application/vnd.ogc.sld+xml", document.toBytes());
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
