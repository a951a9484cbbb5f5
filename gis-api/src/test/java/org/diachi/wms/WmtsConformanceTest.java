package org.diachi.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requirements of WMTS 1.0.0 (OGC 07-057r7, with OWS Common, OGC 06-121r3); each test names its section. */
class WmtsConformanceTest {

    private static final MapCity CITY = MapCity.get();
    private static final String WMTS = CITY.base() + "/wmts";
    private static final String CAPABILITIES = WMTS + "?SERVICE=WMTS&REQUEST=GetCapabilities";
    private static final String TILE = WMTS + "?SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&LAYER=zones&STYLE=default"
            + "&FORMAT=image/png&TILEMATRIXSET=EPSG9214&TILEMATRIX=8&TILEROW=2039&TILECOL=2065";
    private static final String INFO = TILE.replace("GetTile", "GetFeatureInfo") + "&INFOFORMAT=text/plain&I=50&J=50";

    private static XmlDocument capabilities() {
        return XmlDocument.get(CAPABILITIES);
    }

    private static void assertRefused(String request, int status, String code, String locator) {
        Maps.Reply reply = Maps.get(request);
        assertThat(reply.status()).as(request).isEqualTo(status);
        assertThat(reply.type()).startsWith("text/xml");
        assertThat(reply.text())
                .contains("http://www.opengis.net/ows/1.1 http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd");
        XmlDocument report = XmlDocument.parse(reply.text());
        assertThat(report.text("/ExceptionReport/@version")).isEqualTo("1.1.0");
        assertThat(report.text("/ExceptionReport/Exception/@exceptionCode"))
                .as(request)
                .isEqualTo(code);
        assertThat(report.text("/ExceptionReport/Exception/@locator")).isEqualToIgnoringCase(locator);
        assertThat(report.text("/ExceptionReport/Exception/ExceptionText")).isNotEmpty();
    }

    @Test
    void section7_1SchemaLocationIsThePublishedOne() {
        assertThat(Maps.get(CAPABILITIES).text())
                .contains("xmlns=\"http://www.opengis.net/wmts/1.0\"")
                .contains("http://www.opengis.net/wmts/1.0"
                        + " http://schemas.opengis.net/wmts/1.0/wmtsGetCapabilities_response.xsd");
        assertThat(Maps.get(CAPABILITIES).type()).startsWith("application/xml");
    }

    @Test
    void section7_1_1_1ServiceIsIdentified() {
        assertThat(capabilities().text("/Capabilities/@version")).isEqualTo("1.0.0");
        assertThat(capabilities().text("//ServiceIdentification/ServiceType")).isEqualTo("OGC WMTS");
        assertThat(capabilities().text("//ServiceIdentification/ServiceTypeVersion"))
                .isEqualTo("1.0.0");
    }

    @Test
    void section7_1_1_1_1OperationsAreToldForBothEncodings() {
        for (String operation : List.of("GetCapabilities", "GetTile", "GetFeatureInfo")) {
            assertThat(capabilities()
                            .texts("//Operation[@name='" + operation
                                    + "']//Get[Constraint//Value='KVP']/@*[local-name()='href']"))
                    .singleElement()
                    .asString()
                    .endsWith("?");
        }
        assertThat(capabilities().texts("//Operation[@name='GetTile']//Get/Constraint//Value"))
                .containsExactly("KVP", "RESTful");
    }

    @Test
    void section7_1_1ElementsAreInTheOrderOfTheSchema() {
        XmlDocument document = capabilities();
        assertThat(document.children("/Capabilities"))
                .containsExactly("ServiceIdentification", "OperationsMetadata", "Contents", "ServiceMetadataURL");
        List<String> layer = List.of(
                "Title",
                "Abstract",
                "WGS84BoundingBox",
                "Identifier",
                "Style",
                "Format",
                "InfoFormat",
                "Dimension",
                "TileMatrixSetLink",
                "ResourceURL");
        for (XmlDocument each : document.each("/Capabilities/Contents/Layer")) {
            assertThat(each.children(".").stream().map(layer::indexOf))
                    .isSorted()
                    .doesNotContain(-1);
        }
        for (XmlDocument each : document.each("//TileMatrix[Identifier]")) {
            assertThat(each.children("."))
                    .containsExactly(
                            "Identifier",
                            "ScaleDenominator",
                            "TopLeftCorner",
                            "TileWidth",
                            "TileHeight",
                            "MatrixWidth",
                            "MatrixHeight");
        }
    }

