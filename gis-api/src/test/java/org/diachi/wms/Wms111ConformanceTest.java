package org.diachi.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requirements of WMS 1.1.1 (OGC 01-068r3) where they are others than those of 1.3.0; each test names its section. */
class Wms111ConformanceTest {

    private static final MapCity CITY = MapCity.get();
    private static final String WMS = CITY.base() + "/wms?";
    private static final String CAPABILITIES = WMS + "SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.1.1";
    private static final String MAP = WMS + "VERSION=1.1.1&REQUEST=GetMap&LAYERS=zones&STYLES=&SRS=EPSG:9214"
            + "&BBOX=569973,1834417,570273,1834717&WIDTH=100&HEIGHT=100&FORMAT=image/png";
    private static final String INFO =
            MAP.replace("GetMap", "GetFeatureInfo") + "&QUERY_LAYERS=zones&INFO_FORMAT=text/plain&X=50&Y=50";

    private static void assertRefused(String request, String code) {
        Maps.Reply reply = Maps.get(request);
        assertThat(reply.type()).as(request).startsWith("application/vnd.ogc.se_xml");
        assertThat(reply.text())
                .contains("<!DOCTYPE ServiceExceptionReport SYSTEM"
                        + " \"http://schemas.opengis.net/wms/1.1.1/exception_1_1_1.dtd\">");
        XmlDocument report = XmlDocument.parse(reply.text());
        assertThat(report.text("/ServiceExceptionReport/@version")).isEqualTo("1.1.1");
        assertThat(report.text("/ServiceExceptionReport/ServiceException/@code"))
                .as(request)
                .isEqualTo(code);
    }

    @Test
    void section6_5_1OnlineResourcesEndInAQuestionMarkOrAnAmpersand() {
        assertThat(XmlDocument.get(CAPABILITIES).texts("//DCPType//OnlineResource/@*[local-name()='href']"))
                .hasSizeGreaterThan(4)
                .allMatch(url -> url.endsWith("?") || url.endsWith("&"));
    }

    @Test
    void section6_5_3VersionOneWithItsOwnNameOfTheParameterIsAnsweredByThisOne() {
        assertThat(XmlDocument.get(WMS + "WMTVER=1.0.0&REQUEST=capabilities").name())
                .isEqualTo("WMT_MS_Capabilities");
    }

    @Test
    void section6_5_7_1BoxesHaveLongitudeFirst() {
        XmlDocument box = XmlDocument.get(CAPABILITIES)
                .each("//Layer[Name='zones']/BoundingBox[@SRS='EPSG:4326']")
                .get(0);
        assertThat(box.number("@minx")).isBetween(107.0, 108.0);
        assertThat(box.number("@miny")).isBetween(16.0, 17.0);
    }

    @Test
    void section7_1_4_1DocumentIsOfThePublishedTypeAndMediaType() {
        Maps.Reply reply = Maps.get(CAPABILITIES);
        assertThat(reply.type()).startsWith("application/vnd.ogc.wms_xml");
        assertThat(reply.text())
                .contains("<!DOCTYPE WMT_MS_Capabilities SYSTEM"
                        + " \"http://schemas.opengis.net/wms/1.1.1/capabilities_1_1_1.dtd\">");
        assertThat(XmlDocument.parse(reply.text()).text("/WMT_MS_Capabilities/Service/Name"))
                .isEqualTo("OGC:WMS");
    }

    @Test
    void annexA1ElementsAreInTheOrderOfTheDocumentType() {
        XmlDocument document = XmlDocument.get(CAPABILITIES);
        assertThat(document.children("/WMT_MS_Capabilities/Service"))
                .containsExactly(
                        "Name", "Title", "Abstract", "KeywordList", "OnlineResource", "Fees", "AccessConstraints");
        assertThat(document.children("/WMT_MS_Capabilities/Capability"))
                .containsExactly("Request", "Exception", "UserDefinedSymbolization", "Layer");
        assertThat(document.children("/WMT_MS_Capabilities/Capability/Request"))
                .containsExactly(
                        "GetCapabilities",
                        "GetMap",
                        "GetFeatureInfo",
                        "DescribeLayer",
                        "GetLegendGraphic",
                        "GetStyles");
        List<String> order = List.of(
                "Name",
                "Title",
                "Abstract",
                "SRS",
                "LatLonBoundingBox",
                "BoundingBox",
                "Dimension",
                "Extent",
                "Style",
                "ScaleHint",
                "Layer");
        for (XmlDocument layer : document.each("//Layer")) {
            assertThat(layer.children(".").stream().map(order::indexOf))
                    .isSorted()
                    .doesNotContain(-1);
        }
    }

