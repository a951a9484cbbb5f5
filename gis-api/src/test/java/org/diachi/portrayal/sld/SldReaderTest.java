package org.diachi.portrayal.sld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diachi.portrayal.raster.Stroke;
import org.diachi.portrayal.style.FillSymbol;
import org.diachi.portrayal.style.Graphic;
import org.diachi.portrayal.style.GraphicShape;
import org.diachi.portrayal.style.IconFolder;
import org.diachi.portrayal.style.LineSymbol;
import org.diachi.portrayal.style.MapStyle;
import org.diachi.portrayal.style.PointSymbol;
import org.diachi.portrayal.style.Symbol;
import org.diachi.portrayal.style.TextSymbol;
import org.diachi.portrayal.style.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SldReaderTest {

    private static final IconFolder ICONS = new IconFolder(Path.of("src/test/resources/org/diachi/portrayal/icons"));
    private static final Path CITY_STYLES = Path.of("../data/hue/styles");

    static MapStyle read(String name, IconFolder icons) throws IOException {
        try (InputStream in = SldReaderTest.class.getResourceAsStream(name)) {
            return SldReader.read(Objects.requireNonNull(in).readAllBytes(), icons)
                    .get(0)
                    .style();
        }
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }

    @Test
    void readsWhatQgisExports() throws IOException {
        MapStyle style = read("qgis-export.sld", ICONS);
        assertThat(style.attributes()).containsExactlyInAnyOrder("use", "area", "name");
        assertThat(style.rules()).extracting("name").containsExactly("residential", "other", "");
        List<Symbol> symbols = style.rules().get(0).symbols();
        FillSymbol fill = (FillSymbol) symbols.get(0);
        assertThat(fill.unit()).isEqualTo(Unit.METRE);
        Graphic hatch = Objects.requireNonNull(fill.pattern()).graphic();
        assertThat(hatch.rotation()).isEqualTo(45);
        assertThat(hatch.size()).isEqualTo(7);
        LineSymbol line = (LineSymbol) symbols.get(1);
        assertThat(line.join()).isEqualTo(Stroke.Join.BEVEL);
        assertThat(line.opacity()).isEqualTo(0.6);
        assertThat(line.dashes()).containsExactly(4.0, 2.0, 1.0, 4.0, 2.0, 1.0);
        TextSymbol text = (TextSymbol) style.rules().get(2).symbols().get(0);
        assertThat(text.font().bold()).isTrue();
        assertThat(text.priority()).isEqualTo(200);
        assertThat(text.placement().offsetX()).isEqualTo(3);
        assertThat(text.placement().anchorX()).isZero();
        assertThat(text.text(Map.<String, Object>of("name", " Huế ")::get)).isEqualTo("Huế");
        assertThat(text.text(name -> null)).isEmpty();
    }

    @Test
    void takesTheIconIfThereIsOneAndElseTheMark() throws IOException {
        assertThat(otherShape(ICONS)).isInstanceOf(GraphicShape.Icon.class);
        assertThat(otherShape(IconFolder.NONE)).isInstanceOf(GraphicShape.Mark.class);
    }

    private static GraphicShape otherShape(IconFolder icons) throws IOException {
        PointSymbol point = (PointSymbol)
                read("qgis-export.sld", icons).rules().get(1).symbols().get(0);
        return point.graphic().shape();
    }

    @Test
    void resolvesRulesFirstByFeatureAndThenByScale() throws IOException {
        MapStyle style = read("qgis-export.sld", ICONS);
        BitSet residential = style.matching(Map.<String, Object>of("use", "R", "area", 200)::get);
        BitSet commercial = style.matching(Map.<String, Object>of("use", "C", "area", 200)::get);
        BitSet small = style.matching(Map.<String, Object>of("use", "R", "area", "99")::get);
        assertThat(residential).isEqualTo(bits(0, 1, 2));
        assertThat(commercial).isEqualTo(bits(1, 2));
        assertThat(small).isEqualTo(bits(1, 2));
        assertThat(style.drawn(residential, 1_000)).isEqualTo(bits(0, 2));
        assertThat(style.drawn(residential, 7_000)).isEqualTo(bits(0));
        assertThat(style.drawn(residential, 10_000)).isEqualTo(bits(1));
        assertThat(style.drawn(residential, 500)).isEqualTo(bits(0, 2));
        assertThat(style.drawn(commercial, 7_000)).isEqualTo(bits(1));
    }

    @Test
    void readsWhatGeoServerTakes() throws IOException {
        MapStyle style = read("geoserver.sld", IconFolder.NONE);
        assertThat(style.title()).isEqualTo("Roads by class");
        assertThat(style.rules()).extracting("group").containsExactly(0, 1);
        LineSymbol line = (LineSymbol) style.rules().get(0).symbols().get(0);
        assertThat(line.rgb()).isEqualTo(0x666666);
        assertThat(line.offset()).isEqualTo(3);
        TextSymbol text = (TextSymbol) style.rules().get(0).symbols().get(1);
        assertThat(text.text(Map.<String, Object>of("name", "Lê Lợi", "cfcc", "a41")::get))
                .isEqualTo("Lê Lợi (A41)");
        assertThat(text.attributes()).containsExactlyInAnyOrder("name", "cfcc");
        assertThat(text.options().followLine()).isTrue();
        assertThat(text.options().repeat()).isEqualTo(150);
        assertThat(text.options().group()).isTrue();
        assertThat(style.matching(Map.<String, Object>of("cfcc", "A41")::get)).isEqualTo(bits(0, 1));
        assertThat(style.matching(Map.<String, Object>of("cfcc", "B41", "width", 3)::get))
                .isEqualTo(bits(0, 1));
        assertThat(style.matching(Map.<String, Object>of("cfcc", "B41", "width", 5)::get))
                .isEqualTo(bits(1));
    }

    @Test
    void paintsFillsBeforeOutlinesAndLabelsLast() throws IOException {
        MapStyle style = read("geoserver.sld", IconFolder.NONE);
        assertThat(style.passes(1_000))
                .extracting(pass -> pass.symbol().getClass().getSimpleName())
                .containsExactly("LineSymbol", "PointSymbol", "TextSymbol");
    }

    static Stream<Path> cityStyles() throws IOException {
        try (Stream<Path> files = Files.list(CITY_STYLES)) {
            return files.filter(file -> file.toString().endsWith(".sld")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cityStyles")
    void stylesOfTheCityAreNamedAfterTheirLayerOrOfOneNameForSeveral(Path file) throws IOException {
        List<SldReader.StyledLayer> styles = SldReader.read(Files.readAllBytes(file), new IconFolder(CITY_STYLES));
        String name = file.getFileName().toString().replace(".sld", "");
        if (styles.size() == 1) {
            assertThat(styles.get(0).layer()).isEqualTo(name);
        } else {
            assertThat(styles).extracting(SldReader.StyledLayer::layer).doesNotHaveDuplicates();
            assertThat(styles).extracting(styled -> styled.style().name()).containsOnly(name);
        }
        assertThat(styles)
                .isNotEmpty()
                .allSatisfy(styled -> assertThat(styled.style().rules()).isNotEmpty());
    }

    @Test
    void everyCodeWithAColourHasItsRule() throws IOException {
        MapStyle style = SldReader.read(Files.readAllBytes(CITY_STYLES.resolve("zones.sld")), IconFolder.NONE)
                .get(0)
                .style();
        for (String row : Files.readAllLines(Path.of("../data/hue/landuse_codes.csv"))) {
            Matcher colour = Pattern.compile("^([A-Z]{3}),.*,#([0-9A-F]{6}),").matcher(row);
            if (colour.find()) {
                Map<String, Object> zone = Map.of("code", colour.group(1));
                int rule = style.drawn(style.matching(zone::get), 20_000).nextSetBit(0);
                FillSymbol fill = (FillSymbol) style.rules().get(rule).symbols().get(0);
                assertThat(fill.rgb()).as(row).isEqualTo(Integer.parseInt(colour.group(2), 16));
            }
        }
    }
}
