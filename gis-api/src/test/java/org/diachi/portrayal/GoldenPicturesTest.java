package org.diachi.portrayal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.diachi.portrayal.sld.SldReader;
import org.diachi.portrayal.style.IconFolder;
import org.diachi.portrayal.style.MapStyle;
import org.diachi.portrayal.style.TextSymbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of symbol and label, and every rule of the city's styles, against pictures that were looked at. */
class GoldenPicturesTest {

    private static final Path STYLES = Path.of("../data/hue/styles");
    private static final IconFolder ICONS = new IconFolder(Path.of("src/test/resources/org/diachi/portrayal/icons"));
    private static final int WHITE = 0xffffffff;

    private final Painter painter = new Painter();

    private static MapStyle city(String layer) throws IOException {
        return SldReader.read(Files.readAllBytes(STYLES.resolve(layer + ".sld")), IconFolder.NONE)
                .get(0)
                .style();
    }

    /** A style of one rule with these symbolizers. */
    private static MapStyle style(String symbolizers) {
        String document = "<FeatureTypeStyle xmlns:xlink=\"http://www.w3.org/1999/xlink\"><Rule>" + symbolizers
                + "</Rule></FeatureTypeStyle>";
        return SldReader.read(document.getBytes(StandardCharsets.UTF_8), ICONS)
                .get(0)
                .style();
    }

    private enum Kind {
        POINT,
        LINE,
        POLYGON
    }

    private record Shape(Kind kind, double[] xy, Map<String, Object> attributes) {}

    private void begin(int width, int height) {
        painter.begin(new View(width, height, 1, 0.5, 0, 0));
    }

    private void paint(MapStyle style, double scale, List<Shape> shapes) {
        List<BitSet> drawn = shapes.stream()
                .map(shape -> style.drawn(style.matching(shape.attributes::get), scale))
                .toList();
        for (MapStyle.Pass pass : style.passes(scale)) {
            for (int i = 0; i < shapes.size(); i++) {
                if (drawn.get(i).get(pass.rule())) {
                    paint(pass, shapes.get(i), i);
                }
            }
            painter.flush();
        }
    }

    private void paint(MapStyle.Pass pass, Shape shape, int number) {
        double[] xy = shape.xy;
        int[] ends = {xy.length / 2};
        if (pass.symbol() instanceof TextSymbol text) {
            String label = text.text(shape.attributes::get);
            switch (shape.kind) {
                case POINT -> painter.labelPoint(text, label, number, xy[0], xy[1]);
                case LINE -> painter.labelLine(text, label, number, xy, ends, 0, 1);
                case POLYGON -> painter.labelPolygon(text, label, number, xy, ends, 0, 1);
            }
        } else {
            switch (shape.kind) {
                case POINT -> painter.point(pass.symbol(), xy[0], xy[1]);
                case LINE -> painter.line(pass.symbol(), xy, ends, 0, 1);
                case POLYGON -> painter.polygon(pass.symbol(), xy, ends, 0, 1);
            }
        }
    }

