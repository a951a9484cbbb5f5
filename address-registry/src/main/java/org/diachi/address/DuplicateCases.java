package org.diachi.address;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.diachi.change.ActContext;
import org.diachi.value.Code;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens and closes cases of {@code registry.duplicate_case} within the transaction of an act. */
final class DuplicateCases {

    /** What comes again while its case is open renews the case: the row may say something else by now. */
    private static final String OPEN = """
            INSERT INTO registry.duplicate_case
                   (case_key, kind, ward, registration, candidates, effective, import_run, opened_by)
            SELECT held.case_key, held.kind, held.ward, held.registration, held.candidates, ?, ?, ?
              FROM unnest(?::text[], ?::text[], ?::bigint[], ?::jsonb[], ?::jsonb[])
                   AS held (case_key, kind, ward, registration, candidates)
            ON CONFLICT (case_key) WHERE state = 'open'
            DO UPDATE SET registration = excluded.registration, candidates = excluded.candidates, ward = excluded.ward
            RETURNING case_key, id
            """;

    private final JdbcTemplate jdbc;
    private final int srid;

    DuplicateCases(JdbcTemplate jdbc, int srid) {
        this.jdbc = jdbc;
        this.srid = srid;
    }

    /** Opens a case for each of the registrations, or finds the open one, and returns their numbers. */
    Map<Registration, Long> open(Map<Registration, Outcome> held, ActContext context) {
        if (held.isEmpty()) {
            return Map.of();
        }
        Map<String, Registration> byKey = new LinkedHashMap<>();
        Map<Registration, String> keys = new LinkedHashMap<>();
        held.keySet().forEach(registration -> {
            String key = RegistrationJson.of(registration).key();
            byKey.put(key, registration);
            keys.put(registration, key);
        });
        Map<String, Long> ids = new LinkedHashMap<>();
        jdbc.query(
                OPEN,
                row -> {
                    ids.put(row.getString("case_key"), row.getLong("id"));
                },
                context.effective(),
                context.importRun(),
                context.actor(),
                byKey.keySet().toArray(String[]::new),
                byKey.values().stream()
                        .map(registration -> registration.content().kind().label())
                        .toArray(String[]::new),
                byKey.values().stream()
                        .map(registration -> registration.content().ward())
                        .toArray(Long[]::new),
                byKey.values().stream()
                        .map(registration -> AddressJson.write(RegistrationJson.of(registration)))
                        .toArray(String[]::new),
                byKey.values().stream()
                        .map(held::get)
                        .map(outcome -> AddressJson.writeCandidates(outcome.candidates()))
                        .toArray(String[]::new));
        Map<Registration, Long> cases = new LinkedHashMap<>();
        keys.forEach((registration, key) -> cases.put(registration, ids.get(key)));
        return cases;
    }

    Optional<DuplicateCase> find(long id) {
        return new DuplicateQueue(jdbc, srid).find(id);
    }

    void close(long id, DuplicateCase.State state, Code code, ActContext context) {
        String sql = """
                UPDATE registry.duplicate_case
                   SET state = ?, code = ?, resolved_by = ?, resolved_at = now(), reason = ?
                 WHERE id = ? AND state = 'open'
                """;
        jdbc.update(sql, state.label(), code.toString(), context.actor(), context.reason(), id);
    }
}
