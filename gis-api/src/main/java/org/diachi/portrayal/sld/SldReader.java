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
        Element root = Xml.parse(document);
        StyleCompiler compiler = new StyleCompiler(icons);
        List<StyledLayer> found = new ArrayList<>();
        switch (Xml.name(root)) {
            case "StyledLayerDescriptor" -> {
                for (Element layer : Xml.children(root)) {
                    if (Xml.name(layer).equals("NamedLayer") || Xml.name(layer).equals("UserLayer")) {
                        readLayer(layer, compiler, found);
                    }
                }
            }
            case "UserStyle" -> found.add(new StyledLayer("", compiler.compile(style(root))));
            case "FeatureTypeStyle" -> {
                Style style = SymbolizerReader.STYLES.createStyle();
                style.featureTypeStyles().add(featureTypeStyle(root));
                found.add(new StyledLayer(Xml.text(root, "Name"), compiler.compile(style)));
            }
            default -> throw new StyleException("A style begins with StyledLayerDescriptor, not " + root.getNodeName());
        }
        if (found.isEmpty()) {
            throw new StyleException("The document has no UserStyle");
        }
        return found;
    }

    private static void readLayer(Element layer, StyleCompiler compiler, List<StyledLayer> found) {
        if (Xml.findChild(layer, "RemoteOWS").isPresent()
                || Xml.findChild(layer, "InlineFeature").isPresent()) {
            throw new StyleException("Layers with data of their own are not supported");
        }
        for (Element style : Xml.children(layer, "UserStyle")) {
            found.add(new StyledLayer(Xml.text(layer, "Name"), compiler.compile(style(style))));
        }
    }

    private static Style style(Element element) {
        Style style = SymbolizerReader.STYLES.createStyle();
        style.setName(Xml.text(element, "Name"));
        style.getDescription().setTitle(title(element));
        for (Element child : Xml.children(element, "FeatureTypeStyle")) {
            style.featureTypeStyles().add(featureTypeStyle(child));
        }
        return style;
    }

    /** The title, in SLD 1.0 of the element itself, in SE 1.1 of its description. */
    private static String title(Element element) {
        String own = Xml.text(element, "Title");
        return own.isEmpty()
                ? Xml.findChild(element, "Description")
                        .map(description -> Xml.text(description, "Title"))
                        .orElse("")
                : own;
    }

    private static FeatureTypeStyle featureTypeStyle(Element element) {
        FeatureTypeStyle style = SymbolizerReader.STYLES.createFeatureTypeStyle();
        List<Element> rules = Xml.children(element, "Rule");
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
        rule.setName(Xml.text(element, "Name"));
        rule.setDescription(new DescriptionImpl(title(element), ""));
        for (Element child : Xml.children(element)) {
            switch (Xml.name(child)) {
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
            throw new StyleException(Xml.name(element) + " is no number: " + element.getTextContent(), e);
        }
    }
}
