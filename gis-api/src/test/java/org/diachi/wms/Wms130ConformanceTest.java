package org.diachi.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requirements of WMS 1.3.0 (OGC 06-042) on a basic and queryable service; each test names its section. */
class Wms130ConformanceTest {

    private static final MapCity CITY = MapCity.get();
    private static final String WMS = CITY.base() + "/wms?";
    private static final String CAPABILITIES = WMS + "SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.3.0";
    private static final String MAP =
            WMS + "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=zones&STYLES=&CRS=EPSG:9214"
                    + "&BBOX=569973,1834417,570273,1834717&WIDTH=100&HEIGHT=100&FORMAT=image/png";
    private static final String INFO =
            MAP.replace("GetMap", "GetFeatureInfo") + "&QUERY_LAYERS=zones&INFO_FORMAT=text/plain&I=50&J=50";

    private static XmlDocument capabilities() {
        return XmlDocument.get(CAPABILITIES);
    }

    private static void assertRefused(String request, String code) {
        Maps.Reply reply = Maps.get(request);
        assertThat(reply.type()).as(request).startsWith("text/xml");
        XmlDocument report = XmlDocument.parse(reply.text());
        assertThat(report.name()).isEqualTo("ServiceExceptionReport");
        assertThat(report.text("/ServiceExceptionReport/@version")).isEqualTo("1.3.0");
        assertThat(report.text("/ServiceExceptionReport/ServiceException/@code"))
                .as(request)
                .isEqualTo(code);
        assertThat(report.text("/ServiceExceptionReport/ServiceException")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.0.0, 1.1.1", "1.1.0, 1.1.1", "1.2.0, 1.1.1", "1.3.0, 1.3.0", "1.3.1, 1.3.0", "9.9.9, 1.3.0"})
    void section6_2_4VersionIsTheHighestBelowOrElseTheLowest(String asked, String spoken) {
        assertThat(XmlDocument.get(WMS + "SERVICE=WMS&REQUEST=GetCapabilities&VERSION=" + asked)
                        .text("/*/@version"))
                .isEqualTo(spoken);
    }

    @Test
    void section6_2_4VersionIsTheHighestForWhoNamesNone() {
        assertThat(XmlDocument.get(WMS + "SERVICE=WMS&REQUEST=GetCapabilities").text("/*/@version"))
                .isEqualTo("1.3.0");
    }

    @Test
    void section6_3_3OnlineResourcesEndInAQuestionMarkOrAnAmpersand() {
        List<String> prefixes = capabilities().texts("//DCPType//OnlineResource/@*[local-name()='href']");
        assertThat(prefixes).hasSizeGreaterThan(3).allMatch(url -> url.endsWith("?") || url.endsWith("&"));
    }

    @Test
    void section6_7_4BoxesHaveAnArea() {
        for (XmlDocument box : capabilities().each("//BoundingBox")) {
            assertThat(box.number("@minx")).isLessThan(box.number("@maxx"));
            assertThat(box.number("@miny")).isLessThan(box.number("@maxy"));
        }
        for (XmlDocument box : capabilities().each("//EX_GeographicBoundingBox")) {
            assertThat(box.number("westBoundLongitude")).isLessThan(box.number("eastBoundLongitude"));
            assertThat(box.number("southBoundLatitude")).isLessThan(box.number("northBoundLatitude"));
        }
    }

    @Test
    void section6_8_1NamesOfParametersAreReadInAnyCaseAndOrderAndUnknownOnesAreIgnored() {
        String mixed = WMS + "nonsense=7&hEiGhT=100&Width=100&fOrMaT=image/png&bbox=569973,1834417,570273,1834717"
                + "&crs=EPSG:9214&styles=&layers=zones&request=GetMap&version=1.3.0&service=WMS";
        assertThat(Maps.get(mixed).body()).isEqualTo(Maps.get(MAP).body());
    }

    @Test
    void section6_8_1ValuesOfLayersAreCaseSensitive() {
        assertRefused(MAP.replace("=zones", "=Zones"), "LayerNotDefined");
    }

    @Test
    void section7_2_3_1CapabilitiesAreXmlWhateverFormatIsAsked() {
        for (String format : List.of("", "&FORMAT=text/xml", "&FORMAT=application/unknown")) {
            assertThat(Maps.get(CAPABILITIES + format).type()).startsWith("text/xml");
        }
    }

    @Test
    void section7_2_3_5UpdateSequenceIsNegotiated() {
        long current = Long.parseLong(capabilities().text("/WMS_Capabilities/@updateSequence"));
        assertRefused(CAPABILITIES + "&UPDATESEQUENCE=" + current, "CurrentUpdateSequence");
        assertRefused(CAPABILITIES + "&UPDATESEQUENCE=" + (current + 1), "InvalidUpdateSequence");
        assertThat(XmlDocument.get(CAPABILITIES + "&UPDATESEQUENCE=" + (current - 1))
                        .name())
                .isEqualTo("WMS_Capabilities");
    }

    @Test
    void section7_2_4_1SchemaLocationIsThePublishedOne() {
        assertThat(Maps.get(CAPABILITIES).text())
                .contains("xmlns=\"http://www.opengis.net/wms\"")
                .contains("http://www.opengis.net/wms http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd")
                .contains("http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/sld_capabilities.xsd");
        assertThat(Maps.get(MAP.replace("=zones", "=none")).text())
                .contains("xmlns=\"http://www.opengis.net/ogc\"")
                .contains("http://www.opengis.net/ogc http://schemas.opengis.net/wms/1.3.0/exceptions_1_3_0.xsd");
    }

    @Test
    void section7_2_4_1ElementsAreInTheOrderOfTheSchema() {
        XmlDocument document = capabilities();
        assertThat(document.children("/WMS_Capabilities")).containsExactly("Service", "Capability");
        assertThat(document.children("/WMS_Capabilities/Service"))
                .containsExactly(
                        "Name",
                        "Title",
                        "Abstract",
                        "KeywordList",
                        "OnlineResource",
                        "Fees",
                        "AccessConstraints",
                        "LayerLimit",
                        "MaxWidth",
                        "MaxHeight");
        assertThat(document.children("/WMS_Capabilities/Capability"))
                .containsExactly("Request", "Exception", "UserDefinedSymbolization", "Layer");
        assertThat(document.children("/WMS_Capabilities/Capability/Request"))
                .containsExactly("GetCapabilities", "GetMap", "GetFeatureInfo", "DescribeLayer", "GetLegendGraphic");
        List<String> order = List.of(
                "Name",
                "Title",
                "Abstract",
                "CRS",
                "EX_GeographicBoundingBox",
                "BoundingBox",
                "Dimension",
                "Style",
                "MinScaleDenominator",
                "MaxScaleDenominator",
                "Layer");
        for (XmlDocument layer : document.each("//Layer")) {
            assertThat(layer.children(".").stream().map(order::indexOf))
                    .isSorted()
                    .doesNotContain(-1);
        }
        assertThat(document.children("(//Style)[1]")).containsExactly("Name", "Title", "LegendURL");
    }

    @Test
    void section7_2_4_3ServiceIsNamedWms() {
        assertThat(capabilities().text("/WMS_Capabilities/Service/Name")).isEqualTo("WMS");
        assertThat(capabilities().text("/WMS_Capabilities/Service/Title")).isNotEmpty();
    }

    @Test
    void section7_2_4_3NoPictureIsLargerAndNoMapHasMoreLayersThanIsTold() {
        XmlDocument document = capabilities();
        int most = (int) document.number("/WMS_Capabilities/Service/MaxWidth");
        assertRefused(MAP.replace("WIDTH=100", "WIDTH=" + (most + 1)), "InvalidParameterValue");
        assertThat(Maps.get(MAP.replace("WIDTH=100", "WIDTH=" + most).replace("HEIGHT=100", "HEIGHT=3"))
                        .picture()
                        .getWidth())
                .isEqualTo(most);
        int layers = (int) document.number("/WMS_Capabilities/Service/LayerLimit");
        assertThat(Maps.get(MAP.replace("=zones", "=zones" + ",zones".repeat(layers - 1)))
                        .type())
                .isEqualTo("image/png");
        assertRefused(MAP.replace("=zones", "=zones" + ",zones".repeat(layers)), "InvalidParameterValue");
    }

    @Test
    void section7_2_4_4EveryFormatThatIsToldIsServed() {
        for (String format : capabilities().texts("//GetMap/Format")) {
            Maps.Reply reply = Maps.get(MAP.replace("image/png", format.replace(" ", "%20")));
            assertThat(format).startsWith(reply.type());
            assertThat(reply.picture().getHeight()).isEqualTo(100);
        }
        for (String format : capabilities().texts("//GetFeatureInfo/Format")) {
            assertThat(Maps.get(INFO.replace("text/plain", format)).type()).startsWith(format);
        }
    }

    @Test
    void section7_2_4_6EveryNamedLayerHasATitleAndAnOwnName() {
        List<String> names = capabilities().texts("//Layer/Name");
        assertThat(names).contains("landmarks", "zones", "drainage-links").doesNotHaveDuplicates();
        assertThat(capabilities().each("//Layer"))
                .allSatisfy(layer -> assertThat(layer.text("Title")).isNotEmpty());
    }

    @Test
    void section7_2_4_6_5LegendsAreWhereTheyAreToldToBeAndAsLargeAsTheyAreTold() {
        for (XmlDocument style : capabilities().each("//Style")) {
            BufferedImage legend = Maps.get(style.text("LegendURL/OnlineResource/@*[local-name()='href']"))
                    .picture();
            assertThat(legend.getWidth()).as(style.text("Name")).isEqualTo((int) style.number("LegendURL/@width"));
            assertThat(legend.getHeight()).isEqualTo((int) style.number("LegendURL/@height"));
        }
    }

    @Test
    void section7_2_4_6_6EveryNamedLayerHasAGeographicBoxOfItsOwnOrInheritedOne() {
        assertThat(capabilities().each("//Layer[Name]"))
                .allSatisfy(layer -> assertThat(layer.each("ancestor-or-self::Layer/EX_GeographicBoundingBox"))
                        .isNotEmpty());
    }

    @Test
    void section7_2_4_6_7EverySystemIsInheritedOnceAndIsGoodForEveryLayer() {
        List<String> systems = capabilities().texts("/WMS_Capabilities/Capability/Layer/CRS");
        assertThat(systems).doesNotHaveDuplicates().contains("CRS:84", "EPSG:4326");
        assertThat(capabilities().texts("//Layer/Layer/CRS")).isEmpty();
        for (String layer : capabilities().texts("//Layer/Name")) {
            for (String system : systems) {
                String box = system.matches("CRS:84|EPSG:4326|EPSG:4756") ? "16,107,17,108" : "1,1,9999999,9999999";
                assertThat(Maps.get(MAP.replace("=zones", "=" + layer)
                                        .replace("EPSG:9214", system)
                                        .replaceAll("BBOX=[^&]*", "BBOX=" + box))
                                .type())
                        .as("%s in %s", layer, system)
                        .isEqualTo("image/png");
            }
        }
    }

    @Test
    void section7_2_4_6_8EveryBoxIsOfASystemOfTheLayer() {
        List<String> systems = capabilities().texts("/WMS_Capabilities/Capability/Layer/CRS");
        assertThat(capabilities().texts("//BoundingBox/@CRS")).isSubsetOf(systems);
    }

    @Test
    void section7_2_4_7_2OnlyLayersThatAreQueryableAreSaidToBe() {
        for (String layer : capabilities().texts("//Layer[@queryable='1']/Name")) {
            assertThat(Maps.get(INFO.replace("=zones", "=" + layer)).type()).startsWith("text/plain");
        }
    }

    @Test
    void section7_2_4_8NoStyleIsToldAgainThatIsInherited() {
        assertThat(capabilities().texts("/WMS_Capabilities/Capability/Layer/Style"))
                .isEmpty();
        for (XmlDocument layer : capabilities().each("//Layer[Name]")) {
            assertThat(layer.texts("Style/Name")).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVICE=WMS", "REQUEST=GetMap"})
    void section6_8RequestWithoutItsOperationIsRefused(String parameters) {
        assertThat(Maps.get(WMS + parameters).text()).contains("ServiceException");
    }

    @ParameterizedTest
    @CsvSource({
        "FORMAT=image/png, FORMAT=image/none, InvalidFormat",
        "CRS=EPSG:9214, CRS=EPSG:0, InvalidCRS",
        "CRS=EPSG:9214, CRS=nonsense, InvalidCRS",
        "LAYERS=zones, LAYERS=none, LayerNotDefined",
        "STYLES=, STYLES=none, StyleNotDefined",
        "REQUEST=GetMap, REQUEST=GetNothing, OperationNotSupported",
        "SERVICE=WMS, SERVICE=WFS, InvalidParameterValue",
        "HEIGHT=100, TIME=nonsense&HEIGHT=100, InvalidDimensionValue",
        "HEIGHT=100, HEIGHT=0, InvalidParameterValue",
        "HEIGHT=100, HEIGHT=-1, InvalidParameterValue",
        "WIDTH=100, X=1, MissingParameterValue",
        "LAYERS=zones, X=1, MissingParameterValue",
        "FORMAT=image/png, X=1, MissingParameterValue",
        "CRS=EPSG:9214, X=1, MissingParameterValue"
    })
    void section7_3_5WhatIsWrongIsToldByItsCode(String right, String wrong, String code) {
        assertRefused(MAP.replaceFirst("(?<=[?&])" + right + "(?=&|$)", wrong), code);
    }

    @Test
    void section7_3_3_4EmptyStylesAreTheDefaultOnes() {
        byte[] usual = Maps.get(MAP).body();
        assertThat(Maps.get(MAP.replace("STYLES=", "STYLES=default")).body()).isEqualTo(usual);
        assertThat(Maps.get(MAP.replace("=zones", "=zones,landmarks").replace("STYLES=", "STYLES=,"))
                        .type())
                .isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "570273,1834417,569973,1834717",
                "569973,1834717,570273,1834417",
                "569973,1834417,569973,1834717",
                "569973,1834417,570273",
                "a,b,c,d",
                "NaN,1,2,3",
                "Infinity,1,2,3"
            })
    void section7_3_3_6BoxesThatAreNoneAreRefused(String box) {
        assertRefused(MAP.replaceAll("BBOX=[^&]*", "BBOX=" + box), "InvalidParameterValue");
    }

    @Test
    void section7_3_3_6BoxesBeyondAllLayersAndBeyondTheWorldAreEmptyThere() {
        assertThat(Maps.isWhite(
                        Maps.get(MAP.replaceAll("BBOX=[^&]*", "BBOX=0,0,9,9")).picture(), 50, 50))
                .isTrue();
        String world = MAP.replace("EPSG:9214", "CRS:84").replaceAll("BBOX=[^&]*", "BBOX=-400,-200,400,200");
        assertThat(Maps.isWhite(Maps.get(world).picture(), 50, 99)).isTrue();
    }

    @Test
    void section7_3_3_8PixelsNeedNotBeSquares() {
        BufferedImage picture =
                Maps.get(MAP.replace("HEIGHT=100", "HEIGHT=300")).picture();
        assertThat(picture.getHeight()).isEqualTo(300);
        assertThat(Maps.isWhite(picture, 50, 110)).isFalse();
        assertThat(Maps.isWhite(picture, 50, 90)).isTrue();
    }

    @Test
    void section7_3_3_9And10BackgroundIsWhiteUnlessTransparentOrAnotherColourIsAsked() {
        assertThat(Maps.get(MAP).picture().getRGB(3, 3)).isEqualTo(0xFFFFFFFF);
        assertThat(Maps.get(MAP + "&TRANSPARENT=FALSE").picture().getRGB(3, 3)).isEqualTo(0xFFFFFFFF);
        assertThat(Maps.get(MAP + "&TRANSPARENT=TRUE").picture().getRGB(3, 3) >>> 24)
                .isZero();
        assertThat(Maps.get(MAP + "&BGCOLOR=0x336699").picture().getRGB(3, 3)).isEqualTo(0xFF336699);
        String legend = WMS + "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&FORMAT=image/png&LAYER=zones";
        assertThat(Maps.get(legend).picture().getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
        assertThat(Maps.get(legend + "&TRANSPARENT=TRUE").picture().getRGB(0, 0) >>> 24)
                .isZero();
        assertThat(Maps.get(legend.replace("png", "jpeg")).picture().getRGB(0, 0) & 0xF0F0F0)
                .isEqualTo(0xF0F0F0);
    }

    @Test
    void section7_3_3_11ExceptionsAreXmlOrWrittenIntoThePictureOrBlank() {
        String wrong = MAP.replace("=zones", "=none");
        assertRefused(wrong, "LayerNotDefined");
        assertRefused(wrong + "&EXCEPTIONS=XML", "LayerNotDefined");
        BufferedImage written = Maps.get(wrong + "&EXCEPTIONS=INIMAGE").picture();
        assertThat(written.getWidth()).isEqualTo(100);
        assertThat(isPlain(written)).isFalse();
        BufferedImage blank =
                Maps.get(wrong + "&EXCEPTIONS=BLANK&BGCOLOR=0x102030").picture();
        assertThat(blank.getRGB(50, 50)).isEqualTo(0xFF102030);
        assertThat(isPlain(blank)).isTrue();
        assertThat(isPlain(
                        Maps.get(wrong + "&EXCEPTIONS=BLANK&TRANSPARENT=TRUE").picture()))
                .isTrue();
    }

    private static boolean isPlain(BufferedImage image) {
        int first = image.getRGB(0, 0);
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            if (image.getRGB(i % image.getWidth(), i / image.getWidth()) != first) {
                return false;
            }
        }
        return true;
    }

    @Test
    void section7_4_3_4LayersThatAreAskedAboutAreThoseOfTheMap() {
        assertThat(Maps.get(INFO).text()).contains("DKV");
        assertRefused(INFO.replace("QUERY_LAYERS=zones", "QUERY_LAYERS=none"), "LayerNotDefined");
        assertRefused(INFO.replace("QUERY_LAYERS=zones", "QUERY_LAYERS=landmarks"), "LayerNotDefined");
    }

    @Test
    void section7_4_3_5FormatsOfInformationThatAreUnknownAreRefused() {
        assertRefused(INFO.replace("text/plain", "text/none"), "InvalidFormat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&FEATURE_COUNT=0", "&FEATURE_COUNT=-3", "&FEATURE_COUNT=x", "&FEATURE_COUNT=1"})
    void section7_4_3_6OneFeatureIsToldAboutUnlessMoreAreAsked(String count) {
        String edge = INFO.replace("BBOX=569973,1834417,570273,1834717", "BBOX=569973,1834417,570173,1834617")
                .replace("=zones", "=zones,drainage-links")
                .replace("I=50", "I=70")
                .replace("J=50", "J=30");
        String text = Maps.get(edge.replace("STYLES=", "STYLES=,") + count).text();
        assertThat(text).containsAnyOf("code = ", "diameter = ");
        assertThat(text.split("validFrom", -1)).as(text).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I=100", "I=-1", "I=x", "I=0.5"})
    void section7_4_3_7PixelsOutsideOfTheMapAreRefused(String i) {
        assertRefused(INFO.replace("I=50", i), "InvalidPoint");
        assertRefused(INFO.replace("J=50", i.replace("I", "J")), "InvalidPoint");
    }

    @Test
    void annexC_4_2TimeIsInstantRangeOrYearAndItsDefaultIsTold() {
        assertThat(capabilities().text("//Layer[Name='zones']/Dimension[@name='time']/@default"))
                .isEqualTo("current");
        assertThat(capabilities().text("//Layer[Name='zones']/Dimension[@name='time']/@units"))
                .isEqualTo("ISO8601");
        byte[] now = Maps.get(MAP).body();
        assertThat(Maps.get(MAP + "&TIME=current").body()).isEqualTo(now);
        assertThat(Maps.get(MAP + "&TIME=2030").body()).isEqualTo(now);
        assertThat(Maps.get(MAP + "&TIME=2030-05-01T12:00:00Z").body()).isEqualTo(now);
        assertThat(Maps.isWhite(Maps.get(MAP + "&TIME=2001-01-01/2002-01-01").picture(), 50, 50))
                .isTrue();
    }
}
