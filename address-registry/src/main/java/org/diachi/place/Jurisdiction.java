package org.diachi.place;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which units of today answer for units of any era: a unit that is in force for itself, one that has given way its
 * successors, one that is yet to begin those that will give way to it. Codes and names are used again from era to era,
 * so that they tell nothing of this.
 */
public final class Jurisdiction {

    private static final String CODES = """
            WITH RECURSIVE unit AS (
                SELECT unnest(?::bigint[]) AS place
                 UNION
                SELECT CASE WHEN s.effective <= ? THEN s.successor ELSE s.predecessor END
                  FROM unit u
                  JOIN registry.place_succession s
                    ON s.ended IS NULL AND ((s.effective <= ? AND s.predecessor = u.place)
                                            OR (s.effective > ? AND s.successor = u.place))
                 WHERE NOT EXISTS (
                       SELECT FROM registry.place_version v
                        WHERE v.place = u.place AND v.ended IS NULL
                          AND v.valid_from <= ? AND (v.valid_to IS NULL OR v.valid_to > ?))
            )
            SELECT DISTINCT v.code
              FROM unit u JOIN registry.place_version v ON v.place = u.place
             WHERE v.ended IS NULL AND v.valid_from <= ? AND (v.valid_to IS NULL OR v.valid_to > ?)
            """;

    private final JdbcTemplate jdbc;

    public Jurisdiction(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * The codes of the units that answer on a day for any of several units.
     *
     * @param places ids of units
     */
    public Set<String> codes(Collection<Long> places, LocalDate day) {
        Long[] ids = places.toArray(Long[]::new);
        return jdbc.queryForList(CODES, String.class, ids, day, day, day, day, day, day, day).stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
