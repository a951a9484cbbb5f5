package org.diachi.portrayal.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.diachi.portrayal.raster.Stroke.Cap;
import org.diachi.portrayal.raster.Stroke.Join;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.AnchorPoint;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.Fill;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.styling.UomOgcMapping;
import org.jspecify.annotations.Nullable;

/** Makes symbols of symbolizers. */
final class SymbolCompiler {

    private static final double FOOT = 0.3048;
    private static final double SIZE_OF_MARKS = 6;

    private final Icons icons;

    SymbolCompiler(IconFolder folder) {
        icons = new Icons(folder);
    }

    List<Symbol> compile(Symbolizer symbolizer) {
        Unit unit = unit(symbolizer);
        // Feet have no symbols of their own: they are metres of another length.
        double factor = UomOgcMapping.FOOT.getUnit().equals(symbolizer.getUnitOfMeasure()) ? FOOT : 1;
        List<Symbol> symbols = new ArrayList<>();
        if (symbolizer instanceof PolygonSymbolizer polygon) {
            if (polygon.getFill() != null) {
                symbols.add(fill(polygon.getFill(), polygon.getOptions(), unit, factor));
            }
            if (polygon.getStroke() != null) {
                symbols.add(line(polygon.getStroke(), polygon.getPerpendicularOffset(), unit, factor));
            }
        } else if (symbolizer instanceof LineSymbolizer line) {
            symbols.add(line(line.getStroke(), line.getPerpendicularOffset(), unit, factor));
        } else if (symbolizer instanceof PointSymbolizer point) {
            symbols.add(new PointSymbol(graphic(point.getGraphic(), unit, factor), unit));
        } else if (symbolizer instanceof TextSymbolizer text) {
            symbols.add(new TextCompiler(unit, factor).compile(text));
        } else {
            throw new StyleException("Symbolizers of this kind are not supported: " + symbolizer);
        }
        return symbols;
    }

    private static Unit unit(Symbolizer symbolizer) {
        Object unit = symbolizer.getUnitOfMeasure();
        return unit == null || UomOgcMapping.PIXEL.getUnit().equals(unit) ? Unit.PIXEL : Unit.METRE;
    }

    private FillSymbol fill(Fill fill, Map<String, String> options, Unit unit, double factor) {
        Pattern pattern = null;
        if (fill.getGraphicFill() != null) {
            double[] margins = margins(options.getOrDefault("graphic-margin", ""));
            pattern = new Pattern(graphic(fill.getGraphicFill(), unit, factor), margins[1], margins[0]);
        }
        return new FillSymbol(
                Constants.colour(fill.getColor(), "fill colour", 0x808080),
                opacity(fill.getOpacity(), "fill opacity"),
                pattern,
                unit);
    }

    /** What is above and below, and what is beside, as in CSS: one value, two, or four. */
    private static double[] margins(String text) {
        if (text.isBlank()) {
            return new double[2];
        }
        String[] words = text.strip().split("[\\s,]+");
        try {
            double vertical = Double.parseDouble(words[0]);
            double horizontal = words.length > 1 ? Double.parseDouble(words[1]) : vertical;
            return new double[] {2 * vertical, 2 * horizontal};
        } catch (NumberFormatException e) {
            throw new StyleException("The graphic-margin is no number: " + text, e);
        }
    }

    private static LineSymbol line(Stroke stroke, @Nullable Expression offset, Unit unit, double factor) {
        return new LineSymbol(
                Constants.colour(stroke.getColor(), "stroke colour", 0),
                opacity(stroke.getOpacity(), "stroke opacity"),
                factor * Constants.size(stroke.getWidth(), "stroke width", 1),
                join(Constants.text(stroke.getLineJoin(), "line join")),
                cap(Constants.text(stroke.getLineCap(), "line cap")),
                dashes(stroke.getDashArray(), factor),
                factor * Constants.number(stroke.getDashOffset(), "dash offset", 0),
                factor * Constants.number(offset, "perpendicular offset", 0),
                unit);
    }

