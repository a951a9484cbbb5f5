package org.diachi.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.diachi.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is meant to hurt is refused in the words of the standard, by posted forms too, where nothing bounds a request before. */
class HostileRequestsTest {

    private static final MapCity CITY = MapCity.get();
    private static final String WMS = CITY.base() + "/wms";
    private static final String MAP = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=zones&STYLES=&CRS=EPSG:9214"
            + "&BBOX=569973,1834417,570273,1834717&WIDTH=64&HEIGHT=64&FORMAT=image/png";

    private static String with(String name, String value) {
        return MAP.replaceAll("(^|&)" + name + "=[^&]*", "") + "&" + name + "=" + Http.encode(value);
    }

    private static String sld(String prolog, String name, String rule) {
        return with(
                "SLD_BODY",
                prolog + "<StyledLayerDescriptor version='1.0.0' xmlns='http://www.opengis.net/sld'"
                        + " xmlns:ogc='http://www.opengis.net/ogc' xmlns:xlink='http://www.w3.org/1999/xlink'>"
                        + "<NamedLayer><Name>" + name + "</Name><UserStyle><FeatureTypeStyle><Rule>" + rule
                        + "</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>");
    }

    private static String nested(String begin, String end, int depth) {
        return begin.repeat(depth) + "code = 'ODT'" + end.repeat(depth);
    }

    private static final String FILL = "<PolygonSymbolizer><Fill/></PolygonSymbolizer>";

    record Attack(String what, String request, String code) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Attack> attacks() {
        String bomb = "<!DOCTYPE b [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]>";
        String local = "<!DOCTYPE b [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
        String remote = "<!DOCTYPE b SYSTEM '" + CITY.base() + "/wms?REQUEST=GetCapabilities'>";
        String icon = "<PointSymbolizer><Graphic><ExternalGraphic><OnlineResource xlink:href='" + CITY.base()
                + "/icon.png'/><Format>image/png</Format></ExternalGraphic></Graphic></PointSymbolizer>";
        String secret = icon.replaceAll("href='[^']*'", "href='../../../../../../etc/passwd'");
        String function = "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:Function name='env'><ogc:Literal>x</ogc:Literal>"
                + "</ogc:Function><ogc:Literal>1</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>";
        String deepFilter = "<ogc:Filter>" + "<ogc:Not>".repeat(5_000) + "<ogc:PropertyIsNull><ogc:PropertyName>code"
                + "</ogc:PropertyName></ogc:PropertyIsNull>" + "</ogc:Not>".repeat(5_000) + "</ogc:Filter>";
        String wrong = "InvalidParameterValue";
        return Stream.of(
                new Attack("a thousand million pixels", with("WIDTH", "1000000000"), wrong),
                new Attack("more pixels than whole numbers", with("HEIGHT", "99999999999999999999"), wrong),
                new Attack("wide and high", with("WIDTH", "10000").replace("HEIGHT=64", "HEIGHT=100000"), wrong),
                new Attack("dense paper", with("DPI", "1e308"), wrong),
                new Attack("no number of dots", with("DPI", "NaN"), wrong),
                new Attack("entities that grow", sld(bomb, "&d;", FILL), wrong),
                new Attack("an entity of a file", sld(local, "&x;", FILL), wrong),
                new Attack("a document type elsewhere", sld(remote, "zones", FILL), wrong),
                new Attack("an icon elsewhere", sld("", "zones", icon), wrong),
                new Attack("an icon outside of the folder", sld("", "zones", secret), wrong),
                new Attack("a function in a style", sld("", "zones", function + FILL), wrong),
                new Attack("a style that is deep", sld("", "zones", deepFilter + FILL), wrong),
                new Attack("a style that is long", sld("", "zones", FILL.repeat(4_000)), wrong),
                new Attack("a style elsewhere", with("SLD", CITY.base() + "/style.sld"), wrong),
                new Attack("no style at all", with("SLD_BODY", "\u0000<<<"), wrong),
                new Attack("many brackets", with("CQL_FILTER", nested("(", ")", 9_000)), wrong),
                new Attack("many negations", with("CQL_FILTER", nested("NOT (", ")", 3_000)), wrong),
                new Attack("brackets in brackets", with("CQL_FILTER", nested("(", ")", 25)), wrong),
                new Attack("an open quote", with("CQL_FILTER", "code = 'ODT"), wrong),
                new Attack("quotes that end the text", with("CQL_FILTER", "code = 'x'' OR 1=1; DROP TABLE"), wrong),
                new Attack(
                        "a pattern of wildcards", with("CQL_FILTER", "secret LIKE '" + "%a".repeat(500) + "'"), wrong),
                new Attack(
                        "wild cards that are tried for ever",
                        with("CQL_FILTER", "code LIKE '" + "%".repeat(30) + "x'"),
                        wrong),
                new Attack("a function in a filter", with("CQL_FILTER", "strLength(code) = 3"), wrong),
                new Attack("a filter about nothing", with("CQL_FILTER", "\"no such\" = 1"), wrong),
                new Attack("a box that is no number", with("BBOX", "NaN,NaN,NaN,NaN"), wrong),
                new Attack("a box without end", with("BBOX", "-Infinity,0,Infinity,1"), wrong),
                new Attack("a box that is turned over", with("BBOX", "570273,1834717,569973,1834417"), wrong),
                new Attack("a box of hexadecimals", with("BBOX", "0x1p3,1,2,3"), wrong),
                new Attack("a box of a thousand numbers", with("BBOX", "1,".repeat(1_000) + "1"), wrong),
                new Attack("ten thousand layers", with("LAYERS", "zones,".repeat(9_999) + "zones"), wrong),
                new Attack("ten thousand styles", with("STYLES", ",".repeat(9_999)), "StyleNotDefined"),
                new Attack("an unknown layer", with("LAYERS", "<script>"), "LayerNotDefined"),
                new Attack("an unknown style", with("STYLES", "'; --"), "StyleNotDefined"),
                new Attack("an unknown system", with("CRS", "EPSG:2147483648"), "InvalidCRS"),
                new Attack("a system that is a recipe", with("CRS", "GEOGCS[\"x\"]"), "InvalidCRS"),
                new Attack("an unknown format", with("FORMAT", "image/x-icon"), "InvalidFormat"),
                new Attack("an unknown operation", with("REQUEST", "DropTable"), "OperationNotSupported"),
                new Attack("a time of never", with("TIME", "9".repeat(3_000)), "InvalidDimensionValue"),
                new Attack("a time of thousands", with("TIME", "2025/".repeat(3_000)), "InvalidDimensionValue"),
                new Attack("a colour of none", with("BGCOLOR", "0xZZZZZZ"), wrong));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedWithTheCodeOfTheStandard(Attack attack) {
        Maps.Reply reply = Maps.post(WMS, attack.request);
        assertThat(reply.type()).as(reply.text()).startsWith("text/xml");
        assertThat(reply.body().length).isLessThan(3_000);
        XmlDocument report = XmlDocument.parse(reply.text());
        assertThat(report.text("/ServiceExceptionReport/ServiceException/@code"))
                .as(reply.text())
                .isEqualTo(attack.code);
        assertThat(reply.text()).doesNotContain("root:", "org.diachi", "java.");
    }

