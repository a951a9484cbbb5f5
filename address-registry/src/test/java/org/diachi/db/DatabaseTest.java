package org.diachi.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    @Test
    void hasTheSchemaAndPostgis() {
        assertThat(database.jdbc().queryForObject("SELECT current_schemas(false)::text", String.class))
                .isEqualTo("{registry,public}");
        assertThat(database.jdbc().queryForList("SELECT extname FROM pg_extension", String.class))
                .contains("postgis");
    }

    @Test
    void migratesOnlyOnce() {
        String history = "SELECT count(*) FROM flyway_schema_history";
        Integer before = database.jdbc().queryForObject(history, Integer.class);

        database.database().migrate(9214);

        assertThat(database.jdbc().queryForObject(history, Integer.class)).isEqualTo(before);
    }

    @Test
    void bringsBackReferenceSystemsThatARestoreLost() {
        try (TestDatabase restored = TestDatabase.create()) {
            restored.jdbc().update("DELETE FROM spatial_ref_sys WHERE srid = 9214");
            restored.jdbc().update("UPDATE spatial_ref_sys SET auth_name = 'EPSG' WHERE srid = 3405");

            restored.database().migrate(9214);

            assertThat(restored.jdbc()
                            .queryForList(
                                    "SELECT srid FROM spatial_ref_sys WHERE auth_name = 'DIACHI' ORDER BY srid",
                                    Integer.class))
                    .hasSize(21)
                    .contains(3405, 9214);
        }
    }

    @Test
    void eachTestClassHasItsOwn() {
        try (TestDatabase other = TestDatabase.create()) {
            other.jdbc().execute("CREATE TABLE only_here (id integer)");

            assertThat(database.jdbc().queryForObject("SELECT to_regclass('only_here')", String.class))
                    .isNull();
        }
    }

    @Test
    void opensTheDatabaseOfTheEnvironment() {
        DatabaseAddress address = database.address();
        try (Database opened = Database.open(address.toEnvironment())) {
            assertThat(opened.address()).isEqualTo(address);
        }
    }

    @Test
    void saysWhichDatabaseCannotBeReached() {
        DatabaseAddress nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/diachi", "someone", "secret");

        assertThatThrownBy(() -> Database.open(nowhere))
                .isInstanceOf(DatabaseSetupException.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/diachi as someone")
                .hasMessageNotContaining("secret");
    }

    @Test
    void saysWhatAnAdministratorMustDoFirst() {
        try (TestDatabase foreign = TestDatabase.create()) {
            foreign.jdbc().execute("CREATE ROLE plain LOGIN PASSWORD 'plain'");
            DatabaseAddress plain = new DatabaseAddress(foreign.address().url(), "plain", "plain");

            assertThatThrownBy(() -> Database.open(plain))
                    .isInstanceOf(DatabaseSetupException.class)
                    .hasMessageContaining("GRANT INSERT, UPDATE ON spatial_ref_sys TO plain;");

            foreign.jdbc().execute("DROP EXTENSION postgis CASCADE");
            assertThatThrownBy(() -> Database.open(plain))
                    .isInstanceOf(DatabaseSetupException.class)
                    .hasMessageContaining("CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public;");

            foreign.jdbc().execute("DROP ROLE plain");
        }
    }
}