    private static Join join(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "", "mitre", "miter" -> Join.MITRE;
            case "round" -> Join.ROUND;
            case "bevel" -> Join.BEVEL;
            default -> throw new StyleException("There is no line join '" + name + "'");
        };
    }

    private static Cap cap(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "", "butt", "flat" -> Cap.BUTT;
            case "round" -> Cap.ROUND;
            case "square" -> Cap.SQUARE;
            default -> throw new StyleException("There is no line cap '" + name + "'");
        };
    }

    /** The dashes, an odd list twice, as SVG has it. */
    private static List<Double> dashes(float @Nullable [] dashes, double factor) {
        List<Double> found = new ArrayList<>();
        if (dashes != null) {
            for (int i = 0; i < dashes.length * (1 + dashes.length % 2); i++) {
                float dash = dashes[i % dashes.length];
                if (!(dash >= 0 && dash < 1e6)) {
                    throw new StyleException("A dash is out of bounds: " + dash);
                }
                found.add(factor * dash);
            }
        }
        return found;
    }

    private Graphic graphic(org.geotools.api.style.Graphic graphic, Unit unit, double factor) {
        GraphicShape shape = shape(graphic.graphicalSymbols(), unit, factor);
        double size = Constants.size(
                graphic.getSize(), "size", shape instanceof GraphicShape.Icon ? Icons.USUAL_SIZE : SIZE_OF_MARKS);
        AnchorPoint anchor = graphic.getAnchorPoint();
        Displacement offset = graphic.getDisplacement();
        return new Graphic(
                shape,
                factor * size,
                Constants.number(graphic.getRotation(), "rotation", 0),
                opacity(graphic.getOpacity(), "opacity"),
                anchor == null ? 0.5 : Constants.number(anchor.getAnchorPointX(), "anchor", 0.5),
                anchor == null ? 0.5 : Constants.number(anchor.getAnchorPointY(), "anchor", 0.5),
                offset == null ? 0 : factor * Constants.number(offset.getDisplacementX(), "displacement", 0),
                offset == null ? 0 : factor * Constants.number(offset.getDisplacementY(), "displacement", 0));
    }

    /** The first of several alternatives that can be drawn. */
    private GraphicShape shape(List<GraphicalSymbol> alternatives, Unit unit, double factor) {
        String reason = "A graphic has neither a mark nor an icon";
        for (GraphicalSymbol alternative : alternatives) {
            if (alternative instanceof Mark mark) {
                return mark(mark, unit, factor);
            }
            if (alternative instanceof ExternalGraphic external) {
                String name = String.valueOf(external.getOnlineResource().getLinkage());
                IconImage icon = icons.find(name).orElse(null);
                if (icon != null) {
                    return new GraphicShape.Icon(icon);
                }
                reason = "The icon " + name + " is not in the folder of icons";
            }
        }
        if (alternatives.isEmpty()) {
            return new GraphicShape.Mark("square", FillSymbol.of(0x808080), LineSymbol.of(0, 1));
        }
        throw new StyleException(reason);
    }

    private GraphicShape mark(Mark mark, Unit unit, double factor) {
        String name = Constants.text(mark.getWellKnownName(), "name of the mark");
        FillSymbol fill = mark.getFill() == null ? null : fill(mark.getFill(), Map.of(), unit, factor);
        LineSymbol stroke = mark.getStroke() == null ? null : line(mark.getStroke(), null, unit, factor);
        boolean plain = fill == null && stroke == null;
        return new GraphicShape.Mark(
                name.isEmpty() ? "square" : name,
                plain ? FillSymbol.of(0x808080) : fill,
                plain ? LineSymbol.of(0, 1) : stroke);
    }

    static double opacity(@Nullable Expression expression, String what) {
        double opacity = Constants.number(expression, what, 1);
        return Math.max(0, Math.min(1, opacity));
    }

    /** Makes labels. */
    private record TextCompiler(Unit unit, double factor) {

        TextSymbol compile(TextSymbolizer text) {
            Expression label = text.getLabel();
            Set<String> attributes = Constants.attributes(label);
            Fill fill = text.getFill();
            return new TextSymbol(
                    label,
                    attributes,
                    font(text.getFont()),
                    fill == null ? 0 : Constants.colour(fill.getColor(), "text colour", 0),
                    fill == null ? 1 : opacity(fill.getOpacity(), "text opacity"),
                    halo(text.getHalo()),
                    placement(text.getLabelPlacement(), text.getOptions()),
                    Constants.number(text.getPriority(), "priority", 0),
                    options(text),
                    unit);
        }

        private TextSymbol.FontSpec font(org.geotools.api.style.@Nullable Font font) {
            if (font == null) {
                return new TextSymbol.FontSpec(List.of(), factor * 10, false, false);
            }
            List<String> families = font.getFamily().stream()
                    .map(family -> Constants.text(family, "font family"))
                    .toList();
            String weight = Constants.text(font.getWeight(), "font weight");
            return new TextSymbol.FontSpec(
                    families,
                    factor * Constants.size(font.getSize(), "font size", 10),
                    weight.equals("bold") || weight.matches("[6-9]00"),
                    Set.of("italic", "oblique").contains(Constants.text(font.getStyle(), "font style")));
        }

        private TextSymbol.@Nullable Halo halo(org.geotools.api.style.@Nullable Halo halo) {
            if (halo == null) {
                return null;
            }
            Fill fill = halo.getFill();
            return new TextSymbol.Halo(
                    Constants.colour(fill.getColor(), "halo colour", 0xffffff),
                    opacity(fill.getOpacity(), "halo opacity"),
                    factor * Constants.size(halo.getRadius(), "halo radius", 1));
        }

        private TextSymbol.Placement placement(
                org.geotools.api.style.@Nullable LabelPlacement placement, Map<String, String> options) {
            if (placement instanceof org.geotools.api.style.LinePlacement line) {
                double offset = factor * Constants.number(line.getPerpendicularOffset(), "perpendicular offset", 0);
                return new TextSymbol.Placement(true, 0.5, 0.5, 0, 0, 0, offset);
            }
            if (placement instanceof org.geotools.api.style.PointPlacement point) {
                AnchorPoint anchor = point.getAnchorPoint();
                Displacement offset = point.getDisplacement();
                return new TextSymbol.Placement(
                        false,
                        anchor == null ? 0 : Constants.number(anchor.getAnchorPointX(), "anchor", 0),
                        anchor == null ? 0.5 : Constants.number(anchor.getAnchorPointY(), "anchor", 0.5),
                        offset == null ? 0 : factor * Constants.number(offset.getDisplacementX(), "displacement", 0),
                        offset == null ? 0 : factor * Constants.number(offset.getDisplacementY(), "displacement", 0),
                        Constants.number(point.getRotation(), "rotation", 0),
                        0);
            }
            return new TextSymbol.Placement(
                    Boolean.parseBoolean(options.getOrDefault("followLine", "false")), 0.5, 0.5, 0, 0, 0, 0);
        }

        private static TextSymbol.Options options(TextSymbolizer text) {
            Map<String, String> options = text.getOptions();
            double gap =
                    text.getLabelPlacement() instanceof org.geotools.api.style.LinePlacement line && line.isRepeated()
                            ? Math.max(200, Constants.number(line.getGap(), "gap", 0))
                            : 0;
            return new TextSymbol.Options(
                    Boolean.parseBoolean(options.getOrDefault("followLine", "false")),
                    option(options, "repeat", gap),
                    option(options, "spaceAround", 0),
                    option(options, "autoWrap", 0),
                    option(options, "maxAngleDelta", 22.5),
                    !options.getOrDefault("conflictResolution", "true").equalsIgnoreCase("false"),
                    isYes(options.getOrDefault("group", "no")),
                    option(options, "goodnessOfFit", 0.5));
        }

        private static boolean isYes(String text) {
            return text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true");
        }

        private static double option(Map<String, String> options, String name, double otherwise) {
            String text = options.get(name);
            if (text == null) {
                return otherwise;
            }
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new StyleException("The option " + name + " is no number: " + text, e);
            }
        }
    }
}
