package org.diachi.portrayal.sld;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diachi.portrayal.style.StyleException;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.AnchorPoint;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Font;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.Halo;
import org.geotools.api.style.LabelPlacement;
import org.geotools.api.style.LinePlacement;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PointPlacement;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.StyleFactory;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.styling.UomOgcMapping;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads symbolizers. */
final class SymbolizerReader {

    static final StyleFactory STYLES = CommonFactoryFinder.getStyleFactory();

    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private SymbolizerReader() {}

    static boolean isSymbolizer(Element element) {
        return StyleXml.name(element).endsWith("Symbolizer");
    }

    static Symbolizer read(Element element) {
        Symbolizer symbolizer = switch (StyleXml.name(element)) {
            case "PolygonSymbolizer" -> polygon(element);
            case "LineSymbolizer" -> line(element);
            case "PointSymbolizer" -> point(element);
            case "TextSymbolizer" -> text(element);
            default -> throw new StyleException("The symbolizer " + StyleXml.name(element) + " is not supported");
        };
        symbolizer.getOptions().putAll(options(element));
        String unit = element.getAttribute("uom");
        if (!unit.isEmpty()) {
            try {
                symbolizer.setUnitOfMeasure(UomOgcMapping.get(unit).getUnit());
            } catch (IllegalArgumentException e) {
                throw new StyleException("The unit '" + unit + "' is not known", e);
            }
        }
        return symbolizer;
    }

    private static Map<String, String> options(Element element) {
        Map<String, String> options = new TreeMap<>();
        for (Element option : StyleXml.children(element, "VendorOption")) {
            options.put(option.getAttribute("name"), option.getTextContent().strip());
        }
        return options;
    }

    private static PolygonSymbolizer polygon(Element element) {
        PolygonSymbolizer polygon = STYLES.createPolygonSymbolizer();
        polygon.setFill(fill(element));
        polygon.setStroke(stroke(element));
        StyleXml.findChild(element, "PerpendicularOffset")
                .ifPresent(offset -> polygon.setPerpendicularOffset(ExpressionReader.readContent(offset)));
        return polygon;
    }

    private static LineSymbolizer line(Element element) {
        LineSymbolizer line = STYLES.createLineSymbolizer();
        Stroke stroke = stroke(element);
        line.setStroke(stroke == null ? STYLES.getDefaultStroke() : stroke);
        StyleXml.findChild(element, "PerpendicularOffset")
                .ifPresent(offset -> line.setPerpendicularOffset(ExpressionReader.readContent(offset)));
        return line;
    }

    private static PointSymbolizer point(Element element) {
        PointSymbolizer point = STYLES.createPointSymbolizer();
        point.setGraphic(graphic(StyleXml.getChild(element, "Graphic")));
        return point;
    }

    private static @Nullable Fill fill(Element parent) {
        return StyleXml.findChild(parent, "Fill")
                .map(SymbolizerReader::readFill)
                .orElse(null);
    }

    private static Fill readFill(Element element) {
        Fill fill = STYLES.getDefaultFill();
        Map<String, Expression> parameters = parameters(element);
        fill.setColor(parameters.getOrDefault("fill", ExpressionReader.FACTORY.literal("#808080")));
        fill.setOpacity(parameters.getOrDefault("fill-opacity", ExpressionReader.FACTORY.literal(1)));
        StyleXml.findChild(element, "GraphicFill")
                .ifPresent(graphic -> fill.setGraphicFill(graphic(StyleXml.getChild(graphic, "Graphic"))));
        return fill;
    }

    private static @Nullable Stroke stroke(Element parent) {
        return StyleXml.findChild(parent, "Stroke")
                .map(SymbolizerReader::readStroke)
                .orElse(null);
    }

    private static Stroke readStroke(Element element) {
        if (StyleXml.findChild(element, "GraphicStroke").isPresent()
                || StyleXml.findChild(element, "GraphicFill").isPresent()) {
            throw new StyleException("A stroke of graphics is not supported: give it a colour");
        }
        Stroke stroke = STYLES.getDefaultStroke();
        Map<String, Expression> parameters = parameters(element);
        stroke.setColor(parameters.getOrDefault("stroke", ExpressionReader.FACTORY.literal("#000000")));
        stroke.setOpacity(parameters.getOrDefault("stroke-opacity", ExpressionReader.FACTORY.literal(1)));
        stroke.setWidth(parameters.getOrDefault("stroke-width", ExpressionReader.FACTORY.literal(1)));
        stroke.setLineJoin(parameters.getOrDefault("stroke-linejoin", ExpressionReader.FACTORY.literal("mitre")));
        stroke.setLineCap(parameters.getOrDefault("stroke-linecap", ExpressionReader.FACTORY.literal("butt")));
        stroke.setDashOffset(parameters.getOrDefault("stroke-dashoffset", ExpressionReader.FACTORY.literal(0)));
        Expression dashes = parameters.get("stroke-dasharray");
        if (dashes != null) {
            stroke.setDashArray(dashes(String.valueOf(dashes.evaluate(null))));
        }
        return stroke;
    }

    private static float[] dashes(String text) {
        String[] words = text.strip().split("[\\s,]+");
        if (text.isBlank() || text.strip().equals("none")) {
            return new float[0];
        }
        float[] dashes = new float[words.length];
        for (int i = 0; i < dashes.length; i++) {
            try {
                dashes[i] = Float.parseFloat(words[i]);
            } catch (NumberFormatException e) {
                throw new StyleException("'" + text + "' is no list of dashes", e);
            }
        }
        return dashes;
    }

