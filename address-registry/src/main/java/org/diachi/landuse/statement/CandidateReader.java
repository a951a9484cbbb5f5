package org.diachi.landuse.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.diachi.db.FreshPlan;
import org.diachi.db.Geometries;
import org.diachi.landuse.TooLargeException;
import org.diachi.layer.Layer;
import org.diachi.value.Period;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reads the features whose boxes are at a subject's, in one statement. Thread-safe. */
final class CandidateReader {

    /** Binds layers, four corners, SRID, day, day, seq, seq; twice, for what is on the subject and what is near. */
    private static final String PART = """
            SELECT v.layer, v.id, v.valid_from, v.valid_to, v.plan, v.added, v.source, v.import_run, v.attributes,
                   ST_AsBinary(v.shape) AS shape
              FROM registry.feature v
             WHERE v.layer = ANY (?) AND v.shape && ST_MakeEnvelope(?, ?, ?, ?, ?)
               AND v.valid_from <= ? AND (v.valid_to IS NULL OR v.valid_to > ?)
               AND v.added <= ? AND (v.ended IS NULL OR v.ended > ?)
            """;

    private static final String SQL = PART + " UNION ALL " + PART + " LIMIT ?";

    /** More features than any parcel has; a city has more. */
    static final int MOST_FEATURES = 5000;

    private static final int MOST_SECONDS = 10;
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate jdbc;
    private final Geometries geometries;

    CandidateReader(DataSource dataSource, int storageSrid) {
        this.jdbc = new JdbcTemplate(dataSource);
        jdbc.setQueryTimeout(MOST_SECONDS);
        this.geometries = new Geometries(storageSrid);
    }

    /**
     * The candidates of a question.
     *
     * @throws TooLargeException if there are too many
     */
    List<Candidate> read(StatementQuestion question) {
        Map<Integer, Layer> layers =
                question.layers().stream().collect(Collectors.toMap(Layer::id, Function.identity()));
        Envelope box = question.subject().getEnvelopeInternal();
        Envelope wide = box.copy();
        wide.expandBy(question.distance());
        List<Object> binds = new ArrayList<>();
        bind(binds, ids(question, false), box, question);
        bind(binds, ids(question, true), wide, question);
        binds.add(MOST_FEATURES + 1);
        List<Candidate> found = jdbc.query(new FreshPlan(SQL, binds), (row, number) -> candidate(row, layers));
        if (found.size() > MOST_FEATURES) {
            throw new TooLargeException("More than " + MOST_FEATURES + " features lie in its box");
        }
        return found;
    }

    private static Integer[] ids(StatementQuestion question, boolean near) {
        return question.layers().stream()
                .filter(layer -> StatementLayers.isAskedForNearby(layer) == near)
                .map(Layer::id)
                .toArray(Integer[]::new);
    }

    private void bind(List<Object> binds, Integer[] layers, Envelope box, StatementQuestion question) {
        LocalDate day = question.snapshot().asOf();
        long seq = question.snapshot().seq();
        binds.addAll(List.of(layers, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        binds.addAll(List.of(geometries.factory().getSRID(), day, day, seq, seq));
    }

    private Candidate candidate(ResultSet row, Map<Integer, Layer> layers) throws SQLException {
        Geometry shape = Objects.requireNonNull(geometries.read(row, "shape"));
        return new Candidate(
                Objects.requireNonNull(layers.get(row.getInt("layer"))),
                row.getLong("id"),
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getObject("plan", Long.class),
                row.getLong("added"),
                Objects.requireNonNull(row.getString("source")),
                row.getObject("import_run", Long.class),
                JSON.readTree(Objects.requireNonNull(row.getString("attributes"))),
                shape);
    }
}
