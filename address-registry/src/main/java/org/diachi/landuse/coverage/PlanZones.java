package org.diachi.landuse.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.diachi.db.Geometries;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the zones that a plan has in the register. Thread-safe. */
public final class PlanZones {

    private final JdbcClient jdbc;
    private final Geometries geometries;

    /**
     * The zones of one registry.
     *
     * @param storageSrid the EPSG code of the storage CRS
     */
    public PlanZones(DataSource dataSource, int storageSrid) {
        this.jdbc = JdbcClient.create(dataSource);
        this.geometries = new Geometries(storageSrid);
    }

    /**
     * The zones of a plan on a day, as they are believed now, but for those that a source tells of anew.
     *
     * @param plan id of the plan
     * @param source that tells
     * @param sourceIds of the zones it tells of
     */
    public List<CoverageZone> listOthers(long plan, LocalDate day, String source, Collection<String> sourceIds) {
        String sql = """
                SELECT f.source_id, ST_AsBinary(f.shape) AS shape FROM registry.feature f
                 WHERE f.plan = ? AND f.shape IS NOT NULL AND f.ended IS NULL
                   AND f.valid_from <= ? AND (f.valid_to IS NULL OR f.valid_to > ?)
                   AND NOT (f.source = ? AND f.source_id = ANY (?))
                 ORDER BY f.id
                """;
        return jdbc.sql(sql)
                .params(plan, day, day, source, sourceIds.toArray(String[]::new))
                .query((row, number) -> new CoverageZone(
                        Objects.requireNonNull(row.getString("source_id")),
                        null,
                        Objects.requireNonNull(geometries.read(row, "shape"))))
                .list();
    }
}
