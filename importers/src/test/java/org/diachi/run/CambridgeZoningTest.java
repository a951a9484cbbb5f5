package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diachi.city.CoverageFault;
import org.diachi.city.CoverageRules;
import org.diachi.landuse.coverage.CoverageCheck;
import org.diachi.landuse.coverage.CoverageFinding;
import org.diachi.landuse.coverage.PlanZones;
import org.diachi.mapping.Mapping;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is found in real zoning, against SQL that asks PostGIS: the districts of Cambridge fit one another, and its overlays,
 * which lie over one another on purpose, show that the check sees it.
 */
@Tag("real-data")
class CambridgeZoningTest {

    @RegisterExtension
    static final ImportFixture cambridge = ImportFixture.of("cambridge");

    private static final String OVERLAYS = """
            source: cambridge-overlays
            target: zones
            id: GlobalID
            plans:
              - { identifier: overlays, title: Overlay districts, level: city, type: overlay, scheme: s, step: legalForce }
            fields: { scheme: { value: s } }
            """;

    @BeforeAll
    static void importZoning(@TempDir Path folder) throws IOException {
        cambridge.run(ImportFixture.real("cambridge-ma/zoning_districts.geojson"), "zoning");
        Path mapping = Files.writeString(folder.resolve("overlays.yaml"), OVERLAYS);
        cambridge.run(ImportFixture.real("cambridge-ma/zoning_overlays.geojson"), Mapping.read(mapping), false);
    }

    private static List<CoverageFinding> findings(String plan) {
        long id = cambridge.registry().plans().findId(plan).orElseThrow();
        PlanZones zones = new PlanZones(
                cambridge.registry().dataSource(),
                cambridge.registry().profile().storageCrs().epsg());
        return new CoverageCheck(CoverageRules.USUAL)
                .find(zones.listOthers(id, cambridge.registry().profile().today(), "", List.of()));
    }

    private static List<String> overlaps(String plan) {
        return findings(plan).stream()
                .filter(finding -> finding.zones().size() == 2 && finding.fault() != CoverageFault.GAP)
                .filter(finding -> !finding.message().contains("no zone covers"))
                .map(finding -> "%.1f".formatted(finding.area()))
                .sorted()
                .toList();
    }

    private static List<String> overlapsOfPostgis(String plan) {
        return cambridge.rows("""
                        WITH zone AS (SELECT f.id, f.shape FROM registry.feature f JOIN registry.plan p ON p.id = f.plan
                                       WHERE p.identifier = ?),
                        part AS (
                            SELECT (ST_Dump(ST_CollectionExtract(ST_Intersection(a.shape, b.shape), 3))).geom AS shape
                              FROM zone a JOIN zone b ON a.id < b.id AND ST_Intersects(a.shape, b.shape))
                        SELECT ST_Area(shape) AS area FROM part WHERE ST_Area(shape) > 0.01
                        """, plan).stream()
                .map(row -> "%.1f".formatted(row.get("area")))
                .sorted()
                .toList();
    }

    private static List<String> gapsOfPostgis(String plan) {
        return cambridge.rows("""
                        SELECT ST_Area(gap) AS area
                          FROM (SELECT (ST_Dump(ST_Union(f.shape))).geom AS body
                                  FROM registry.feature f JOIN registry.plan p ON p.id = f.plan
                                 WHERE p.identifier = ?) covered
                         CROSS JOIN LATERAL generate_series(1, ST_NumInteriorRings(body)) ring
                         CROSS JOIN LATERAL ST_BuildArea(ST_InteriorRingN(body, ring)) gap
                         WHERE ST_Area(gap) > 0.01
                        """, plan).stream()
                .map(row -> "%.1f".formatted(row.get("area")))
                .sorted()
                .toList();
    }

    @Test
    void theDistrictsFitOneAnotherAsPostgisSeesToo() {
        assertThat(cambridge.count("SELECT count(*) FROM registry.import_issue WHERE rule LIKE 'zone-%'"))
                .isZero();
        assertThat(findings("cambridge-zoning-ordinance")).isEmpty();
        assertThat(overlapsOfPostgis("cambridge-zoning-ordinance")).isEmpty();
        assertThat(gapsOfPostgis("cambridge-zoning-ordinance")).isEmpty();
    }

    @Test
    void theOverlaysLieOverOneAnotherWherePostgisSays() {
        assertThat(overlaps("overlays")).hasSizeGreaterThan(10).isEqualTo(overlapsOfPostgis("overlays"));
        assertThat(findings("overlays").stream()
                        .filter(finding -> finding.message().contains("no zone covers"))
                        .map(finding -> "%.1f".formatted(finding.area()))
                        .sorted()
                        .toList())
                .isEqualTo(gapsOfPostgis("overlays"));
    }
}
