package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.run.ImportFixture.counts;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("real-data")
class CambridgeImportTest {

    @RegisterExtension
    static final ImportFixture cambridge = ImportFixture.of("cambridge");

    @Test
    void zoningBecomesZonesOfAPlan() {
        assertThat(counts(cambridge.run(ImportFixture.real("cambridge-ma/zoning_districts.geojson"), "zoning")))
                .isEqualTo("read 261: added 261, changed 0, same 0, merged 0, refused 0");
        assertThat(cambridge.count("""
                        SELECT count(*) FROM registry.feature f JOIN registry.plan p ON p.id = f.plan
                         WHERE p.identifier = 'cambridge-zoning-ordinance'
                        """)).isEqualTo(261);
    }

    @Test
    void openSpaceBecomesGreenSpaces() {
        assertThat(counts(cambridge.run(ImportFixture.real("cambridge-ma/open_space.geojson"), "open-space")))
                .isEqualTo("read 276: added 276, changed 0, same 0, merged 0, refused 0");
    }

    @Test
    void addressesLieInTheirParcelsAndAreRegisteredOnce() {
        assertThat(counts(cambridge.run(ImportFixture.real("cambridge-ma/addresses.csv"), "addresses")))
                .isEqualTo("read 57021: added 20648, changed 0, same 32847, merged 2139, refused 1387");
        assertThat(cambridge.rowsWith("missing-value")).isEqualTo(621);
        assertThat(cambridge.rowsWith("no-position")).isEqualTo(766);
        // One address, one code: no two live buildings have the same street and number.
        assertThat(cambridge.count("""
                        SELECT count(*) FROM (SELECT street_key, number_key FROM registry.address_version
                         WHERE ended IS NULL GROUP BY 1, 2 HAVING count(*) > 1) twice
                        """)).isZero();
    }
}
