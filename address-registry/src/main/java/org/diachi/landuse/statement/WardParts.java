package org.diachi.landuse.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.diachi.change.Snapshot;
import org.diachi.db.FreshPlan;
import org.diachi.db.Geometries;
import org.diachi.landuse.statement.Statement.WardPart;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells which wards a subject lies in. Thread-safe. */
final class WardParts {

    /** Cut to the box of the subject: outlines of wards have many thousand points. */
    private static final String SQL = """
            SELECT v.code, v.full_name, ST_AsBinary(ST_ClipByBox2D(v.shape, b.box)) AS shape
              FROM registry.place_version v,
                   (SELECT ST_Expand(ST_MakeEnvelope(?, ?, ?, ?, ?), 1) AS box) b
             WHERE v.shape && b.box AND v.level = 'ward'
               AND v.valid_from <= ? AND (v.valid_to IS NULL OR v.valid_to > ?)
               AND v.added <= ? AND (v.ended IS NULL OR v.ended > ?)
            """;

    private final JdbcTemplate jdbc;
    private final Geometries geometries;

    private record Ward(String code, String name, Geometry shape) {}

    WardParts(DataSource dataSource, int storageSrid) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.geometries = new Geometries(storageSrid);
    }

    List<WardPart> list(Subject subject, Geometry shape, Snapshot snapshot) {
        List<WardPart> parts = new ArrayList<>();
        List<Ward> wards = wards(shape.getEnvelopeInternal(), snapshot);
        for (Ward ward : wards) {
            subject.part(ward.shape())
                    .ifPresent(part -> parts.add(new WardPart(
                            ward.code(), ward.name(), subject.isPoint() ? Subject.ofPoint(1) : subject.amount(part))));
        }
        parts.sort(
                Comparator.comparing((WardPart part) -> -part.amount().share()).thenComparing(WardPart::code));
        return parts;
    }

    private List<Ward> wards(Envelope box, Snapshot snapshot) {
        LocalDate day = snapshot.asOf();
        List<Object> binds = List.of(
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                geometries.factory().getSRID(),
                day,
                day,
                snapshot.seq(),
                snapshot.seq());
        return jdbc.query(
                new FreshPlan(SQL, binds),
                (row, number) -> new Ward(
                        Objects.requireNonNull(row.getString("code")),
                        Objects.requireNonNull(row.getString("full_name")),
                        Objects.requireNonNull(geometries.read(row, "shape"))));
    }
}
