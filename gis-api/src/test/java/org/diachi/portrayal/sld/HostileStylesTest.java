package org.diachi.portrayal.sld;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.diachi.portrayal.style.IconFolder;
import org.diachi.portrayal.style.StyleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Styles that strangers send: refused with a sentence, and nothing is read, fetched or waited for. */
class HostileStylesTest {

    private static final String FILTER = "<FeatureTypeStyle><Rule><Filter>%s</Filter></Rule></FeatureTypeStyle>";
    private static final String POINT = "<FeatureTypeStyle xmlns:xlink=\"http://www.w3.org/1999/xlink\"><Rule>"
            + "<PointSymbolizer><Graphic>%s</Graphic></PointSymbolizer></Rule></FeatureTypeStyle>";
    private static final IconFolder ICONS = new IconFolder(Path.of("src/test/resources/org/diachi/portrayal/icons"));

    private static void assertRefused(String document) {
        assertThatThrownBy(() -> SldReader.read(document.getBytes(StandardCharsets.UTF_8), ICONS))
                .isInstanceOf(StyleException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<StyledLayerDescriptor>",
                "<StyledLayerDescriptor/>",
                "<html/>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><FeatureTypeStyle>&b;</FeatureTypeStyle>",
                "<!DOCTYPE a SYSTEM \"http://localhost:1/a.dtd\"><FeatureTypeStyle/>",
                "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><FeatureTypeStyle>&c;</FeatureTypeStyle>",
                "<StyledLayerDescriptor><UserLayer><RemoteOWS/></UserLayer></StyledLayerDescriptor>",
                "<StyledLayerDescriptor><UserLayer><InlineFeature/></UserLayer></StyledLayerDescriptor>",
                "<FeatureTypeStyle><Rule><RasterSymbolizer/></Rule></FeatureTypeStyle>",
                "<FeatureTypeStyle><Rule><MinScaleDenominator>x</MinScaleDenominator></Rule></FeatureTypeStyle>",
            })
    void refusesDocuments(String document) {
        assertRefused(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<And/><Or/>",
                "<PropertyIsEqualTo><PropertyName>a</PropertyName></PropertyIsEqualTo>",
                "<PropertyIsEqualTo><Function name=\"strMatches\"/><Literal>1</Literal></PropertyIsEqualTo>",
                "<PropertyIsEqualTo><Function name=\"env\"/><Literal>1</Literal></PropertyIsEqualTo>",
                "<PropertyIsEqualTo><PropertyName>a/b[1]</PropertyName><Literal>1</Literal></PropertyIsEqualTo>",
                "<PropertyIsLike><PropertyName>a</PropertyName><Literal>*a*a*a*a*a*a*a*a*</Literal></PropertyIsLike>",
                "<BBOX/>",
            })
    void refusesFilters(String filter) {
        assertRefused(FILTER.formatted(filter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/a.svg",
                "file:///etc/passwd",
                "../sld/qgis-export.sld",
                "/etc/hostname",
                "nothing.svg",
            })
    void refusesIconsFromElsewhere(String href) {
        assertRefused(POINT.formatted("<ExternalGraphic><OnlineResource xlink:href=\"" + href
                + "\"/><Format>image/svg+xml</Format></ExternalGraphic>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e300", "NaN", "<PropertyName>size</PropertyName>", "ten"})
    void refusesSizes(String size) {
        assertRefused(POINT.formatted("<Mark/><Size>" + size + "</Size>"));
    }

    @Test
    void refusesWhatIsTooDeepOrTooLarge() {
        assertRefused(FILTER.formatted("<Not>".repeat(100_000)));
        assertRefused(FILTER.formatted("<Not>".repeat(100) + "</Not>".repeat(100)));
        assertRefused(" ".repeat(StyleXml.MOST_BYTES + 1));
        assertRefused("<FeatureTypeStyle>" + "<Rule/>".repeat(2_001) + "</FeatureTypeStyle>");
    }
}
