package org.diachi.portrayal.sld;

import java.util.ArrayList;
import java.util.List;
import org.diachi.portrayal.style.IconFolder;
import org.diachi.portrayal.style.MapStyle;
import org.diachi.portrayal.style.StyleCompiler;
import org.diachi.portrayal.style.StyleException;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.styling.DescriptionImpl;
import org.w3c.dom.Element;

/** Reads styles. */
public final class SldReader {

    private static final int MOST_RULES = 2_000;

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
     * @throws StyleException if it cannot be used
     */
    public static List<StyledLayer> read(byte[] document, IconFolder icons) {
        Element root = StyleXml.parse(document);
        StyleCompiler compiler = new StyleCompiler(icons);
        List<StyledLayer> found = new ArrayList<>();
        switch (StyleXml.name(root)) {
            case "StyledLayerDescriptor" -> {
                for (Element layer : StyleXml.children(root)) {
                    if (StyleXml.name(layer).equals("NamedLayer")
                            || StyleXml.name(layer).equals("UserLayer")) {
                        readLayer(layer, compiler, found);
                    }
                }
            }
            case "UserStyle" -> found.add(new StyledLayer("", compiler.compile(style(root))));
            case "FeatureTypeStyle" -> {
                Style style = SymbolizerReader.STYLES.createStyle();
                style.featureTypeStyles().add(featureTypeStyle(root));
                found.add(new StyledLayer(StyleXml.text(root, "Name"), compiler.compile(style)));
            }
            default -> throw new StyleException("A style begins with StyledLayerDescriptor, not " + root.getNodeName());
        }
        if (found.isEmpty()) {
            throw new StyleException("The document has no UserStyle");
        }
        return found;
    }

    private static void readLayer(Element layer, StyleCompiler compiler, List<StyledLayer> found) {
        if (StyleXml.findChild(layer, "RemoteOWS").isPresent()
                || StyleXml.findChild(layer, "InlineFeature").isPresent()) {
            throw new StyleException("Layers with data of their own are not supported");
        }
        for (Element style : StyleXml.children(layer, "UserStyle")) {
            found.add(new StyledLayer(StyleXml.text(layer, "Name"), compiler.compile(style(style))));
        }
    }

    private static Style style(Element element) {
        Style style = SymbolizerReader.STYLES.createStyle();
        style.setName(StyleXml.text(element, "Name"));
        style.getDescription().setTitle(title(element));
        for (Element child : StyleXml.children(element, "FeatureTypeStyle")) {
            style.featureTypeStyles().add(featureTypeStyle(child));
        }
        return style;
    }

    /** The title, in SLD 1.0 of the element itself, in SE 1.1 of its description. */
    private static String title(Element element) {
        String own = StyleXml.text(element, "Title");
        return own.isEmpty()
                ? StyleXml.findChild(element, "Description")
                        .map(description -> StyleXml.text(description, "Title"))
                        .orElse("")
                : own;
    }

    private static FeatureTypeStyle featureTypeStyle(Element element) {
        FeatureTypeStyle style = SymbolizerReader.STYLES.createFeatureTypeStyle();
        List<Element> rules = StyleXml.children(element, "Rule");
        if (rules.size() > MOST_RULES) {
            throw new StyleException("A style has at most " + MOST_RULES + " rules");
        }
        for (Element rule : rules) {
            style.rules().add(rule(rule));
        }
        return style;
    }

    private static Rule rule(Element element) {
        Rule rule = SymbolizerReader.STYLES.createRule();
        rule.setName(StyleXml.text(element, "Name"));
        rule.setDescription(new DescriptionImpl(title(element), ""));
        for (Element child : StyleXml.children(element)) {
            switch (StyleXml.name(child)) {
                case "Filter" -> rule.setFilter(FilterReader.readContent(child));
                case "ElseFilter" -> rule.setElseFilter(true);
                case "MinScaleDenominator" -> rule.setMinScaleDenominator(scale(child));
                case "MaxScaleDenominator" -> rule.setMaxScaleDenominator(scale(child));
                default -> {
                    if (SymbolizerReader.isSymbolizer(child)) {
                        rule.symbolizers().add(SymbolizerReader.read(child));
                    }
                }
            }
        }
        return rule;
    }

    private static double scale(Element element) {
        try {
            return Double.parseDouble(element.getTextContent().strip());
        } catch (NumberFormatException e) {
            throw new StyleException(StyleXml.name(element) + " is no number: " + element.getTextContent(), e);
        }
    }
}