    @Test
    void section6_1ScaleDenominatorsOfTheWebAreThoseOfItsWellKnownSet() {
        XmlDocument web = capabilities()
                .each("/Capabilities/Contents/TileMatrixSet[Identifier='WebMercatorQuad']")
                .get(0);
        assertThat(web.text("WellKnownScaleSet")).isEqualTo("urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible");
        assertThat(web.number("TileMatrix[Identifier='0']/ScaleDenominator"))
                .isCloseTo(559082264.0287178, within(1e-3));
        assertThat(web.number("TileMatrix[Identifier='18']/ScaleDenominator"))
                .isCloseTo(2132.729583849784, within(1e-8));
    }

    @Test
    void section7_1_1_3LayersLinkTileMatrixSetsThatThereAreAndHaveOneDefaultStyle() {
        List<String> sets = capabilities().texts("/Capabilities/Contents/TileMatrixSet/Identifier");
        for (XmlDocument layer : capabilities().each("/Capabilities/Contents/Layer")) {
            assertThat(layer.texts("TileMatrixSetLink/TileMatrixSet"))
                    .isNotEmpty()
                    .isSubsetOf(sets);
            assertThat(layer.texts("Style[@isDefault='true']/Identifier")).hasSize(1);
            assertThat(layer.texts("Style/Identifier")).doesNotHaveDuplicates();
            assertThat(layer.text("Dimension[Identifier='Time']/Default")).isEqualTo("current");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&ACCEPTVERSIONS=1.0.0", "&ACCEPTVERSIONS=2.0.0,1.0.0", "&ACCEPTFORMATS=text/none"})
    void owsCommon7_3_2VersionsAreNegotiated(String wish) {
        assertThat(XmlDocument.get(CAPABILITIES + wish).text("/Capabilities/@version"))
                .isEqualTo("1.0.0");
    }

    @Test
    void owsCommon7_3_2VersionsThatAreNotThereAreRefused() {
        assertRefused(CAPABILITIES + "&ACCEPTVERSIONS=2.0.0,0.9", 400, "VersionNegotiationFailed", "ACCEPTVERSIONS");
        assertRefused(TILE.replace("VERSION=1.0.0", "VERSION=2.0.0"), 400, "InvalidParameterValue", "VERSION");
    }

    @Test
    void owsCommon7_3_4WhoHasTheCurrentDocumentGetsItsNumberAlone() {
        long current = Long.parseLong(capabilities().text("/Capabilities/@updateSequence"));
        XmlDocument unchanged = XmlDocument.get(CAPABILITIES + "&UPDATESEQUENCE=" + current);
        assertThat(unchanged.text("/Capabilities/@updateSequence")).isEqualTo(String.valueOf(current));
        assertThat(unchanged.children("/Capabilities")).isEmpty();
        assertThat(XmlDocument.get(CAPABILITIES + "&UPDATESEQUENCE=" + (current - 1))
                        .children("/Capabilities"))
                .isNotEmpty();
        assertRefused(
                CAPABILITIES + "&UPDATESEQUENCE=" + (current + 1), 400, "InvalidUpdateSequence", "UPDATESEQUENCE");
    }

    @ParameterizedTest
    @CsvSource({
        "LAYER=zones, LAYER=none, 400, InvalidParameterValue, LAYER",
        "STYLE=default, STYLE=none, 400, InvalidParameterValue, STYLE",
        "FORMAT=image/png, FORMAT=image/none, 400, InvalidParameterValue, FORMAT",
        "TILEMATRIXSET=EPSG9214, TILEMATRIXSET=none, 400, InvalidParameterValue, TILEMATRIXSET",
        "TILEMATRIX=8, TILEMATRIX=99, 400, InvalidParameterValue, TILEMATRIX",
        "TILEROW=2039, TILEROW=99999999, 400, TileOutOfRange, TILEROW",
        "TILECOL=2065, TILECOL=99999999, 400, TileOutOfRange, TILECOL",
        "TILECOL=2065, TILECOL=-1, 400, TileOutOfRange, TILECOL",
        "TILECOL=2065, TILECOL=x, 400, InvalidParameterValue, TILECOL",
        "TILECOL=2065, TIME=nonsense&TILECOL=2065, 400, InvalidParameterValue, TIME",
        "LAYER=zones, X=1, 400, MissingParameterValue, LAYER",
        "FORMAT=image/png, X=1, 400, MissingParameterValue, FORMAT",
        "TILEMATRIXSET=EPSG9214, X=1, 400, MissingParameterValue, TILEMATRIXSET",
        "TILEMATRIX=8, X=1, 400, MissingParameterValue, TILEMATRIX",
        "TILEROW=2039, X=1, 400, MissingParameterValue, TILEROW",
        "TILECOL=2065, X=1, 400, MissingParameterValue, TILECOL",
        "REQUEST=GetTile, X=1, 400, MissingParameterValue, REQUEST",
        "REQUEST=GetTile, REQUEST=GetNothing, 501, OperationNotSupported, REQUEST",
        "SERVICE=WMTS, SERVICE=WMS, 400, InvalidParameterValue, SERVICE"
    })
    void section7_2_3WhatIsWrongIsToldByItsCodeAndWhereItIs(
            String right, String wrong, int status, String code, String locator) {
        assertRefused(TILE.replaceFirst("(?<=[?&])" + right + "(?=&|$)", wrong), status, code, locator);
    }

    @Test
    void section7_2EveryFormatThatIsToldIsServedInBothEncodings() {
        for (XmlDocument layer : capabilities().each("/Capabilities/Contents/Layer[Identifier='zones']")) {
            for (String format : layer.texts("Format")) {
                assertThat(Maps.get(TILE.replace("image/png", format)).type()).isEqualTo(format);
                String template = layer.text("ResourceURL[@format='" + format + "']/@template");
                String path = template.replace("{Style}", "default")
                        .replace("{Time}", "current")
                        .replace("{TileMatrixSet}", "EPSG9214")
                        .replace("{TileMatrix}", "8")
                        .replace("{TileRow}", "2039")
                        .replace("{TileCol}", "2065");
                assertThat(Maps.get(path).type()).isEqualTo(format);
            }
        }
    }

    @Test
    void section7_3FeatureInfoIsGivenInEveryFormatThatIsTold() {
        List<String> formats = capabilities().texts("/Capabilities/Contents/Layer[Identifier='zones']/InfoFormat");
        assertThat(formats).contains("text/plain", "text/html", "application/json", "application/vnd.ogc.gml");
        for (String format : formats) {
            assertThat(Maps.get(INFO.replace("text/plain", format)).type()).startsWith(format);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "I=50, I=256, PointIJOutOfRange, I",
        "J=50, J=-1, PointIJOutOfRange, J",
        "INFOFORMAT=text/plain, INFOFORMAT=none, InvalidParameterValue, INFOFORMAT",
        "I=50, X=1, MissingParameterValue, I"
    })
    void section7_3_3WhatIsWrongIsToldByItsCode(String right, String wrong, String code, String locator) {
        assertRefused(INFO.replaceFirst("(?<=[?&])" + right + "(?=&|$)", wrong), 400, code, locator);
    }

    @Test
    void section10ServiceMetadataAreAtAPathThatTheyTellThemselves() {
        String url = capabilities().text("/Capabilities/ServiceMetadataURL/@*[local-name()='href']");
        assertThat(url).isEqualTo(WMTS + "/1.0.0/WMTSCapabilities.xml");
        assertThat(Maps.get(url).body()).isEqualTo(Maps.get(CAPABILITIES).body());
    }
}