    /** Quadrangles side by side without gaps, a little askew. */
    private static List<Shape> net(int columns, int rows, double side, List<Map<String, Object>> attributes) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < columns * rows; i++) {
            double[] xy = new double[8];
            int[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
            for (int k = 0; k < 4; k++) {
                int column = i % columns + corners[k][0];
                int row = i / columns + corners[k][1];
                xy[2 * k] = 6 + column * side + 5 * Math.sin(3 * column + 2 * row);
                xy[2 * k + 1] = 6 + row * side + 5 * Math.cos(2 * column + 5 * row);
            }
            shapes.add(new Shape(Kind.POLYGON, xy, attributes.get(i % attributes.size())));
        }
        return shapes;
    }

    @ParameterizedTest
    @ValueSource(doubles = {5_000, 40_000})
    void zones(double scale) throws IOException {
        begin(300, 250);
        List<Map<String, Object>> codes =
                List.of("ODT", "TMD", "DKV", "LUC", "XXX", "DGT", "SON", "ODT", "CLN").stream()
                        .map(code -> Map.<String, Object>of("code", code))
                        .toList();
        paint(city("zones"), scale, net(6, 5, 48, codes));
        Golden.check("zones-" + (int) scale, painter.finish(WHITE));
    }

    @Test
    void greenSpaces() throws IOException {
        begin(200, 160);
        List<Map<String, Object>> types = List.of(
                Map.of("type", "park", "access", "public"),
                Map.of("type", "garden", "access", "public"),
                Map.of("type", "grove", "access", "public"),
                Map.of("type", "playground", "access", "limited"),
                Map.of("type", "lawn", "access", "public"),
                Map.of("type", "grove", "access", "special"));
        paint(city("green-spaces"), 5_000, net(4, 3, 46, types));
        Golden.check("green-spaces", painter.finish(WHITE));
    }

    @Test
    void drainage() throws IOException {
        begin(240, 200);
        List<Shape> links = new ArrayList<>();
        List<Shape> nodes = new ArrayList<>();
        List<Object> diameters = List.of(300, 400, 800, 1000);
        List<String> types = List.of("manhole", "inlet", "outfall", "pump", "junction");
        for (int i = 0; i < 5; i++) {
            double y = 25 + i * 35;
            double[] xy = {15, y, 80, y - 12, 160, y + 8, 225, y};
            Map<String, Object> attributes =
                    i < 4 ? Map.of("diameter", diameters.get(i), "type", "pipe") : Map.of("type", "pipe");
            links.add(new Shape(Kind.LINE, xy, attributes));
            nodes.add(new Shape(Kind.POINT, new double[] {15, y}, Map.of("type", types.get(i))));
        }
        links.add(new Shape(Kind.LINE, new double[] {40, 5, 60, 195}, Map.of("type", "channel")));
        paint(city("drainage-links"), 2_000, links);
        paint(city("drainage-nodes"), 2_000, nodes);
        Golden.check("drainage", painter.finish(WHITE));
    }

    @Test
    void addressesAndWards() throws IOException {
        begin(320, 240);
        List<Shape> addresses = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            double x = 20 + i % 6 * 48;
            double y = 20 + i / 6 * 52;
            double[] xy = {x, y, x + 34, y + 3, x + 32, y + 30, x - 2, y + 27};
            addresses.add(new Shape(
                    Kind.POLYGON,
                    xy,
                    Map.of("kind", "building", "houseNumber", i % 3 == 0 ? i + "/12" : "" + (2 * i))));
        }
        addresses.add(new Shape(
                Kind.POLYGON,
                new double[] {200, 170, 310, 165, 315, 230, 210, 235},
                Map.of("kind", "publicSpace", "name", "Công viên Thương Bạc")));
        addresses.add(new Shape(Kind.POINT, new double[] {35, 35}, Map.of("kind", "business")));
        paint(city("addresses"), 2_000, addresses);
        paint(
                city("places"),
                2_000,
                List.of(
                        new Shape(
                                Kind.POLYGON,
                                new double[] {5, 5, 190, 12, 180, 232, 8, 228},
                                Map.of("name", "Phường Thuận Hoá", "level", "ward")),
                        new Shape(
                                Kind.POLYGON,
                                new double[] {190, 12, 315, 5, 312, 150, 185, 140},
                                Map.of("name", "Phường Phú Xuân", "level", "ward"))));
        Golden.check("addresses-and-wards", painter.finish(WHITE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zones", "green-spaces", "drainage-links", "drainage-nodes", "addresses", "places"})
    void legends(String layer) throws IOException {
        Golden.check(
                "legend-" + layer,
                LegendGraphic.ofStyle(city(layer), Double.NaN, new LegendGraphic.Sample(24, 16, 1, 0)));
    }

    @Test
    void strokes() throws IOException {
        begin(330, 240);
        String[] joins = {"mitre", "round", "bevel"};
        String[] caps = {"butt", "round", "square"};
        for (int i = 0; i < 9; i++) {
            double x = i % 3 * 110;
            double y = i / 3 * 80;
            MapStyle style = style("<LineSymbolizer>%s</LineSymbolizer><LineSymbolizer>%s%s</LineSymbolizer>"
                    .formatted(
                            stroke("#5080b0", 11, joins[i % 3], caps[i / 3], i == 8 ? "14 6" : ""),
                            stroke("#d04020", 1, "mitre", "butt", i % 2 == 0 ? "4 2" : ""),
                            "<PerpendicularOffset>" + (i % 3 - 1) * 8 + "</PerpendicularOffset>"));
            double[] xy = {x + 14, y + 60, x + 36, y + 18, x + 60, y + 58, x + 72, y + 20, x + 96, y + 24};
            paint(style, 1_000, List.of(new Shape(Kind.LINE, xy, Map.of())));
        }
        Golden.check("strokes", painter.finish(WHITE));
    }

    private static String stroke(String colour, double width, String join, String cap, String dashes) {
        return ("<Stroke><CssParameter name=\"stroke\">%s</CssParameter><CssParameter name=\"stroke-width\">%s"
                        + "</CssParameter><CssParameter name=\"stroke-linejoin\">%s</CssParameter>"
                        + "<CssParameter name=\"stroke-linecap\">%s</CssParameter>"
                        + "<CssParameter name=\"stroke-dasharray\">%s</CssParameter></Stroke>")
                .formatted(colour, width, join, cap, dashes);
    }

    @Test
    void marksAndIcons() throws IOException {
        begin(300, 160);
        String[] names = {
            "square",
            "circle",
            "triangle",
            "star",
            "cross",
            "x",
            "diamond",
            "pentagon",
            "hexagon",
            "octagon",
            "arrow",
            "equilateral_triangle",
            "shape://carrow",
            "shape://oarrow",
            "shape://dot",
            "shape://plus",
            "shape://times",
            "shape://slash",
            "shape://backslash",
            "shape://vertline",
            "shape://horline"
        };
        for (int i = 0; i < names.length + 3; i++) {
            String shape = i < names.length
                    ? ("<Mark><WellKnownName>%s</WellKnownName><Fill><CssParameter name=\"fill\">#f0c030</CssParameter>"
                                    + "</Fill><Stroke><CssParameter name=\"stroke\">#143c78</CssParameter></Stroke></Mark>")
                            .formatted(names[i])
                    : "<ExternalGraphic><OnlineResource xlink:href=\"tree.svg\"/><Format>image/svg+xml</Format>"
                            + "</ExternalGraphic><Rotation>" + (i - names.length) * 30 + "</Rotation>";
            MapStyle style =
                    style("<PointSymbolizer><Graphic>" + shape + "<Size>22</Size></Graphic></PointSymbolizer>");
            double[] at = {20 + i % 8 * 36, 25 + i / 8 * 50};
            paint(style, 1_000, List.of(new Shape(Kind.POINT, at, Map.of())));
        }
        Golden.check("marks-and-icons", painter.finish(WHITE));
    }

    @Test
    void patterns() throws IOException {
        begin(320, 170);
        String[] graphics = {
            "horline:8:0", "horline:8:30", "shape://slash:8:0", "shape://backslash:6:0", "shape://times:9:0",
            "shape://plus:9:0", "circle:7:0", "triangle:12:0", "x:10:0", "shape://vertline:5:0"
        };
        for (int i = 0; i < graphics.length; i++) {
            String[] parts = graphics[i].split(":(?=\\d)");
            MapStyle style = style(("<PolygonSymbolizer><Fill><CssParameter name=\"fill\">#fff0c8</CssParameter></Fill>"
                            + "</PolygonSymbolizer><PolygonSymbolizer><Fill><GraphicFill><Graphic><Mark><WellKnownName>%s"
                            + "</WellKnownName><Fill><CssParameter name=\"fill\">#50a05a</CssParameter></Fill><Stroke>"
                            + "<CssParameter name=\"stroke\">#8c2864</CssParameter></Stroke></Mark><Size>%s</Size>"
                            + "<Rotation>%s</Rotation></Graphic></GraphicFill></Fill>%s</PolygonSymbolizer>")
                    .formatted(parts[0], parts[1], parts[2], stroke("#404040", 1, "mitre", "butt", "")));
            double x = 4 + i % 5 * 63;
            double y = 4 + i / 5 * 83;
            double[] xy = {x, y + 6, x + 30, y, x + 58, y + 4, x + 54, y + 76, x + 3, y + 72};
            paint(style, 1_000, List.of(new Shape(Kind.POLYGON, xy, Map.of())));
        }
        Golden.check("patterns", painter.finish(WHITE));
    }

    @ParameterizedTest
    @CsvSource({"labels-along-lines, 1", "labels-along-lines-300dpi, 3.307"})
    void labelsAlongLines(String name, double symbolScale) throws IOException {
        int width = (int) (330 * symbolScale);
        int height = (int) (210 * symbolScale);
        painter.begin(new View(width, height, symbolScale, 0.5, 0, 0));
        String[] options = {
            "<VendorOption name=\"followLine\">true</VendorOption>",
            "<VendorOption name=\"followLine\">true</VendorOption><VendorOption name=\"repeat\">110</VendorOption>",
            ""
        };
        for (int i = 0; i < 3; i++) {
            MapStyle style = style("<LineSymbolizer>" + stroke("#b0b0b0", 3, "round", "round", "") + "</LineSymbolizer>"
                    + "<TextSymbolizer><Label><PropertyName>name</PropertyName></Label><Font>"
                    + "<CssParameter name=\"font-size\">12</CssParameter></Font><LabelPlacement><LinePlacement>"
                    + "<PerpendicularOffset>" + (i - 1) * -9 + "</PerpendicularOffset></LinePlacement></LabelPlacement>"
                    + "<Halo><Radius>1.5</Radius></Halo>" + options[i] + "</TextSymbolizer>");
            double[] xy = new double[82];
            for (int k = 0; k <= 40; k++) {
                // From right to left: the text must not stand on its head.
                double x = 320 - 7.75 * k;
                xy[2 * k] = symbolScale * x;
                xy[2 * k + 1] = symbolScale * (40 + 65 * i + 20 * Math.sin(x / 40));
            }
            paint(style, 1_000, List.of(new Shape(Kind.LINE, xy, Map.of("name", "Đường Lê Lợi"))));
        }
        Golden.check(name, painter.finish(WHITE));
    }

    @Test
    void labelsThatWantTheSamePlace() throws IOException {
        begin(300, 150);
        MapStyle style = style("<TextSymbolizer><Label><PropertyName>name</PropertyName></Label><Font>"
                + "<CssParameter name=\"font-size\">13</CssParameter><CssParameter name=\"font-style\">italic"
                + "</CssParameter></Font><LabelPlacement><PointPlacement><AnchorPoint><AnchorPointX>0</AnchorPointX>"
                + "<AnchorPointY>0</AnchorPointY></AnchorPoint><Displacement><DisplacementX>4</DisplacementX>"
                + "<DisplacementY>2</DisplacementY></Displacement><Rotation>-20</Rotation></PointPlacement>"
                + "</LabelPlacement><Halo><Radius>1</Radius></Halo></TextSymbolizer>"
                + "<PointSymbolizer><Graphic><Mark/><Size>4</Size></Graphic></PointSymbolizer>");
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double[] at = {15 + i % 10 * 28, 20 + i / 10 * 24 + 5 * Math.sin(2 * i)};
            shapes.add(new Shape(Kind.POINT, at, Map.of("name", i % 4 == 0 ? "Trường Tiền " + i : "Số " + i)));
        }
        paint(style, 1_000, shapes);
        Golden.check("labels-in-conflict", painter.finish(WHITE));
    }
}
