package org.diachi.landuse.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.diachi.city.CoverageFault;
import org.diachi.city.CoverageRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** From two zones that one can see to a plan of thousands with seeded faults. */
class CoverageCheckTest {

    private final CoverageCheck check = new CoverageCheck(CoverageRules.USUAL);

    private static CoverageZone zone(String id, long row, String wkt) {
        try {
            return new CoverageZone(id, row, new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private static CoverageZone box(String id, long row, double west, double south, double east, double north) {
        return zone(
                id,
                row,
                "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
                        .formatted(west, south, east, north));
    }

    private List<String> found(CoverageZone... zones) {
        return check.find(List.of(zones)).stream()
                .map(finding -> finding.fault().label() + " "
                        + finding.zones().stream().map(CoverageZone::id).toList() + " " + Math.round(finding.area()))
                .toList();
    }

    @Test
    void zonesThatShareABorderFit() {
        assertThat(found(box("a", 1, 0, 0, 10, 10), box("b", 2, 10, 0, 20, 10), box("c", 3, 0, 10, 20, 20)))
                .isEmpty();
        assertThat(found()).isEmpty();
    }

    @Test
    void zonesThatShareGroundOverlap() {
        List<CoverageFinding> findings = check.find(List.of(box("a", 1, 0, 0, 10, 10), box("b", 2, 8, 0, 20, 10)));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(CoverageFault.OVERLAP);
            assertThat(finding.area()).isEqualTo(20);
            assertThat(finding.message())
                    .isEqualTo("The zones a (row 1) and b (row 2) share 20.00 m² around 9.00 5.00."
                            + " Let both have the same border there.");
        });
    }

    @Test
    void twoZonesMayOverlapAtSeveralPlaces() {
        CoverageZone comb = zone("comb", 1, "POLYGON ((0 0, 9 0, 9 9, 6 9, 6 3, 3 3, 3 9, 0 9, 0 0))");
        assertThat(found(comb, box("bar", 2, 0, 7, 9, 20)))
                .containsExactly("overlap [comb, bar] 6", "overlap [comb, bar] 6", "gap [comb, bar] 12");
    }

    @Test
    void aZoneWithinAnotherOverlapsIt() {
        assertThat(found(box("a", 1, 0, 0, 10, 10), box("b", 2, 4, 4, 6, 6))).containsExactly("overlap [a, b] 4");
    }

    @Test
    void enclosedGroundOfNoZoneIsAGap() {
        assertThat(found(zone("ring", 1, "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))")))
                .containsExactly("gap [ring] 9");
        assertThat(found(
                        zone("ring", 1, "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))"),
                        box("island", 2, 4, 4, 5, 5)))
                .containsExactly("gap [ring, island] 8");
        assertThat(found(
                        zone("ring", 1, "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))"),
                        box("filling", 2, 3, 3, 6, 6)))
                .isEmpty();
    }

    @Test
    void whatIsTooThinToBeMeantIsASliver() {
        assertThat(found(box("a", 1, 0, 0, 10, 10), box("b", 2, 9.8, 0, 20, 10)))
                .containsExactly("sliver [a, b] 2");
        assertThat(found(box("a", 1, 0, 0, 10, 10), box("thin", 2, 10, 0, 10.2, 10)))
                .containsExactly("sliver [thin] 2");
        assertThat(found(zone("ring", 1, "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 3.1, 6 3.1, 6 3, 3 3))")))
                .containsExactly("sliver [ring] 0");
    }

    @Test
    void zonesDrawnTwiceAreDuplicatesWhereverTheirRingsBegin() {
        assertThat(found(box("a", 1, 0, 0, 10, 10), zone("b", 2, "POLYGON ((10 10, 10 0, 0 0, 0 4, 0 10, 10 10))")))
                .containsExactly("duplicate [a, b] 100");
    }

    @Test
    void ofBowTiesOnlyThatIsSaid() {
        assertThat(found(zone("knot", 1, "POLYGON ((0 0, 10 0, 0 10, 10 10, 0 0))"), box("b", 2, 10, 0, 20, 10)))
                .containsExactly("bow-tie [knot] 0");
    }

    @Test
    void twentySeededFaultsAreFoundAndNoneIsInvented() {
        FaultyCoverage plan = new FaultyCoverage(23, 7).withTwentyFaults();
        List<CoverageFinding> findings = check.find(plan.zones());
        assertThat(plan.seeds()).hasSize(20);
        assertThat(findings).hasSize(20);
        for (FaultyCoverage.Seed seed : plan.seeds()) {
            assertThat(findings)
                    .filteredOn(finding -> isOf(finding, seed))
                    .as(seed.toString())
                    .hasSize(1);
        }
    }

    /** A gap has no zone of its own: it is where the zone is missing. */
    private static boolean isOf(CoverageFinding finding, FaultyCoverage.Seed seed) {
        boolean isAtZone = seed.fault() == CoverageFault.GAP
                ? finding.zones().stream().noneMatch(zone -> zone.id().equals(seed.zone()))
                : finding.zones().stream().anyMatch(zone -> zone.id().equals(seed.zone()));
        return finding.fault() == seed.fault() && isAtZone && Math.abs(finding.area() - seed.area()) < 1e-6;
    }

    @Test
    void aPlanOfTwelveThousandZonesWithoutFaultsHasNone() {
        assertThat(check.find(new FaultyCoverage(110, 3).zones())).isEmpty();
    }

    /** Zones scattered at random, laid over each other one pair after the other. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomZonesOverlapWhereAllPairsSay(long seed) {
        Random random = new Random(seed);
        List<CoverageZone> zones = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            // Whole metres, so that many borders fall on others.
            int west = random.nextInt(60);
            int south = random.nextInt(60);
            zones.add(box("z" + i, i, west, south, west + 1 + random.nextInt(9), south + 1 + random.nextInt(9)));
        }
        Set<String> expected = new HashSet<>();
        double area = 0;
        for (int i = 0; i < zones.size(); i++) {
            for (int j = i + 1; j < zones.size(); j++) {
                Geometry shared = zones.get(i).shape().intersection(zones.get(j).shape());
                if (shared.getArea() > 0) {
                    expected.add(zones.get(i).id() + " " + zones.get(j).id());
                    area += shared.getArea();
                }
            }
        }
        List<CoverageFinding> overlaps = check.find(zones).stream()
                .filter(finding -> finding.fault() != CoverageFault.GAP)
                .sorted(Comparator.comparing(CoverageFinding::message))
                .toList();
        assertThat(overlaps)
                .extracting(finding -> finding.zones().get(0).id() + " "
                        + finding.zones().get(1).id())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(overlaps.stream().mapToDouble(CoverageFinding::area).sum()).isCloseTo(area, within(1e-6));
    }
}
