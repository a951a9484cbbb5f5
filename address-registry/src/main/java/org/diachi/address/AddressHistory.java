package org.diachi.address;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.diachi.change.Act;
import org.diachi.value.Code;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was done to an object, by whom and when, and what the register believed of it after each act. Thread-safe. */
public final class AddressHistory {

    private static final String ENTRIES = """
            SELECT seq, at, actor, act, version, effective, reason, document FROM registry.change
             WHERE code = :code AND seq <= :seq AND kind IN ('building', 'business', 'publicSpace')
             ORDER BY seq
            """;

    private static final String STATES = """
            SELECT v.added, CASE WHEN v.ended <= :seq THEN v.ended END AS ended, v.valid_from, v.valid_to, v.status, v.name,
                   v.house_number, v.street, v.located_at, ward.code AS ward_code, ward.full_name AS ward_name
              FROM registry.address_version v
              LEFT JOIN LATERAL (
                   SELECT p.code, p.full_name FROM registry.place_version p
                    WHERE p.place = v.ward AND p.added <= :seq AND (p.ended IS NULL OR p.ended > :seq)
                    ORDER BY p.valid_from <= v.valid_from DESC, p.valid_from DESC
                    LIMIT 1) ward ON true
             WHERE v.code = :code AND v.added <= :seq
             ORDER BY v.added, v.valid_from
            """;

    private final JdbcClient jdbc;

    public AddressHistory(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * What the register said of an object over a legal period.
     *
     * @param ended number of the entry of the log with which it was believed no longer; absent while it is
     */
    public record State(
            Period valid,
            String status,
            @Nullable String name,
            @Nullable String houseNumber,
            @Nullable String street,
            @Nullable WardName ward,
            @Nullable Code locatedAt,
            @Nullable Long ended) {}

    /**
     * One act on the object.
     *
     * @param seq number of the entry in the change log
     * @param version that the act wrote
     * @param states what the act wrote: periods of which nothing new was said are not among them
     */
    public record Entry(
            long seq,
            Instant at,
            String actor,
            Act act,
            int version,
            LocalDate effective,
            @Nullable String reason,
            @Nullable String document,
            List<State> states) {

        public Entry {
            Objects.requireNonNull(act, "act");
            states = List.copyOf(states);
        }

        /** The same act, with only what it said of a day. */
        public Entry on(LocalDate day) {
            List<State> ofDay =
                    states.stream().filter(state -> state.valid().contains(day)).toList();
            return new Entry(seq, at, actor, act, version, effective, reason, document, ofDay);
        }
    }

    /**
     * The acts on the object in their order; empty if the code was never issued.
     *
     * @param seq the last entry of the change log that counts
     */
    public List<Entry> list(Code code, long seq) {
        Map<Long, List<State>> states = new LinkedHashMap<>();
        jdbc.sql(STATES).param("code", code.toString()).param("seq", seq).query(row -> {
            String ward = row.getString("ward_code");
            String locatedAt = row.getString("located_at");
            State state = new State(
                    new Period(
                            row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                    row.getString("status"),
                    row.getString("name"),
                    row.getString("house_number"),
                    row.getString("street"),
                    ward == null ? null : new WardName(ward, row.getString("ward_name")),
                    locatedAt == null ? null : Code.parse(locatedAt),
                    row.getObject("ended", Long.class));
            states.computeIfAbsent(row.getLong("added"), entry -> new ArrayList<>())
                    .add(state);
        });
        return jdbc.sql(ENTRIES)
                .param("code", code.toString())
                .param("seq", seq)
                .query((row, number) -> new Entry(
                        row.getLong("seq"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        Act.of(row.getString("act")),
                        row.getInt("version"),
                        row.getObject("effective", LocalDate.class),
                        row.getString("reason"),
                        row.getString("document"),
                        states.getOrDefault(row.getLong("seq"), List.of())))
                .list();
    }
}
