package org.diachi.address;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diachi.db.CopyFields;
import org.diachi.db.CopyRows;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;

/** The ids of objects in sources and other registers: {@code registry.external_id}. */
final class ExternalIdRows {

    private static final List<String> COLUMNS =
            List.of("scheme", "value", "code", "added", "fingerprint", "import_run", "row_number");

    private ExternalIdRows() {}

    /** An id that is in force: whose it is, and the fingerprint of the row last taken over with it. */
    record Known(Code code, @Nullable Long fingerprint) {}

    /** An id to be attached. */
    record Attached(
            ExternalId id,
            Code code,
            @Nullable Long fingerprint,
            @Nullable Long rowNumber) {}

    /** Those of the ids that are in force. */
    static Map<ExternalId, Known> find(Connection connection, Collection<ExternalId> ids) throws SQLException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String sql = """
                SELECT wanted.scheme, wanted.value, known.code, known.fingerprint
                  FROM unnest(?::text[], ?::text[]) AS wanted (scheme, value)
                 CROSS JOIN LATERAL (
                       SELECT e.code, e.fingerprint FROM registry.external_id e
                        WHERE e.scheme = wanted.scheme AND e.value = wanted.value AND e.ended IS NULL
                       OFFSET 0) known
                """;
        Map<ExternalId, Known> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, ids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            new ExternalId(rows.getString("scheme"), rows.getString("value")),
                            new Known(Code.parse(rows.getString("code")), rows.getObject("fingerprint", Long.class)));
                }
            }
        }
        return found;
    }

    /** Ends the ids, each at the entry of the log that is said of the object it is given to. */
    static void end(Connection connection, List<Attached> ids, Map<Code, Long> seqs) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        String sql = """
                UPDATE registry.external_id e SET ended = gone.seq
                  FROM unnest(?::text[], ?::text[], ?::bigint[]) AS gone (scheme, value, seq)
                 WHERE e.scheme = gone.scheme AND e.value = gone.value AND e.ended IS NULL
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, ids.stream().map(Attached::id).toList());
            Object[] entries = ids.stream().map(id -> seqs.get(id.code())).toArray();
            statement.setArray(3, connection.createArrayOf("int8", entries));
            statement.executeUpdate();
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Collection<ExternalId> ids)
            throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "text", ids.stream().map(ExternalId::scheme).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text", ids.stream().map(ExternalId::value).toArray()));
    }

    /** Attaches the ids, each at the entry of the log that is said of its object. */
    static void add(Connection connection, List<Attached> ids, Map<Code, Long> seqs, @Nullable Long importRun)
            throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (CopyRows rows = CopyRows.into(connection, "registry.external_id", COLUMNS)) {
            for (Attached attached : ids) {
                CopyFields row = rows.row();
                row.text(attached.id().scheme()).text(attached.id().value());
                row.text(attached.code().toString()).bigint(seqs.get(attached.code()));
                row.bigint(attached.fingerprint()).bigint(importRun).bigint(attached.rowNumber());
            }
            rows.finish();
        }
    }
}
