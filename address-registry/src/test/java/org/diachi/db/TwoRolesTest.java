package org.diachi.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.diachi.city.CityProfile;
import org.diachi.registry.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database of one's own as docs/operating.md prepares it: two roles, neither of them a superuser. */
class TwoRolesTest {

    private static final String NAME = "test_" + ProcessHandle.current().pid() + "_own";
    private static final String OWNER = "owner_" + ProcessHandle.current().pid();
    private static final String SERVICE = "service_" + ProcessHandle.current().pid();

    private final JdbcTemplate administrator =
            TestCluster.asOwner(TestCluster.get().address("postgres"));
    private final DatabaseAddress address = new DatabaseAddress(
            TestCluster.get().address(NAME).url(), SERVICE, "s", new DatabaseAddress.Owner(OWNER, "o"));

    @BeforeEach
    void prepare() {
        administrator.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD 'o'");
        administrator.execute("CREATE ROLE " + SERVICE + " LOGIN PASSWORD 's'");
        administrator.execute("GRANT " + SERVICE + " TO " + OWNER);
        administrator.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER + " ENCODING 'UTF8'");
        JdbcTemplate inside = TestCluster.asOwner(TestCluster.get().address(NAME));
        inside.execute("CREATE EXTENSION postgis");
        inside.execute("GRANT INSERT, UPDATE ON spatial_ref_sys TO " + OWNER);
    }

    @AfterEach
    void drop() {
        TestCluster.get().drop(NAME);
        administrator.execute("DROP ROLE " + OWNER);
        administrator.execute("DROP ROLE " + SERVICE);
    }

    @Test
    void theOwnerMigratesAndTheServiceWorks() {
        for (int start = 1; start <= 2; start++) {
            try (Registry registry = open(address)) {
                registry.layers().create("trees-" + start, Map.of("en", "Trees"), "point", List.of(), null);
                registry.views().runOnce();
                assertThat(registry.views().verify()).isEmpty();
                assertThat(registry.audit().verify()).isEmpty();
                assertThat(registry.audit().isOutOfReach()).isTrue();
                JdbcTemplate service = new JdbcTemplate(registry.dataSource());
                assertThat(service.queryForObject("SELECT current_user", String.class))
                        .isEqualTo(SERVICE);
                for (String forbidden : List.of(
                        "DELETE FROM registry.audit",
                        "ALTER TABLE registry.audit DISABLE TRIGGER ALL",
                        "SET ROLE " + OWNER)) {
                    assertThatThrownBy(() -> service.execute(forbidden))
                            .as(forbidden)
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void oneRoleForBothWorksAndIsToldApart() {
        try (Registry registry = open(address.asOwner())) {
            registry.views().runOnce();
            assertThat(registry.audit().isOutOfReach()).isFalse();
        }
        try (Registry registry = open(address)) {
            registry.views().runOnce();
            assertThat(registry.views().verify()).isEmpty();
            assertThat(registry.audit().isOutOfReach()).isTrue();
        }
    }

    private static Registry open(DatabaseAddress address) {
        return Registry.open(Database.open(address), CityProfile.read(Path.of("..", "data", "hue")), Map.of());
    }
}
