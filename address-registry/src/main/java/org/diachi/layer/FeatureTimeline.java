package org.diachi.layer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.change.Act;
import org.diachi.change.Ledger;
import org.diachi.db.Geometries;
import org.diachi.layer.FeatureRefusedException.Rule;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The believed states of one feature, side by side in legal time, while an act is done on it. The last one always has the
 * highest version: whatever touches a state writes those after it anew.
 */
final class FeatureTimeline {

    /** Of this feature, in this act, from a state that the act ends. */
    private static final String COPY = """
            INSERT INTO registry.feature (layer, id, version, valid_from, valid_to, added, plan, source, source_id,
                                          fingerprint, import_run, row_number, attributes, shape)
            SELECT f.layer, f.id, ?, ?, ?, ?, f.plan, f.source, f.source_id, f.fingerprint, f.import_run, f.row_number,
                   f.attributes, f.shape
              FROM registry.feature f WHERE f.id = ? AND f.version = ? AND f.valid_from = ? AND f.layer = ?
            """;

    /** It stays its source's, so that the source can go on telling of it; what was told by hand has no run. */
    private static final String REPLACE = """
            INSERT INTO registry.feature (layer, id, version, valid_from, valid_to, added, plan, source, source_id,
                                          fingerprint, attributes, shape)
            SELECT f.layer, f.id, ?, ?, ?, ?, ?, f.source, f.source_id, f.fingerprint, ?::jsonb, ST_GeomFromEWKB(?)
              FROM registry.feature f WHERE f.id = ? AND f.version = ? AND f.valid_from = ? AND f.layer = ?
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Ledger ledger;
    private final Layer layer;
    private final long id;
    private final List<Slice> slices;

    /** A state that is believed. */
    record Slice(int version, Period valid, FeatureContent content) {}

    private FeatureTimeline(Ledger ledger, Layer layer, long id, List<Slice> slices) {
        this.ledger = ledger;
        this.layer = layer;
        this.id = id;
        this.slices = slices;
    }

    /** Reads what is believed of a feature; of one that is not known there are no states. */
    static FeatureTimeline read(Ledger ledger, Layer layer, long id, Geometries geometries) throws SQLException {
        String sql = """
                SELECT f.version, f.valid_from, f.valid_to, f.ended, f.attributes, ST_AsBinary(f.shape) AS shape,
                       (SELECT p.identifier FROM registry.plan p WHERE p.id = f.plan) AS plan
                  FROM registry.feature f WHERE f.id = ? AND f.layer = ? ORDER BY f.valid_from
                """;
        List<Slice> slices = new ArrayList<>();
        try (PreparedStatement statement = ledger.connection().prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.setInt(2, layer.id());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    // Not asked in SQL: of a young table the planner takes the index of what is not ended for a tiny
                    // one.
                    if (rows.getObject("ended", Long.class) == null) {
                        slices.add(slice(rows, geometries));
                    }
                }
            }
        }
        return new FeatureTimeline(ledger, layer, id, slices);
    }

    private static Slice slice(ResultSet row, Geometries geometries) throws SQLException {
        Map<String, Object> attributes =
                JSON.readValue(Objects.requireNonNull(row.getString("attributes")), new TypeReference<>() {});
        return new Slice(
                row.getInt("version"),
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                new FeatureContent(row.getString("plan"), attributes, geometries.read(row, "shape")));
    }

    /**
     * The state on the day of the act.
     *
     * @param seen the version that the actor has seen; absent if any will do
     * @throws FeatureRefusedException if there is none on that day, or it is of another version
     */
    Slice on(LocalDate day, @Nullable Integer seen) {
        Slice slice = slices.stream()
                .filter(each -> each.valid().contains(day))
                .findFirst()
                .orElseThrow(() -> new FeatureRefusedException(
                        Rule.NOT_THERE, "The layer " + layer.collection() + " has no feature " + id + " on " + day));
        if (seen != null && seen != slice.version()) {
            throw new FeatureRefusedException(
                    Rule.VERSION_CONFLICT,
                    "The feature " + id + " has the version " + slice.version() + ", not " + seen);
        }
        return slice;
    }

    /** From the day on, up to what is known of later days, the feature is another. */
    int change(Slice slice, LocalDate day, FeatureContent content) throws SQLException {
        Written written = begin(Act.CHANGE, slice);
        if (slice.valid().from().isBefore(day)) {
            written.copy(slice, new Period(slice.valid().from(), day));
        }
        written.replace(slice, new Period(day, slice.valid().to()), content);
        return written.withLater(slice);
    }

    /** The register was wrong: what it said on that day, and on the days around it of which it said the same, is replaced. */
    int correct(Slice slice, FeatureContent content) throws SQLException {
        Written written = begin(Act.CORRECT, slice);
        written.replace(slice, slice.valid(), content);
        return written.withLater(slice);
    }

    /** The feature is no more from the day on. */
    int retire(Slice slice, LocalDate day) throws SQLException {
        Written written = begin(Act.RETIRE, slice);
        if (slice.valid().from().isBefore(day)) {
            written.copy(slice, new Period(slice.valid().from(), day));
        }
        return written.version;
    }

    /** Ends the state and all after it. */
    private Written begin(Act act, Slice slice) throws SQLException {
        int version = slices.get(slices.size() - 1).version() + 1;
        long seq = ledger.append(act, layer.collection(), Long.toString(id), version);
        String sql =
                "UPDATE registry.feature SET ended = ? WHERE id = ? AND version = ? AND valid_from = ? AND layer = ?";
        try (PreparedStatement statement = ledger.connection().prepareStatement(sql)) {
            for (Slice each : slices.subList(slices.indexOf(slice), slices.size())) {
                statement.setLong(1, seq);
                bindKey(statement, 2, each);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return new Written(version, seq);
    }

    private void bindKey(PreparedStatement statement, int first, Slice slice) throws SQLException {
        statement.setLong(first, id);
        statement.setInt(first + 1, slice.version());
        statement.setObject(first + 2, slice.valid().from());
        statement.setInt(first + 3, layer.id());
    }

    /** What the act writes. */
    private final class Written {

        private final int version;
        private final long seq;

        Written(int version, long seq) {
            this.version = version;
            this.seq = seq;
        }

        void copy(Slice slice, Period valid) throws SQLException {
            try (PreparedStatement statement = ledger.connection().prepareStatement(COPY)) {
                bindKey(statement, bindState(statement, valid), slice);
                statement.executeUpdate();
            }
        }

        void replace(Slice slice, Period valid, FeatureContent content) throws SQLException {
            try (PreparedStatement statement = ledger.connection().prepareStatement(REPLACE)) {
                int next = bindState(statement, valid);
                next = bindContent(statement, next, content);
                bindKey(statement, next, slice);
                statement.executeUpdate();
            }
        }

        private int bindState(PreparedStatement statement, Period valid) throws SQLException {
            statement.setInt(1, version);
            statement.setObject(2, valid.from());
            statement.setObject(3, valid.to(), Types.DATE);
            statement.setLong(4, seq);
            return 5;
        }

        /** What is told of later days stays told. */
        int withLater(Slice slice) throws SQLException {
            for (Slice later : slices.subList(slices.indexOf(slice) + 1, slices.size())) {
                copy(later, later.valid());
            }
            return version;
        }
    }

    private int bindContent(PreparedStatement statement, int first, FeatureContent content) throws SQLException {
        Geometry shape = content.shape();
        statement.setObject(first, plan(ledger.connection(), content.plan()), Types.BIGINT);
        statement.setString(first + 1, JSON.writeValueAsString(content.attributes()));
        statement.setBytes(first + 2, shape == null ? null : Geometries.ewkb(shape));
        return first + 3;
    }

    /** Enters a feature that no source tells of: it is its own source. */
    static long enter(Ledger ledger, Layer layer, String source, FeatureContent content) throws SQLException {
        Connection connection = ledger.connection();
        Long plan = plan(connection, content.plan());
        long id = nextId(connection);
        long seq = ledger.append(Act.REGISTER, layer.collection(), Long.toString(id), 1);
        String sql = """
                INSERT INTO registry.feature (layer, id, version, valid_from, added, plan, source, source_id, attributes, shape)
                VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?::jsonb, ST_GeomFromEWKB(?))
                """;
        Geometry shape = content.shape();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, layer.id());
            statement.setLong(2, id);
            statement.setObject(3, ledger.context().effective());
            statement.setLong(4, seq);
            statement.setObject(5, plan, Types.BIGINT);
            statement.setString(6, source);
            statement.setString(7, Long.toString(id));
            statement.setString(8, JSON.writeValueAsString(content.attributes()));
            statement.setBytes(9, shape == null ? null : Geometries.ewkb(shape));
            statement.executeUpdate();
        }
        return id;
    }

    private static long nextId(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT nextval('registry.feature_id')");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static @Nullable Long plan(Connection connection, @Nullable String identifier) throws SQLException {
        if (identifier == null) {
            return null;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id FROM registry.plan WHERE identifier = ?")) {
            statement.setString(1, identifier);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new FeatureRefusedException(Rule.UNKNOWN_PLAN, "There is no plan \"" + identifier + "\"");
                }
                return row.getLong(1);
            }
        }
    }
}
