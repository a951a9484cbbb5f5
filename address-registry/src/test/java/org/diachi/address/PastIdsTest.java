package org.diachi.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.diachi.change.Snapshot;
import org.diachi.city.CityProfile;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.registry.Registry;
import org.diachi.value.ExternalId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who bore an id at a past instant is looked up by an index, also among very many ids. */
class PastIdsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static Registry registry;

    @BeforeAll
    static void fill() {
        registry = Registry.open(
                DATABASE.database(), CityProfile.read(Path.of("..", "data", "hue")), TestHome.environment());
        DATABASE.jdbc().execute("ALTER TABLE registry.external_id DISABLE TRIGGER check_new_rows");
        DATABASE.jdbc().execute("""
                INSERT INTO registry.external_id (scheme, value, code, added, ended)
                SELECT 'osm', 'way/' || i / 2, lpad(i::text, 9, '0'), 1 + i % 2, CASE WHEN i % 2 = 0 THEN 2 END
                  FROM generate_series(0, 200000) i
                """);
        DATABASE.jdbc().execute("ANALYZE registry.external_id");
    }

    @Test
    void bothHalvesOfTheQuestionUseTheirIndex() {
        AddressQuery query = new AddressQuery(
                null, null, null, null, null, List.of(), List.of(), new ExternalId("osm", "way/777"), null, null);
        var where = new AddressConditions(
                        registry.profile().grammar(), registry.profile().storageCrs())
                .of(query, new Snapshot(DAY, 1));
        List<String> plan = DATABASE.jdbc()
                .queryForList(
                        "EXPLAIN SELECT * FROM registry.address_version v WHERE " + where.sql(),
                        String.class,
                        where.values().toArray());
        assertThat(String.join("\n", plan))
                .contains("external_id_identifies", "external_id_past")
                .doesNotContain("Seq Scan on external_id");
    }
}
