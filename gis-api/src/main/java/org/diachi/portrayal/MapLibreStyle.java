package org.diachi.portrayal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diachi.portrayal.raster.Stroke;
import org.diachi.portrayal.style.FillSymbol;
import org.diachi.portrayal.style.GraphicShape;
import org.diachi.portrayal.style.LineSymbol;
import org.diachi.portrayal.style.MapStyle;
import org.diachi.portrayal.style.Pattern;
import org.diachi.portrayal.style.PointSymbol;
import org.diachi.portrayal.style.StyleRule;
import org.diachi.portrayal.style.Symbol;
import org.diachi.portrayal.style.TextSymbol;
import org.jspecify.annotations.Nullable;

/**
 * Writes styles for MapLibre, whose layers read vector tiles. What it has no like of is drawn as the nearest: a pattern as a
 * faint fill of its colour, a mark or an icon as a circle.
 */
public final class MapLibreStyle {

    /** The scale denominator of zoom 0 with tiles of 512 pixels: half that of the well-known scale set of OGC 17-083r4. */
    private static final double ZOOM_0 = 559082264.0287178 / 2;

    private static final double FAINT = 0.35;

    private MapLibreStyle() {}

    /**
     * The {@code layers} of a style of MapLibre, as lists, maps, texts and numbers ready for JSON.
     *
     * @param source the name of the source in the style
     * @param sourceLayer the name of the layer in the tiles
     */
    public static List<Map<String, Object>> layers(MapStyle style, String source, String sourceLayer) {
        List<Map<String, Object>> layers = new ArrayList<>();
        for (MapStyle.Pass pass : allPasses(style)) {
            StyleRule rule = style.rules().get(pass.rule());
            Map<String, Object> layer = new LinkedHashMap<>();
            layer.put("id", sourceLayer + "-" + pass.rule() + "-" + pass.level());
            layer.put("type", type(pass.symbol()));
            layer.put("source", source);
            layer.put("source-layer", sourceLayer);
            if (rule.maxScale() < Double.POSITIVE_INFINITY) {
                layer.put("minzoom", zoom(rule.maxScale()));
            }
            if (rule.minScale() > 0) {
                layer.put("maxzoom", zoom(rule.minScale()));
            }
            filter(style, rule).ifPresent(filter -> layer.put("filter", filter));
            layer.put("layout", layout(pass.symbol()));
            layer.put("paint", paint(pass.symbol()));
            layers.add(layer);
        }
        return layers;
    }

    /** In the order of {@link MapStyle#passes}, at whatever scale. */
    private static List<MapStyle.Pass> allPasses(MapStyle style) {
        List<StyleRule> everywhere = style.rules().stream()
                .map(rule -> new StyleRule(
                        rule.group(),
                        rule.name(),
                        rule.title(),
                        0,
                        Double.POSITIVE_INFINITY,
                        rule.filter(),
                        rule.otherwise(),
                        rule.symbols()))
                .toList();
        return new MapStyle(style.name(), style.title(), everywhere, style.attributes()).passes(1);
    }

    private static double zoom(double scaleDenominator) {
        double zoom = Math.log(ZOOM_0 / scaleDenominator) / Math.log(2);
        return Math.round(Math.max(0, Math.min(24, zoom)) * 100) / 100.0;
    }

    private static Optional<Object> filter(MapStyle style, StyleRule rule) {
        if (!rule.otherwise()) {
            return MapLibreExpression.of(rule.filter());
        }
        List<Object> others = style.rules().stream()
                .filter(other -> other.group() == rule.group() && !other.otherwise())
                .flatMap(other -> MapLibreExpression.of(other.filter()).stream())
                .toList();
        List<Object> any =
                Stream.concat(Stream.of((Object) "any"), others.stream()).toList();
        return Optional.of(List.of("!", any));
    }

    private static String type(Symbol symbol) {
        if (symbol instanceof FillSymbol) {
            return "fill";
        }
        return symbol instanceof LineSymbol ? "line" : symbol instanceof PointSymbol ? "circle" : "symbol";
    }

