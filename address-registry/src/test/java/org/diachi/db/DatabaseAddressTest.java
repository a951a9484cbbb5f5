package org.diachi.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    @Test
    void isEmptyWithoutAUrl() {
        assertThat(DatabaseAddress.fromEnvironment(Map.of("DIACHI_DB_USER", "someone")))
                .isEmpty();
    }

    @Test
    void readsTheUriOfPostgresTools() {
        assertThat(DatabaseAddress.parse("postgresql://city:p%40ss@db.example:5433/registry?sslmode=require"))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db.example:5433/registry?sslmode=require", "city", "p@ss"));
    }

    @Test
    void userAndPasswordOfTheEnvironmentWin() {
        assertThat(DatabaseAddress.fromEnvironment(Map.of(
                        "DIACHI_DB_URL", "postgresql://city:old@localhost/registry", "DIACHI_DB_PASSWORD", "new")))
                .contains(new DatabaseAddress("jdbc:postgresql://localhost/registry", "city", "new"));
    }

    @Test
    void changesTheDatabaseOnly() {
        DatabaseAddress address = DatabaseAddress.parse("jdbc:postgresql://localhost:5432/registry?sslmode=require");

        assertThat(address.withDatabase("postgres").url())
                .isEqualTo("jdbc:postgresql://localhost:5432/postgres?sslmode=require");
    }

    @Test
    void refusesOtherDatabasesAndKeepsSecretsOutOfMessages() {
        assertThatThrownBy(() -> DatabaseAddress.parse("jdbc:mysql://me:secret@localhost/registry?password=hidden"))
                .isInstanceOf(DatabaseSetupException.class)
                .hasMessageContaining("jdbc:mysql://***@localhost/registry?password=***");
    }
}
