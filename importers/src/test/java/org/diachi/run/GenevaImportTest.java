package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.run.ImportFixture.counts;

import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole city centre, one layer after the other: each step builds on the one before, as an office would do it. */
@Tag("real-data")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GenevaImportTest {

    @RegisterExtension
    static final ImportFixture geneva = ImportFixture.of("geneva");

    private static Path file() {
        return ImportFixture.real("geneva-osm/geneva.gpkg");
    }

    @Test
    @Order(1)
    void buildingsGetCodesAndDoubtfulOnesAreHeldBack() {
        assertThat(counts(geneva.run(file(), "buildings")))
                .isEqualTo("read 11712: added 11596, changed 0, same 0, merged 0, refused 116");
        assertThat(geneva.rowsWith("duplicate-candidate")).isEqualTo(76);
        assertThat(geneva.rowsWith("geometry-unreadable")).isEqualTo(14);
        assertThat(geneva.rowsWith("invalid-geometry")).isEqualTo(26);
        assertThat(geneva.rowsWith("repaired-geometry")).isEqualTo(5);
    }

    @Test
    @Order(2)
    void anAddressPointInABuildingIsThatBuildingNotASecondOne() {
        assertThat(counts(geneva.run(file(), "addresses")))
                .isEqualTo("read 9145: added 380, changed 0, same 0, merged 8591, refused 174");
        assertThat(geneva.count("""
                        SELECT count(*) FROM registry.address_version door
                          JOIN registry.address_version house ON ST_Contains(house.shape, door.shape)
                         WHERE door.ended IS NULL AND house.ended IS NULL AND door.kind = 'building'
                           AND house.kind = 'building' AND ST_Dimension(door.shape) = 0 AND ST_Dimension(house.shape) = 2
                        """)).isZero();
        assertThat(geneva.count("""
                        SELECT count(*) FROM registry.address_version
                         WHERE ended IS NULL AND kind = 'building'
                        """)).isEqualTo(11596 + 380);
    }

    @Test
    @Order(3)
    void everyDoorOfALongBuildingCanBeFound() {
        long points = geneva.count("SELECT count(*) FROM registry.external_id WHERE scheme = 'osm' AND ended IS NULL");

        assertThat(points).isEqualTo(380 + 8591);
        assertThat(geneva.count("""
                        SELECT count(*) FROM registry.address_version, jsonb_array_elements(parts) AS part
                         WHERE ended IS NULL AND part ->> 'type' = 'entrance'
                        """)).isPositive();
    }

    @Test
    @Order(4)
    void businessesAreInTheirBuildingsAndHaveCodesOfTheirOwn() {
        assertThat(counts(geneva.run(file(), "businesses")))
                .isEqualTo("read 2392: added 2392, changed 0, same 0, merged 0, refused 0");
        assertThat(geneva.count("""
                        SELECT count(*) FROM registry.address_version b
                         WHERE b.kind = 'business' AND b.ended IS NULL AND b.located_at IS NULL
                           AND EXISTS (SELECT FROM registry.address_version h WHERE h.kind = 'building'
                                          AND h.ended IS NULL AND ST_Contains(h.shape, b.shape))
                        """)).isZero();
    }

    @Test
    @Order(5)
    void publicSpacesMayLieInOneAnother() {
        assertThat(counts(geneva.run(file(), "public-spaces")))
                .isEqualTo("read 3274: added 3250, changed 0, same 0, merged 0, refused 24");
        assertThat(geneva.rowsWith("duplicate-candidate")).isEqualTo(4);
    }

    @Test
    @Order(6)
    void theSameFileAgainChangesNothing() {
        long changes = geneva.changes();

        assertThat(counts(geneva.run(file(), "buildings")))
                .isEqualTo("read 11712: added 0, changed 0, same 11596, merged 0, refused 116");
        assertThat(counts(geneva.run(file(), "addresses")))
                .isEqualTo("read 9145: added 0, changed 0, same 8971, merged 0, refused 174");
        assertThat(counts(geneva.run(file(), "businesses")))
                .isEqualTo("read 2392: added 0, changed 0, same 2392, merged 0, refused 0");
        assertThat(counts(geneva.run(file(), "public-spaces")))
                .isEqualTo("read 3274: added 0, changed 0, same 3250, merged 0, refused 24");
        assertThat(geneva.changes()).isEqualTo(changes);
    }

    @Test
    @Order(7)
    void everyRefusedRowIsListedWithItsReason() {
        assertThat(geneva.count("""
                        SELECT count(*) FROM registry.import_run r
                         WHERE rows_refused <> (SELECT count(DISTINCT row_number) FROM registry.import_issue i
                                                 WHERE i.run = r.id AND i.severity = 'refused')
                        """)).isZero();
    }
}
