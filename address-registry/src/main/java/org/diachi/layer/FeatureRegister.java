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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.diachi.change.ActContext;
import org.diachi.change.ChangeLog;
import org.diachi.change.Ledger;
import org.diachi.change.RequestKey;
import org.diachi.change.StoredAnswer;
import org.diachi.db.Geometries;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** The acts of the register on features of layers. Each call is one transaction with its entries in the change log. */
public final class FeatureRegister {

    /** What is entered or changed by hand comes from here. */
    private static final String BY_HAND = "acts";

    private final ChangeLog log;
    private final Geometries geometries;

    /**
     * The register of features of one city.
     *
     * @param storageSrid the EPSG code of the storage CRS
     */
    public FeatureRegister(ChangeLog log, int storageSrid) {
        this.log = log;
        this.geometries = new Geometries(storageSrid);
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

    /**
     * A feature that is stored and still believed.
     *
     * @param version of its last state
     * @param firstDay of its first state
     * @param fingerprint of its last state
     */
    record Stored(long id, int version, LocalDate firstDay, long fingerprint) {}

    /**
     * Takes over features as their source tells of them now. A changed feature keeps its id; from the effective day on
     * it is as told, whatever was believed of those days before. A source id that stands in the list twice counts once.
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

    /** A feature after an act on it. */
    public record Done(long id, int version) {}

    /** Enters a feature that is valid from the effective day on. Acts of others may go in the same transaction. */
    public Done enter(Layer layer, FeatureContent content, ActContext context) {
        return log.writeTogether(context, ledger -> enter(ledger, layer, content));
    }

    /**
     * Like {@link #enter}, but a request that comes again gets the answer it had, and nothing is done.
     *
     * @param answer writes the answer, in the transaction of the act
     * @throws org.diachi.change.KeyReusedException if the key came with another request before
     */
    public StoredAnswer enterOnce(
            RequestKey request,
            Layer layer,
            FeatureContent content,
            ActContext context,
            Function<Done, StoredAnswer> answer) {
        return log.writeOnce(request, context, ledger -> answer.apply(enter(ledger, layer, content)));
    }

    private static Done enter(Ledger ledger, Layer layer, FeatureContent content) {
        try {
            return new Done(FeatureTimeline.enter(ledger, layer, BY_HAND, content), 1);
        } catch (SQLException e) {
            throw failed(layer, e);
        }
    }

    /**
     * The world has moved: from the effective day on the feature is another, up to what is known of later days. Who says
     * nothing new leaves no trace.
     *
     * @param seen the version that the actor has seen on that day; absent if any will do
     * @param change what the feature becomes, given what it is
     * @throws FeatureRefusedException if it is not there on that day, or is of another version
     */
    public Done change(
            Layer layer, long id, @Nullable Integer seen, UnaryOperator<FeatureContent> change, ActContext context) {
        return act(layer, id, seen, context, (timeline, slice) -> {
            FeatureContent content = change.apply(slice.content());
            return content.equals(slice.content())
                    ? slice.version()
                    : timeline.change(slice, context.effective(), content);
        });
    }

    /**
     * The register was wrong: what it said on the effective day, and on the days around it of which it said the same, is
     * replaced. Who says nothing new leaves no trace.
     *
     * @param seen the version that the actor has seen on that day; absent if any will do
     * @param correction what the feature should have been, given what it is said to be
     * @throws FeatureRefusedException if it is not there on that day, or is of another version
     */
    public Done correct(
            Layer layer,
            long id,
            @Nullable Integer seen,
            UnaryOperator<FeatureContent> correction,
            ActContext context) {
        return act(layer, id, seen, context, (timeline, slice) -> {
            FeatureContent content = correction.apply(slice.content());
            return content.equals(slice.content()) ? slice.version() : timeline.correct(slice, content);
        });
    }

    /**
     * The feature is no more from the effective day on. If it begins on that day it has never been.
     *
     * @param seen the version that the actor has seen on that day; absent if any will do
     * @param permission throws if this feature must not be retired
     * @throws FeatureRefusedException if it is not there on that day, or is of another version
     */
    public Done retire(
            Layer layer, long id, @Nullable Integer seen, Consumer<FeatureContent> permission, ActContext context) {
        return act(layer, id, seen, context, (timeline, slice) -> {
            permission.accept(slice.content());
            return timeline.retire(slice, context.effective());
        });
    }

    private interface Step {
        int on(FeatureTimeline timeline, FeatureTimeline.Slice slice) throws SQLException;
    }

    private Done act(Layer layer, long id, @Nullable Integer seen, ActContext context, Step step) {
        return log.writeTogether(context, ledger -> {
            try {
                FeatureTimeline timeline = FeatureTimeline.read(ledger, layer, id, geometries);
                return new Done(id, step.on(timeline, timeline.on(context.effective(), seen)));
            } catch (SQLException e) {
                throw failed(layer, e);
            }
        });
    }

    private static DataAccessResourceFailureException failed(Layer layer, SQLException e) {
        return new DataAccessResourceFailureException("An act on a feature of " + layer.collection(), e);
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
                SELECT wanted.source_id, known.id, known.version, known.first_day, known.fingerprint
                  FROM unnest(?::text[]) AS wanted (source_id)
                 CROSS JOIN LATERAL (
                       SELECT f.id, f.version, min(f.valid_from) OVER () AS first_day, f.fingerprint
                          FROM registry.feature f
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
                                    rows.getObject("first_day", LocalDate.class),
                                    rows.getLong("fingerprint")));
                }
            }
        }
        return found;
    }
}