    private static Map<String, Object> layout(Symbol symbol) {
        Map<String, Object> layout = new LinkedHashMap<>();
        if (symbol instanceof LineSymbol line) {
            layout.put("line-join", line.join() == Stroke.Join.MITRE ? "miter" : lower(line.join()));
            layout.put("line-cap", lower(line.cap()));
        } else if (symbol instanceof TextSymbol text) {
            TextSymbol.Placement placement = text.placement();
            layout.put("text-field", MapLibreExpression.of(text.label()));
            layout.put("text-size", text.font().size());
            layout.put("symbol-placement", placement.alongLine() ? "line" : "point");
            layout.put("symbol-sort-key", -text.priority());
            layout.put("text-anchor", anchor(placement));
            layout.put("text-offset", offset(placement, text.font().size()));
            if (placement.rotation() != 0) {
                layout.put("text-rotate", placement.rotation());
            }
            if (!text.options().conflictResolution()) {
                layout.put("text-allow-overlap", true);
            }
        }
        return layout;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The side of the text that is at its point. */
    private static String anchor(TextSymbol.Placement placement) {
        String vertical = placement.anchorY() < 0.25 ? "bottom" : placement.anchorY() > 0.75 ? "top" : "";
        String horizontal = placement.anchorX() < 0.25 ? "left" : placement.anchorX() > 0.75 ? "right" : "";
        String both = vertical + (vertical.isEmpty() || horizontal.isEmpty() ? "" : "-") + horizontal;
        return both.isEmpty() ? "center" : both;
    }

    /** In heights of the letters, downwards. */
    private static List<Object> offset(TextSymbol.Placement placement, double size) {
        return List.of(placement.offsetX() / size, -(placement.offsetY() + placement.perpendicular()) / size);
    }

    private static Map<String, Object> paint(Symbol symbol) {
        Map<String, Object> paint = new LinkedHashMap<>();
        if (symbol instanceof FillSymbol fill) {
            Pattern pattern = fill.pattern();
            paint.put("fill-color", colour(pattern == null ? fill.rgb() : colour(pattern)));
            paint.put("fill-opacity", pattern == null ? fill.opacity() : FAINT);
            paint.put("fill-antialias", false);
        } else if (symbol instanceof LineSymbol line) {
            paint.put("line-color", colour(line.rgb()));
            paint.put("line-opacity", line.opacity());
            paint.put("line-width", line.width());
            if (line.offset() != 0) {
                paint.put("line-offset", -line.offset());
            }
            if (!line.dashes().isEmpty() && line.width() > 0) {
                paint.put(
                        "line-dasharray",
                        line.dashes().stream().map(dash -> dash / line.width()).toList());
            }
        } else if (symbol instanceof PointSymbol point) {
            circle(point, paint);
        } else if (symbol instanceof TextSymbol text) {
            paint.put("text-color", colour(text.rgb()));
            paint.put("text-opacity", text.opacity());
            TextSymbol.Halo halo = text.halo();
            if (halo != null) {
                paint.put("text-halo-color", colour(halo.rgb()));
                paint.put("text-halo-width", halo.radius());
            }
        }
        return paint;
    }

    private static void circle(PointSymbol point, Map<String, Object> paint) {
        paint.put("circle-radius", point.graphic().size() / 2);
        paint.put("circle-opacity", point.graphic().opacity());
        if (point.graphic().shape() instanceof GraphicShape.Mark mark) {
            @Nullable FillSymbol fill = mark.fill();
            @Nullable LineSymbol stroke = mark.stroke();
            paint.put("circle-color", colour(fill != null ? fill.rgb() : stroke != null ? stroke.rgb() : 0));
            if (stroke != null) {
                paint.put("circle-stroke-color", colour(stroke.rgb()));
                paint.put("circle-stroke-width", stroke.width());
            }
        }
    }

    private static int colour(Pattern pattern) {
        if (pattern.graphic().shape() instanceof GraphicShape.Mark mark) {
            @Nullable LineSymbol stroke = mark.stroke();
            @Nullable FillSymbol fill = mark.fill();
            return stroke != null ? stroke.rgb() : fill != null ? fill.rgb() : 0;
        }
        return 0x808080;
    }

    private static String colour(int rgb) {
        return "#%06x".formatted(rgb);
    }
}
