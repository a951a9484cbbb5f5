package org.diachi.landuse.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.diachi.db.FreshPlan;
import org.diachi.db.Geometries;
import org.diachi.db.Where;
import org.diachi.landuse.TooLargeException;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the areas of a side. Thread-safe. */
final class ZoneReader {

    private static final String SQL = """
            SELECT v.id, coalesce(v.attributes ->> 'scheme', '') AS scheme, coalesce(v.attributes ->> 'code', '?') AS code,
                   ST_AsBinary(v.shape) AS shape
              FROM registry.feature v
             WHERE %s AND ST_Dimension(v.shape) = 2
             ORDER BY v.id LIMIT ?
            """;

    /** When anything last changed that a comparison depends on, so that one that was made can be given again. */
    private static final String LAST_CHANGE = """
            SELECT greatest(
                   (SELECT max(greatest(v.added, CASE WHEN v.ended <= :seq THEN v.ended END))
                      FROM registry.feature v WHERE v.layer IN (:layers) AND v.added <= :seq),
                   (SELECT max(greatest(v.added, CASE WHEN v.ended <= :seq THEN v.ended END))
                      FROM registry.place_version v WHERE v.added <= :seq),
                   (SELECT max(greatest(v.added, CASE WHEN v.ended <= :seq THEN v.ended END))
                      FROM registry.plan_version v WHERE v.added <= :seq), 0)
            """;

    /** Of one side: ten times the zones of a large city. */
    private static final int MOST_ZONES = 120_000;

    private final JdbcTemplate jdbc;
    private final Geometries geometries;

    /** An area with a code; its shape is valid. */
    record CodedArea(long id, ZoneCode code, Geometry shape, double area) {

        Envelope box() {
            return shape.getEnvelopeInternal();
        }
    }

    ZoneReader(DataSource dataSource, int srid) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.geometries = new Geometries(srid);
    }

    /** All areas of a side; of a whole layer without those of plans that are being drafted. */
    List<CodedArea> read(Side side, long seq) {
        Where where = new Where()
                .and("v.layer = ?", side.layer().id())
                .and("v.valid_from <= ? AND (v.valid_to IS NULL OR v.valid_to > ?)", side.day(), side.day())
                .and("v.added <= ? AND (v.ended IS NULL OR v.ended > ?)", seq, seq);
        if (side.plan() != null) {
            where.and("v.plan = (SELECT id FROM registry.plan WHERE identifier = ?)", side.plan());
        } else {
            where.and("(v.plan IS NULL OR v.plan NOT IN (SELECT d.plan FROM registry.draft_plan d))");
        }
        List<Object> binds = new ArrayList<>(where.values());
        binds.add(MOST_ZONES + 1);
        List<CodedArea> found = jdbc.query(new FreshPlan(SQL.formatted(where.sql()), binds), (row, number) -> {
            Geometry stored = Objects.requireNonNull(geometries.read(row, "shape"));
            Geometry shape = stored.isValid() ? stored : GeometryFixer.fix(stored);
            ZoneCode code = new ZoneCode(
                    Objects.requireNonNull(row.getString("scheme")), Objects.requireNonNull(row.getString("code")));
            return new CodedArea(row.getLong("id"), code, shape, shape.getArea());
        });
        if (found.size() > MOST_ZONES) {
            throw new TooLargeException(side.label() + " has more than " + MOST_ZONES + " zones");
        }
        return found;
    }

    /** The last entry of the log, up to one, that touched the layers or the wards. */
    long lastChange(List<Side> sides, long seq) {
        Long last = new NamedParameterJdbcTemplate(jdbc)
                .queryForObject(
                        LAST_CHANGE,
                        Map.of(
                                "seq",
                                seq,
                                "layers",
                                sides.stream().map(side -> side.layer().id()).toList()),
                        Long.class);
        return last == null ? 0 : last;
    }
}