    @Test
    void section7_1_4_5_10ScaleHintsAreDiagonalsOfPixelsAndRise() {
        for (XmlDocument hint : XmlDocument.get(CAPABILITIES).each("//ScaleHint")) {
            assertThat(hint.number("@min")).isLessThan(hint.number("@max"));
        }
    }

    @Test
    void section7_1_4_6SystemsAndBoxesAreInheritedByEveryLayer() {
        XmlDocument document = XmlDocument.get(CAPABILITIES);
        assertThat(document.texts("/WMT_MS_Capabilities/Capability/Layer/SRS"))
                .contains("EPSG:4326", "EPSG:9214")
                .doesNotContain("CRS:84")
                .doesNotHaveDuplicates();
        assertThat(document.each("//Layer[Name]"))
                .allSatisfy(layer -> assertThat(layer.each("ancestor-or-self::Layer/LatLonBoundingBox"))
                        .isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "FORMAT=image/png, FORMAT=image/none, InvalidFormat",
        "SRS=EPSG:9214, SRS=EPSG:0, InvalidSRS",
        "LAYERS=zones, LAYERS=none, LayerNotDefined",
        "STYLES=, STYLES=none, StyleNotDefined",
        "HEIGHT=100, TIME=nonsense&HEIGHT=100, InvalidDimensionValue"
    })
    void annexA3WhatIsWrongIsToldByItsCode(String right, String wrong, String code) {
        assertRefused(MAP.replaceFirst("(?<=[?&])" + right + "(?=&|$)", wrong), code);
    }

    @Test
    void section7_1_3_5UpdateSequenceIsNegotiated() {
        long current = Long.parseLong(XmlDocument.get(CAPABILITIES).text("/WMT_MS_Capabilities/@updateSequence"));
        assertRefused(CAPABILITIES + "&UPDATESEQUENCE=" + current, "CurrentUpdateSequence");
        assertRefused(CAPABILITIES + "&UPDATESEQUENCE=" + (current + 1), "InvalidUpdateSequence");
    }

    @Test
    void section7_2_3_10BackgroundIsWhiteUnlessTransparentOrAnotherColourIsAsked() {
        assertThat(Maps.get(MAP).picture().getRGB(3, 3)).isEqualTo(0xFFFFFFFF);
        assertThat(Maps.get(MAP + "&TRANSPARENT=TRUE").picture().getRGB(3, 3) >>> 24)
                .isZero();
        assertThat(Maps.get(MAP + "&BGCOLOR=0x336699").picture().getRGB(3, 3)).isEqualTo(0xFF336699);
    }

    @Test
    void section7_2_3_11ExceptionsAreOfTheFormatThatIsAsked() {
        String wrong = MAP.replace("=zones", "=none") + "&EXCEPTIONS=application/vnd.ogc.";
        assertRefused(wrong + "se_xml", "LayerNotDefined");
        BufferedImage picture = Maps.get(wrong + "se_inimage").picture();
        assertThat(picture.getWidth()).isEqualTo(100);
        assertThat(Maps.isWhite(Maps.get(wrong + "se_blank").picture(), 50, 50)).isTrue();
    }

    @Test
    void section7_3FeatureInfoIsAskedByXAndY() {
        assertThat(Maps.get(INFO).text()).contains("DKV");
        assertRefused(INFO.replace("X=50", "X=100"), "InvalidPoint");
        assertRefused(INFO.replace("QUERY_LAYERS=zones", "QUERY_LAYERS=none"), "LayerNotDefined");
    }

    @Test
    void sldDescribeLayerNamesTheLayersAndGetStylesSendsTheirStyles() {
        String described = Maps.get(WMS + "SERVICE=WMS&VERSION=1.1.1&REQUEST=DescribeLayer&LAYERS=zones,landmarks")
                .text();
        assertThat(XmlDocument.parse(described).texts("/WMS_DescribeLayerResponse/LayerDescription/@name"))
                .containsExactly("zones", "landmarks");
        Maps.Reply styles = Maps.get(WMS + "SERVICE=WMS&VERSION=1.1.1&REQUEST=GetStyles&LAYERS=zones,landmarks");
        assertThat(styles.type()).startsWith("application/vnd.ogc.sld+xml");
        assertThat(XmlDocument.parse(styles.text()).texts("//NamedLayer/Name")).contains("zones", "landmarks");
    }
}