    @Test
    void functionsAreRefusedByTheirNames() {
        assertThat(Maps.post(WMS, with("CQL_FILTER", "strLength(code) = 3")).text())
                .contains("The parameter CQL_FILTER has the function &quot;strLength&quot;, but filters may have none");
        String filter = "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:Function name='strLength'><ogc:PropertyName>code"
                + "</ogc:PropertyName></ogc:Function><ogc:Literal>3</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>";
        assertThat(Maps.post(WMS, sld("", "zones", filter + FILL)).text()).contains("SLD_BODY", "strLength");
    }

    @Test
    void formsThatAreTooLargeOrNoneAreRefused() {
        assertThat(Maps.post(WMS, MAP + "&X=" + "x".repeat(2_000_000)).text())
                .contains("code=\"InvalidParameterValue\"", "400000 bytes");
        assertThat(Maps.post(WMS, "").text()).contains("code=\"InvalidParameterValue\"");
        assertThat(Maps.post(WMS, "%%%=%zz&REQUEST=GetMap").text()).contains("code=\"InvalidParameterValue\"");
    }

    @Test
    void aLongStyleThatIsHonestIsTakenAsAForm() {
        String blue =
                "<PolygonSymbolizer><Fill><CssParameter name='fill'>#0000ff</CssParameter></Fill></PolygonSymbolizer>";
        String request = sld("", "zones", "<Title>" + "long ".repeat(4_000) + "</Title>" + blue);
        assertThat(Maps.post(WMS, request).picture().getRGB(32, 32)).isEqualTo(0xFF0000FF);
    }

    /** The server has given up reading what no address may be as long as, and says so in its own words. */
    @Test
    void addressesThatAreTooLongAreRefused() {
        assertThat(Maps.get(WMS + "?" + with("LAYERS", "zones,".repeat(10_000))).status())
                .isEqualTo(400);
    }

    @Test
    void unknownParametersAreOnlyIgnored() {
        StringBuilder request = new StringBuilder(MAP);
        for (int i = 0; i < 20_000; i++) {
            request.append("&X").append(i).append("=1");
        }
        assertThat(Maps.post(WMS, request.toString()).type()).isEqualTo("image/png");
    }
}
