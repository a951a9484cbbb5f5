package org.diachi.layer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diachi.change.ActContext;
import org.diachi.change.ChangeLog;
import org.diachi.change.Ledger;
import org.springframework.dao.DataAccessResourceFailureException;

/** The acts of the register on features of layers. Each call is one transaction with its entries in the change log. */
public final class FeatureRegister {

    private final ChangeLog log;

    public FeatureRegister(ChangeLog log) {
        this.log = log;
    }

    /** What became of a feature that a source told of. */
    public enum Result {
        /** A new feature with a new id. */
        REGISTERED,
        /** The feature of the same source id has got a new version. */
        CHANGED,
        /** The register says so already. */
        SAME
    }

    /** A feature that is stored and still believed. */
    record Stored(long id, int version, LocalDate validFrom, long fingerprint) {}

    /**
     * Takes over features as their source tells of them now. A changed feature keeps its id; from the effective day on
     * it is as told. A source id that stands in the list twice counts once.
     *
     * @param layer the layer, which decides the collection
     * @param source the name of the source
     * @return what became of each, in the same order
     */
    public List<Result> register(Layer layer, String source, List<FeatureRegistration> features, ActContext context) {
        return log.write(context, ledger -> {
            try {
                return register(ledger, layer, source, features);
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("Registering features of " + layer.collection(), e);
            }
        });
    }

    private static List<Result> register(Ledger ledger, Layer layer, String source, List<FeatureRegistration> features)
            throws SQLException {
        Connection connection = ledger.connection();
        Map<String, Stored> stored = find(connection, layer, source, features);
        List<Result> results = new ArrayList<>(features.size());
        FeatureRows rows = new FeatureRows(ledger, layer, source);
        Set<String> begun = new HashSet<>();
        for (FeatureRegistration feature : features) {
            Stored known = stored.get(feature.sourceId());
            if (begun.contains(feature.sourceId())) {
                results.add(Result.SAME);
            } else if (known == null) {
                rows.begin(feature);
                begun.add(feature.sourceId());
                results.add(Result.REGISTERED);
            } else if (known.fingerprint() == feature.fingerprint()) {
                results.add(Result.SAME);
            } else {
                rows.replace(known, feature);
                results.add(Result.CHANGED);
            }
        }
        rows.write();
        return results;
    }

    private static Map<String, Stored> find(
            Connection connection, Layer layer, String source, List<FeatureRegistration> features) throws SQLException {
        // Of several slices of legal time the last is the one that a source goes on telling of.
        String sql = """
                SELECT wanted.source_id, known.id, known.version, known.valid_from, known.fingerprint
                  FROM unnest(?::text[]) AS wanted (source_id)
                 CROSS JOIN LATERAL (
                       SELECT f.id, f.version, f.valid_from, f.fingerprint FROM registry.feature f
                        WHERE f.layer = ? AND f.source = ? AND f.source_id = wanted.source_id AND f.ended IS NULL
                        ORDER BY f.valid_from DESC LIMIT 1) known
                """;
        Map<String, Stored> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Object[] ids = features.stream()
                    .map(FeatureRegistration::sourceId)
                    .distinct()
                    .toArray();
            statement.setArray(1, connection.createArrayOf("text", ids));
            statement.setInt(2, layer.id());
            statement.setString(3, source);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            rows.getString("source_id"),
                            new Stored(
                                    rows.getLong("id"),
                                    rows.getInt("version"),
                                    rows.getObject("valid_from", LocalDate.class),
                                    rows.getLong("fingerprint")));
                }
            }
        }
        return found;
    }
}