    private static Map<String, Expression> parameters(Element element) {
        Map<String, Expression> parameters = new TreeMap<>();
        for (Element child : StyleXml.children(element)) {
            if (StyleXml.name(child).equals("CssParameter")
                    || StyleXml.name(child).equals("SvgParameter")) {
                parameters.put(child.getAttribute("name"), ExpressionReader.readContent(child));
            }
        }
        return parameters;
    }

    private static Graphic graphic(Element element) {
        Graphic graphic = STYLES.createDefaultGraphic();
        List<GraphicalSymbol> shapes = new ArrayList<>();
        for (Element child : StyleXml.children(element)) {
            switch (StyleXml.name(child)) {
                case "Mark" -> shapes.add(mark(child));
                case "ExternalGraphic" ->
                    StyleXml.findChild(child, "OnlineResource")
                            .ifPresent(resource -> shapes.add(STYLES.createExternalGraphic(
                                    resource.getAttributeNS(XLINK, "href"), StyleXml.text(child, "Format"))));
                case "Size" -> graphic.setSize(ExpressionReader.readContent(child));
                case "Rotation" -> graphic.setRotation(ExpressionReader.readContent(child));
                case "Opacity" -> graphic.setOpacity(ExpressionReader.readContent(child));
                case "AnchorPoint" -> graphic.setAnchorPoint(anchor(child));
                case "Displacement" -> graphic.setDisplacement(displacement(child));
                default -> {}
            }
        }
        graphic.graphicalSymbols().clear();
        graphic.graphicalSymbols().addAll(shapes);
        return graphic;
    }

    private static GraphicalSymbol mark(Element element) {
        Expression name = StyleXml.findChild(element, "WellKnownName")
                .map(ExpressionReader::readContent)
                .orElse(ExpressionReader.FACTORY.literal("square"));
        return STYLES.mark(name, fill(element), stroke(element));
    }

    private static AnchorPoint anchor(Element element) {
        return STYLES.createAnchorPoint(number(element, "AnchorPointX"), number(element, "AnchorPointY"));
    }

    private static Displacement displacement(Element element) {
        return STYLES.createDisplacement(number(element, "DisplacementX"), number(element, "DisplacementY"));
    }

    private static Expression number(Element element, String name) {
        return StyleXml.findChild(element, name)
                .map(ExpressionReader::readContent)
                .orElse(ExpressionReader.FACTORY.literal(0));
    }

    private static TextSymbolizer text(Element element) {
        TextSymbolizer text = STYLES.createTextSymbolizer();
        text.setLabel(ExpressionReader.readContent(StyleXml.getChild(element, "Label")));
        Fill fill = fill(element);
        text.setFill(fill == null ? STYLES.createFill(ExpressionReader.FACTORY.literal("#000000")) : fill);
        StyleXml.findChild(element, "Font").ifPresent(font -> text.setFont(font(font)));
        StyleXml.findChild(element, "Halo").ifPresent(halo -> text.setHalo(halo(halo)));
        StyleXml.findChild(element, "LabelPlacement")
                .flatMap(SymbolizerReader::placement)
                .ifPresent(text::setLabelPlacement);
        StyleXml.findChild(element, "Priority")
                .ifPresent(priority -> text.setPriority(ExpressionReader.readContent(priority)));
        return text;
    }

    private static Font font(Element element) {
        Map<String, Expression> parameters = parameters(element);
        return STYLES.createFont(
                parameters.getOrDefault("font-family", ExpressionReader.FACTORY.literal("")),
                parameters.getOrDefault("font-style", ExpressionReader.FACTORY.literal("normal")),
                parameters.getOrDefault("font-weight", ExpressionReader.FACTORY.literal("normal")),
                parameters.getOrDefault("font-size", ExpressionReader.FACTORY.literal(10)));
    }

    private static Halo halo(Element element) {
        Fill fill = fill(element);
        Expression radius = StyleXml.findChild(element, "Radius")
                .map(ExpressionReader::readContent)
                .orElse(ExpressionReader.FACTORY.literal(1));
        return STYLES.createHalo(
                fill == null ? STYLES.createFill(ExpressionReader.FACTORY.literal("#ffffff")) : fill, radius);
    }

    private static Optional<LabelPlacement> placement(Element element) {
        return StyleXml.findChild(element, "LinePlacement")
                .<LabelPlacement>map(SymbolizerReader::linePlacement)
                .or(() -> StyleXml.findChild(element, "PointPlacement").map(SymbolizerReader::pointPlacement));
    }

    private static LinePlacement linePlacement(Element element) {
        LinePlacement placement = STYLES.createLinePlacement(number(element, "PerpendicularOffset"));
        placement.setRepeated(Boolean.parseBoolean(StyleXml.text(element, "IsRepeated")));
        placement.setGap(number(element, "Gap"));
        return placement;
    }

    private static PointPlacement pointPlacement(Element element) {
        PointPlacement placement = STYLES.getDefaultPointPlacement();
        placement.setAnchorPoint(StyleXml.findChild(element, "AnchorPoint")
                .map(SymbolizerReader::anchor)
                .orElse(STYLES.createAnchorPoint(
                        ExpressionReader.FACTORY.literal(0), ExpressionReader.FACTORY.literal(0.5))));
        placement.setDisplacement(StyleXml.findChild(element, "Displacement")
                .map(SymbolizerReader::displacement)
                .orElse(STYLES.createDisplacement(
                        ExpressionReader.FACTORY.literal(0), ExpressionReader.FACTORY.literal(0))));
        placement.setRotation(number(element, "Rotation"));
        return placement;
    }
}
