package org.diachi.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.data.Percentage;
import org.diachi.sample.MadeCity.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

class SampleCityTest {
    private static final double SCALE = 0.04;
    private static final MadeCity CITY = new MadeCity(SampleAreas.withWards(12), SCALE, 7);

    @Test
    void wardsCoverTheCity() {
        List<Geometry> wards = geometries(SampleLayer.WARDS, row -> true);
        assertThat(wards).hasSize(12);
        assertCoversCity(wards);
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "later"})
    void zonesOfEachPlanCoverTheCity(String plan) {
        assertCoversCity(
                geometries(SampleLayer.ZONES, row -> row.text("plan_id").equals(plan)));
    }

    @Test
    void someZonesHaveHoles() {
        assertThat(geometries(SampleLayer.ZONES, row -> true))
                .anyMatch(zone -> ((org.locationtech.jts.geom.Polygon) zone).getNumInteriorRing() > 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void everySmallCityIsCoveredToo(int wards) {
        MadeCity village = new MadeCity(SampleAreas.withWards(wards), 0.01, 3);
        List<Geometry> outlines =
                village.rows(SampleLayer.WARDS).stream().map(Row::geometry).toList();
        assertThat(outlines).hasSize(wards).allMatch(Geometry::isValid);
        assertThat(CoverageValidator.isValid(outlines.toArray(new Geometry[0]))).isTrue();
        assertThat(village.rows(SampleLayer.BUILDINGS)).hasSizeBetween(2600, 3400);
    }

    @ParameterizedTest
    @CsvSource({
        "BUILDINGS, 300000, 5",
        "BUSINESSES, 30000, 20",
        "PUBLIC_SPACES, 2000, 30",
        "ZONES, 12000, 20",
        "GREEN_SPACES, 6000, 35",
        "DRAINAGE_LINKS, 60000, 20"
    })
    void countsFollowTheScale(SampleLayer layer, int atScaleOne, double percent) {
        assertThat((double) CITY.rows(layer).size()).isCloseTo(atScaleOne * SCALE, Percentage.withPercentage(percent));
    }

    @Test
    void everyGeometryIsValidAndInTheCrsOfTheCity() {
        for (SampleLayer layer : SampleLayer.values()) {
            assertThat(geometries(layer, row -> true))
                    .as(layer.name())
                    .allMatch(geometry -> geometry.isValid() && geometry.isSimple() && geometry.getSRID() == 32648);
        }
    }

    @Test
    void identifiersAreUnique() {
        for (SampleLayer layer : SampleLayer.values()) {
            String key = layer == SampleLayer.WARDS ? "code" : "id";
            assertThat(CITY.rows(layer)).extracting(row -> row.value(key)).doesNotHaveDuplicates();
        }
    }

    @Test
    void buildingsDoNotOverlap() {
        List<Geometry> buildings = geometries(SampleLayer.BUILDINGS, row -> true);
        assertThat(overlaps(buildings)).isEmpty();
        assertThat(buildings).allMatch(building -> building.getNumPoints() >= 5 && building.getNumPoints() <= 21);
    }

    @Test
    void openSpacesDoNotOverlapBuildings() {
        List<Geometry> all = geometries(SampleLayer.BUILDINGS, row -> true);
        all.addAll(geometries(SampleLayer.PUBLIC_SPACES, row -> true));
        assertThat(overlaps(all)).isEmpty();
    }

    @Test
    void buildingsLieInTheWardTheyName() {
        Map<String, Geometry> wards = new HashMap<>();
        CITY.rows(SampleLayer.WARDS).forEach(row -> wards.put(row.text("code"), row.geometry()));
        assertThat(CITY.rows(SampleLayer.BUILDINGS))
                .allMatch(row ->
                        wards.get(row.text("ward_code")).contains(row.geometry().getCentroid()));
    }

    @Test
    void buildingsStandOnLandToBuildOn() {
        STRtree zones = new STRtree();
        CITY.rows(SampleLayer.ZONES).stream()
                .filter(row -> row.text("plan_id").equals("now"))
                .filter(row -> role(row).isBuilt())
                .forEach(row -> zones.insert(row.geometry().getEnvelopeInternal(), row.geometry()));
        assertThat(geometries(SampleLayer.BUILDINGS, row -> true)).allMatch(building -> coversOne(zones, building));
    }

    @Test
    void addressesAreUnique() {
        assertThat(CITY.rows(SampleLayer.BUILDINGS))
                .extracting(row -> row.text("house_number") + "|" + row.text("street") + "|" + row.text("ward_code"))
                .doesNotHaveDuplicates();
    }

    @Test
    void houseNumbersAreOfAllKinds() {
        List<String> numbers = CITY.rows(SampleLayer.BUILDINGS).stream()
                .map(row -> row.text("house_number"))
                .toList();
        for (String kind : List.of("\\d+", "\\d+[A-Z]", "\\d+bis", "\\d+/\\d+", "\\d+/\\d+/\\d+")) {
            assertThat(numbers).as(kind).anyMatch(number -> number.matches(kind));
        }
        assertThat(CITY.rows(SampleLayer.BUILDINGS))
                .allMatch(row -> row.text("house_number").contains("/") == (row.value("alley") != null));
    }

    @Test
    void businessesLieInTheirBuilding() {
        Map<String, Geometry> buildings = new HashMap<>();
        CITY.rows(SampleLayer.BUILDINGS).forEach(row -> buildings.put(row.text("id"), row.geometry()));
        assertThat(CITY.rows(SampleLayer.BUSINESSES))
                .allMatch(row -> buildings.get(row.text("building_id")).contains(row.geometry()));
    }

    @Test
    void greenSpacesLieInGreenZonesWithoutOverlap() {
        STRtree zones = new STRtree();
        CITY.rows(SampleLayer.ZONES).stream()
                .filter(row -> row.text("plan_id").equals("now") && role(row) == LandUseRole.GREEN)
                .forEach(row -> zones.insert(row.geometry().getEnvelopeInternal(), row.geometry()));
        List<Geometry> green = geometries(SampleLayer.GREEN_SPACES, row -> true);
        assertThat(green).allMatch(space -> coversOne(zones, space));
        assertThat(overlaps(green)).isEmpty();
    }

    @Test
    void drainageFallsToAnOutfallFromEveryNode() {
        Map<String, Row> nodes = new HashMap<>();
        CITY.rows(SampleLayer.DRAINAGE_NODES).forEach(row -> nodes.put(row.text("id"), row));
        Map<String, String> next = new HashMap<>();
        for (Row link : CITY.rows(SampleLayer.DRAINAGE_LINKS)) {
            assertThat(next.put(link.text("from_node"), link.text("to_node"))).isNull();
            assertFallsBetweenItsNodes(link, nodes);
        }
        for (Row node : nodes.values()) {
            assertThat(node.real("ground_level")).isGreaterThan(node.real("invert_level") + 0.1);
            assertThat(nodes.get(last(node.text("id"), next)).text("kind")).isEqualTo("outfall");
        }
    }

    @Test
    void outfallsLieInWater() {
        STRtree water = new STRtree();
        CITY.rows(SampleLayer.ZONES).stream()
                .filter(row -> row.text("plan_id").equals("now") && role(row) == LandUseRole.WATER)
                .forEach(row -> water.insert(
                        row.geometry().getEnvelopeInternal(), row.geometry().buffer(0.01)));
        assertThat(geometries(
                        SampleLayer.DRAINAGE_NODES, row -> row.text("kind").equals("outfall")))
                .isNotEmpty()
                .allMatch(outfall -> touches(water, outfall));
    }

    @Test
    void refusesAScaleOfNothing() {
        assertThatThrownBy(() -> new SampleCity(SampleAreas.withWards(1), 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertFallsBetweenItsNodes(Row link, Map<String, Row> nodes) {
        Row from = nodes.get(link.text("from_node"));
        Row to = nodes.get(link.text("to_node"));
        Geometry line = link.geometry();
        assertThat(line.getCoordinates()[0]).isEqualTo(from.geometry().getCoordinate());
        assertThat(line.getCoordinates()[line.getNumPoints() - 1])
                .isEqualTo(to.geometry().getCoordinate());
        assertThat(link.real("length")).isCloseTo(line.getLength(), within(0.01));
        assertThat(link.real("upstream_invert")).isGreaterThan(link.real("downstream_invert"));
        assertThat(link.real("upstream_invert")).isGreaterThanOrEqualTo(from.real("invert_level") - 0.001);
        assertThat(link.real("downstream_invert")).isGreaterThanOrEqualTo(to.real("invert_level") - 0.001);
    }

    private static String last(String node, Map<String, String> next) {
        Set<String> seen = new HashSet<>();
        String at = node;
        while (next.containsKey(at) && seen.add(at)) {
            at = next.get(at);
        }
        return at;
    }

    private static void assertCoversCity(List<Geometry> parts) {
        assertThat(parts.stream().mapToDouble(Geometry::getArea).sum())
                .isCloseTo(CITY.extent().getArea(), within(1.0));
        assertThat(CoverageValidator.isValid(parts.toArray(new Geometry[0]))).isTrue();
        assertThat(overlaps(parts)).isEmpty();
    }

    /** All pairs whose interiors meet. */
    private static List<String> overlaps(List<Geometry> geometries) {
        STRtree index = new STRtree();
        for (int i = 0; i < geometries.size(); i++) {
            index.insert(geometries.get(i).getEnvelopeInternal(), i);
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < geometries.size(); i++) {
            for (Object other : index.query(geometries.get(i).getEnvelopeInternal())) {
                int k = (Integer) other;
                if (k > i && geometries.get(i).relate(geometries.get(k), "T********")) {
                    found.add(geometries.get(i) + " and " + geometries.get(k));
                }
            }
        }
        return found;
    }

    private static boolean coversOne(STRtree index, Geometry geometry) {
        return index.query(geometry.getEnvelopeInternal()).stream()
                .anyMatch(zone -> ((Geometry) zone).covers(geometry));
    }

    private static boolean touches(STRtree index, Geometry geometry) {
        return index.query(geometry.getEnvelopeInternal()).stream()
                .anyMatch(zone -> ((Geometry) zone).intersects(geometry));
    }

    private static LandUseRole role(Row zone) {
        String code = zone.text("land_use");
        return LandUseRole.valueOf(code.substring(0, code.indexOf('-')));
    }

    private static List<Geometry> geometries(SampleLayer layer, Predicate<Row> which) {
        List<Geometry> geometries = new ArrayList<>();
        CITY.rows(layer).stream().filter(which).forEach(row -> geometries.add(row.geometry()));
        return geometries;
    }
}
