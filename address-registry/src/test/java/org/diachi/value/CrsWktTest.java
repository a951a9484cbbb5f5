package org.diachi.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrsWktTest {

    private static final String VN2000_OF_ESRI = "GEOGCS[\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]]";

    @Tag("real-data")
    @ParameterizedTest
    @CsvSource({
        "awkward/shp-structure/3d_point_empty.prj, 3857",
        "awkward/shp-structure/lsOnePoint.prj, 3006",
        "awkward/shp-structure/long_lat.prj, 4326",
        "awkward/shp-structure/waternetwork_without_epsg.prj, 2154",
        "awkward/shp-structure/BooleanTest.prj, 4326",
        "awkward/shp-encoding/chinese_poly.prj, 4326",
        "awkward/shp-encoding/danish_point.prj, 25832",
        "awkward/shp-encoding/farsi-labels.prj, 4326",
        "awkward/shp-zm/linesM.prj, 27700",
        "awkward/shp-zm/mzpolygons.prj, 4326",
        "awkward/shp-zm/CoHI_GCS12.prj, 4269",
        "vietnam-encodings/hue_wards_cp1258.prj, 4326",
        "norfolk-drainage/raw/nodes_sel.prj, 2284",
        "norfolk-drainage/raw/pipes_sel.prj, 2284",
    })
    void identifiesRealFiles(String file, int epsg) throws IOException {
        assertThat(CrsWkt.identify(Files.readString(RealData.file(file)))).contains(Crs.of(epsg));
    }

    /** An unknown datum on an odd ellipsoid, and a datum that the catalogue leaves out for want of a good shift. */
    @Tag("real-data")
    @ParameterizedTest
    @ValueSource(strings = {"awkward/shp-structure/dup_column.prj", "awkward/shp-structure/archsites.prj"})
    void doesNotGuess(String file) throws IOException {
        assertThat(CrsWkt.identify(Files.readString(RealData.file(file)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"107.0, 0.9999, 9214", "105.0, 0.9999, 5897", "105.0, 0.9996, 3405", "107.75, 0.9999, 5899"})
    void identifiesVn2000OfEsri(double meridian, double scale, int epsg) {
        assertThat(CrsWkt.identify(esriProjected("VN_2000_TM", VN2000_OF_ESRI, meridian, scale)))
                .contains(Crs.of(epsg));
    }

    @Test
    void tellsSystemsApartByDatumOnly() {
        String wgs84 = VN2000_OF_ESRI.replace("D_Vietnam_2000", "D_WGS_1984");
        assertThat(CrsWkt.identify(esriProjected("UTM", VN2000_OF_ESRI, 105, 0.9996)))
                .contains(Crs.of(3405));
        assertThat(CrsWkt.identify(esriProjected("UTM", wgs84, 105, 0.9996))).contains(Crs.of(32648));
        assertThat(CrsWkt.identify(VN2000_OF_ESRI)).contains(Crs.of(4756));
    }

    @Test
    void findsNothingForAZoneThatDoesNotExist() {
        assertThat(CrsWkt.identify(esriProjected("Local", VN2000_OF_ESRI, 107.1, 0.9999)))
                .isEmpty();
    }

    private static String esriProjected(String name, String geographic, double meridian, double scale) {
        return "PROJCS[\"" + name + "\"," + geographic + ",PROJECTION[\"Transverse_Mercator\"],"
                + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
                + "PARAMETER[\"Central_Meridian\"," + meridian + "],PARAMETER[\"Scale_Factor\"," + scale + "],"
                + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    }

    @Test
    void identifiesLv95OfEsri() {
        assertThat(CrsWkt.identify("PROJCS[\"CH1903+_LV95\",GEOGCS[\"GCS_CH1903+\",DATUM[\"D_CH1903+\","
                        + "SPHEROID[\"Bessel_1841\",6377397.155,299.1528128]],PRIMEM[\"Greenwich\",0.0],"
                        + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Hotine_Oblique_Mercator_Azimuth_Center\"],"
                        + "PARAMETER[\"False_Easting\",2600000.0],PARAMETER[\"False_Northing\",1200000.0],"
                        + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Azimuth\",90.0],"
                        + "PARAMETER[\"Longitude_Of_Center\",7.439583333333333],"
                        + "PARAMETER[\"Latitude_Of_Center\",46.95240555555556],UNIT[\"Meter\",1.0]]"))
                .contains(Crs.of(2056));
    }

    @Test
    void trustsTheIdentifier() {
        assertThat(CrsWkt.identify("PROJCRS[\"x\",BASEGEOGCRS[\"VN-2000\"],ID[\"EPSG\",9214]]"))
                .contains(Crs.of(9214));
        assertThat(CrsWkt.identify("GEOGCS[\"x\",AUTHORITY[\"EPSG\",\"6957\"]]"))
                .contains(Crs.of(5897));
        assertThat(CrsWkt.identify("COMPD_CS[\"x\",PROJCS[\"y\",AUTHORITY[\"EPSG\",\"2284\"]],VERT_CS[\"z\"]]"))
                .contains(Crs.of(2284));
        assertThat(CrsWkt.identify("BOUNDCRS[SOURCECRS[GEOGCRS[\"x\",ID[\"EPSG\",4756]]],TARGETCRS[GEOGCRS[\"w\"]]]"))
                .contains(Crs.of(4756));
    }

    @Test
    void identifiesItsOwnCatalogueWithoutTheIdentifier() {
        assertThat(CrsCatalogue.codes()).allSatisfy(epsg -> {
            WktNode anonymous = WktNode.parse(Crs.of(epsg).wkt()).without("AUTHORITY");
            CrsSignature found = CrsSignature.of(anonymous).orElseThrow();
            Crs first = CrsWkt.identify(anonymous.toString()).orElseThrow();
            CrsSignature other = CrsSignature.of(WktNode.parse(first.wkt())).orElseThrow();
            assertThat(found.sameAs(other)).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "PROJCS[", "PROJCS[\"x\"]", "GEOGCS[\"x\",DATUM[\"y\"]]", "LOCAL_CS[\"x\"]", "A]"})
    void readsNothingOutOfNonsense(String text) {
        assertThat(CrsWkt.identify(text)).isEmpty();
    }
}
