package org.diachi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrsTest {

    @ParameterizedTest
    @CsvSource({
        "EPSG:9214, 9214",
        "epsg:9214, 9214",
        "9214, 9214",
        "http://www.opengis.net/def/crs/EPSG/0/9214, 9214",
        "https://www.opengis.net/def/crs/EPSG/9.9.1/3857, 3857",
        "<http://www.opengis.net/def/crs/EPSG/0/9214>, 9214",
        "[EPSG:4326], 4326",
        "urn:ogc:def:crs:EPSG::4756, 4756",
        "urn:ogc:def:crs:EPSG:6.9:4326, 4326",
        "http://www.opengis.net/gml/srs/epsg.xml#4326, 4326",
    })
    void readsEveryFormOfReference(String text, int epsg) {
        assertThat(Crs.parse(text)).isEqualTo(Crs.of(epsg));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CRS84",
                "CRS:84",
                "OGC:CRS84",
                "urn:ogc:def:crs:OGC:1.3:CRS84",
                "urn:ogc:def:crs:OGC::CRS84",
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
            })
    void readsCrs84(String text) {
        assertThat(Crs.parse(text)).isSameAs(Crs.CRS84);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EPSG:", "EPSG:x", "VN-2000", "http://example.org/9214", "EPSG:1:2", "EPSG:-4326"})
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> Crs.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void namesTheCodeThatTheCatalogueLacks() {
        assertThatThrownBy(() -> Crs.parse("EPSG:99999"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EPSG:99999")
                .hasMessageContaining("epsg.properties");
        assertThat(Crs.isKnown(99999)).isFalse();
        assertThat(Crs.isKnown(6957)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"6956, 5896", "6957, 5897", "6958, 5898", "6959, 5899", "900913, 3857", "102100, 3857"})
    void mapsDeprecatedCodesToTheirReplacement(int deprecated, int current) {
        assertThat(Crs.of(deprecated)).isSameAs(Crs.of(current));
        assertThat(Crs.of(deprecated).epsg()).isEqualTo(current);
    }

    @ParameterizedTest
    @CsvSource({
        "4326, true, true",
        "4756, true, true",
        "9214, false, false",
        "3405, false, false",
        "3857, false, false",
        "2056, false, false",
        "31467, false, true",
        "3006, false, true",
    })
    void knowsTheOrderOfTheAuthority(int epsg, boolean geographic, boolean latitudeFirst) {
        assertThat(Crs.of(epsg).isGeographic()).isEqualTo(geographic);
        assertThat(Crs.of(epsg).isLatitudeFirst()).isEqualTo(latitudeFirst);
    }

    @Test
    void crs84IsLongitudeFirst() {
        assertThat(Crs.CRS84.isLatitudeFirst()).isFalse();
        assertThat(Crs.CRS84.isGeographic()).isTrue();
        assertThat(Crs.CRS84.epsg()).isEqualTo(4326);
        assertThat(Crs.CRS84.uri()).isEqualTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
        assertThat(Crs.CRS84).isNotEqualTo(Crs.of(4326)).hasToString("CRS84");
    }

    @Test
    void hasUriNameAndUnit() {
        assertThat(Crs.of(9214).uri()).isEqualTo("http://www.opengis.net/def/crs/EPSG/0/9214");
        assertThat(Crs.of(9214).name()).isEqualTo("VN-2000 / TM-3 107-00");
        assertThat(Crs.of(9214).metresPerUnit()).isEqualTo(1);
        assertThat(Crs.of(2284).metresPerUnit()).isEqualTo(1200.0 / 3937, within(1e-12));
        assertThat(Crs.of(4326).metresPerUnit()).isCloseTo(111_319.49, within(0.01));
    }

    @Test
    void everySystemOfTheCatalogueCanBeUsed() {
        assertThat(CrsCatalogue.codes())
                .hasSizeGreaterThan(400)
                .allSatisfy(epsg -> assertThat(Crs.of(epsg).epsg()).isEqualTo(epsg));
    }
}
