package org.diachi.layer;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diachi.change.Act;
import org.diachi.change.Ledger;
import org.diachi.db.CopyFields;
import org.diachi.db.CopyRows;
import org.diachi.layer.FeatureRegister.Stored;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.databind.json.JsonMapper;

/** Collects the new and ended rows of one act on a layer and writes them to {@code registry.feature}. */
final class FeatureRows {

    private static final List<String> COLUMNS = List.of(
            "layer",
            "id",
            "version",
            "valid_from",
            "valid_to",
            "added",
            "plan",
            "source",
            "source_id",
            "fingerprint",
            "import_run",
            "row_number",
            "attributes",
            "shape");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Ledger ledger;
    private final Layer layer;
    private final String source;
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);
    private final List<Ended> ended = new ArrayList<>();
    private final List<Added> added = new ArrayList<>();

    /** What is believed of a feature from a day on ends by an entry of the log. */
    private record Ended(Stored row, LocalDate day, long seq) {}

    private record Added(
            FeatureRegistration feature, @Nullable Stored before, LocalDate from, long seq) {
        int version() {
            return before == null ? 1 : before.version() + 1;
        }
    }

    FeatureRows(Ledger ledger, Layer layer, String source) {
        this.ledger = ledger;
        this.layer = layer;
        this.source = source;
    }

    /** A feature that the register did not know. Its id, and with it its log entry, is given when all are written. */
    void begin(FeatureRegistration feature) {
        added.add(new Added(feature, null, ledger.context().effective(), 0));
    }

    /** A feature that is another from the effective day on, or was so from its first day if that is not before. */
    void replace(Stored before, FeatureRegistration feature) {
        LocalDate day = ledger.context().effective();
        LocalDate from = day.isAfter(before.firstDay()) ? day : before.firstDay();
        int version = before.version() + 1;
        long seq = ledger.append(Act.CHANGE, layer.collection(), Long.toString(before.id()), version, from);
        ended.add(new Ended(before, from, seq));
        added.add(new Added(feature, before, from, seq));
    }

    void write() throws SQLException {
        if (added.isEmpty()) {
            return;
        }
        Connection connection = ledger.connection();
        end(connection);
        copyEarlierStates(connection);
        long nextId = reserveIds(connection);
        try (CopyRows rows = CopyRows.into(connection, "registry.feature", COLUMNS)) {
            for (Added row : added) {
                long id = row.before() == null ? nextId++ : row.before().id();
                long seq = row.before() == null
                        ? ledger.append(Act.REGISTER, layer.collection(), Long.toString(id), 1, row.from())
                        : row.seq();
                write(row, id, seq, rows.row());
            }
            rows.finish();
        }
    }

    private long reserveIds(Connection connection) throws SQLException {
        long wanted = added.stream().filter(row -> row.before() == null).count();
        // The head of the log is held: nobody else takes ids between the two calls of one statement.
        String sql = "SELECT setval('registry.feature_id', nextval('registry.feature_id') + ?) - ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, wanted);
            statement.setLong(2, wanted);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private void end(Connection connection) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        // The condition must not look like that of the partial index of what is not ended, which a young table takes
        // for tiny.
        String sql = """
                UPDATE registry.feature f SET ended = gone.seq
                  FROM unnest(?::bigint[], ?::date[], ?::bigint[]) AS gone (id, day, seq)
                 WHERE f.layer = ? AND f.id = gone.id AND coalesce(f.ended, 0) = 0
                   AND (f.valid_to IS NULL OR f.valid_to > gone.day)
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bindEnded(statement, 1);
            statement.setInt(4, layer.id());
            statement.executeUpdate();
        }
    }

    /** What was true before the day stays true: the ended row goes on up to that day, as a row of the act. */
    private void copyEarlierStates(Connection connection) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        String sql = """
                INSERT INTO registry.feature (layer, id, version, valid_from, valid_to, added, plan, source, source_id,
                                              fingerprint, import_run, row_number, attributes, shape)
                SELECT f.layer, f.id, gone.version + 1, f.valid_from, gone.day, f.ended, f.plan,
                       f.source, f.source_id, f.fingerprint, f.import_run, f.row_number, f.attributes, f.shape
                  FROM unnest(?::bigint[], ?::date[], ?::bigint[], ?::int[]) AS gone (id, day, seq, version)
                  JOIN registry.feature f ON f.layer = ? AND f.id = gone.id AND f.ended = gone.seq
                 WHERE f.valid_from < gone.day
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bindEnded(statement, 1);
            Object[] versions = ended.stream().map(row -> row.row().version()).toArray();
            statement.setArray(4, connection.createArrayOf("int4", versions));
            statement.setInt(5, layer.id());
            statement.executeUpdate();
        }
    }

    private void bindEnded(PreparedStatement statement, int first) throws SQLException {
        Connection connection = statement.getConnection();
        Object[] ids = ended.stream().map(row -> row.row().id()).toArray();
        Object[] days = ended.stream().map(row -> Date.valueOf(row.day())).toArray();
        Object[] seqs = ended.stream().map(Ended::seq).toArray();
        statement.setArray(first, connection.createArrayOf("int8", ids));
        statement.setArray(first + 1, connection.createArrayOf("date", days));
        statement.setArray(first + 2, connection.createArrayOf("int8", seqs));
    }

    private void write(Added added, long id, long seq, CopyFields row) {
        FeatureRegistration feature = added.feature();
        Geometry shape = feature.shape();
        row.integer(layer.id()).bigint(id).integer(added.version());
        row.date(added.from()).date(null).bigint(seq).bigint(feature.plan());
        row.text(source).text(feature.sourceId()).bigint(feature.fingerprint());
        row.bigint(ledger.context().importRun()).bigint(feature.rowNumber());
        row.jsonb(JSON.writeValueAsString(feature.attributes()));
        row.bytes(shape == null ? null : wkb.write(shape));
    }
}
