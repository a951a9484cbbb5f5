package org.diachi.address;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.diachi.change.Snapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts address objects in any state of the register, from the truth itself: it reads all of it. Thread-safe. */
public final class AddressTally {

    private static final String COUNT = """
            SELECT v.ward, v.kind, v.status, count(*) AS objects
              FROM registry.address_version v
             WHERE v.valid_from <= :day AND (v.valid_to IS NULL OR v.valid_to > :day)
               AND v.added <= :seq AND (v.ended IS NULL OR v.ended > :seq)
             GROUP BY v.ward, v.kind, v.status
             ORDER BY v.ward, v.kind, v.status
            """;

    private final JdbcClient jdbc;

    public AddressTally(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * A number of objects.
     *
     * @param ward id of the place; absent outside all wards
     * @param kind label of the address kind
     * @param status label of the status
     */
    public record Count(@Nullable Long ward, String kind, String status, long objects) {

        public Count {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(status, "status");
        }
    }

    /** The counts of a state. */
    public List<Count> list(Snapshot snapshot) {
        return jdbc.sql(COUNT)
                .param("day", snapshot.asOf())
                .param("seq", snapshot.seq())
                .query(Count.class)
                .list();
    }
}
