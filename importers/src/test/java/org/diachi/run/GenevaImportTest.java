package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.diachi.issue.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GenevaImportTest {

    @RegisterExtension
    static final ImportFixture geneva = ImportFixture.of("geneva");

    @Test
    void x() {
        for (String m : new String[] {"buildings", "addresses", "businesses", "public-spaces"}) {
            long t = System.nanoTime();
            ImportReport r =
                    geneva.run(ImportFixture.real("geneva-osm/geneva.gpkg"), m).report();
            System.out.println(m + " read " + r.read() + " added " + r.added() + " changed " + r.changed() + " same "
                    + r.same() + " merged " + r.merged() + " refused " + r.refused() + " " + r.issuesByRule() + " "
                    + (System.nanoTime() - t) / 1000000 + "ms");
            long c = geneva.changes();
            r = geneva.run(ImportFixture.real("geneva-osm/geneva.gpkg"), m).report();
            System.out.println(" again added " + r.added() + " changed " + r.changed() + " same " + r.same()
                    + " merged " + r.merged() + " refused " + r.refused() + " changes " + (geneva.changes() - c));
        }
        System.out.println(geneva.rows(
                        "select i2.rule, i2.message, i2.source_id from registry.external_id e join registry.import_issue i2 on i2.source_id=e.value where e.import_run in (2,4) and i2.run = e.import_run-1 limit 12")
                .toString()
                .replace("}, ", "}\n"));
        for (String q : new String[] {"select 1"}) geneva.rows(q);
        assertThat(1).isEqualTo(1);
    }
}
