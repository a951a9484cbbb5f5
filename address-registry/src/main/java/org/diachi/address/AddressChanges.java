package org.diachi.address;

import java.util.List;
import javax.sql.DataSource;
import org.diachi.change.Change;
import org.diachi.change.ChangedStates;
import org.diachi.change.StateChange;
import org.diachi.value.Crs;

/** Reads what entries of the log did to address objects, each as it was known at that entry. Thread-safe. */
public final class AddressChanges {

    private static final String SELECT = """
            SELECT a.seq, v.*, ward.code AS ward_code, ward.full_name AS ward_name,
                   ids.pairs AS external_ids, before.links AS predecessors, behind.links AS successors,
                   v.known AS changed
              FROM unnest(?::bigint[], ?::text[]) AS a (seq, code)
             CROSS JOIN LATERAL (
                   SELECT x.added = a.seq AS written, a.seq - (x.added <> a.seq)::int AS known,
                          x.code, x.version, x.valid_from, x.valid_to, x.kind, x.status, x.name, x.house_number,
                          x.street, x.ward, x.method, x.accuracy, x.located_at, x.parts, x.details,
                          ST_AsBinary(x.position) AS position,
                          CASE WHEN ST_Dimension(x.shape) > 0 THEN ST_AsBinary(x.shape) END AS outline
                     FROM registry.address_version x
                    WHERE x.code = a.code AND (x.added = a.seq OR x.ended = a.seq)) v
              LEFT JOIN LATERAL (
                   SELECT p.code, p.full_name
                     FROM registry.place_version p
                    WHERE p.place = v.ward AND p.added <= v.known AND (p.ended IS NULL OR p.ended > v.known)
                    ORDER BY p.valid_from <= v.valid_from DESC, p.valid_from DESC
                    LIMIT 1) ward ON true
             CROSS JOIN LATERAL (
                   SELECT array_agg(ARRAY[x.scheme, x.value] ORDER BY x.scheme, x.value) AS pairs
                     FROM registry.external_id x
                    WHERE x.code = v.code AND x.added <= v.known AND (x.ended IS NULL OR x.ended > v.known)) ids
             CROSS JOIN LATERAL (
                   SELECT array_agg(ARRAY[s.predecessor, s.kind, s.effective::text]
                                    ORDER BY s.effective, s.predecessor) AS links
                     FROM registry.succession s
                    WHERE s.successor = v.code AND s.added <= v.known) before
             CROSS JOIN LATERAL (
                   SELECT array_agg(ARRAY[s.successor, s.kind, s.effective::text]
                                    ORDER BY s.effective, s.successor) AS links
                     FROM registry.succession s
                    WHERE s.predecessor = v.code AND s.added <= v.known) behind
             ORDER BY a.seq, v.valid_from
            """;

    private final ChangedStates<AddressObject> states;

    /**
     * A reader of one registry.
     *
     * @param storageCrs the CRS of the geometries
     */
    public AddressChanges(DataSource dataSource, Crs storageCrs) {
        this.states = new ChangedStates<>(
                dataSource,
                SELECT,
                List.of(ChangedStates.Column.SEQ, ChangedStates.Column.CODE),
                new AddressObjectMapper(storageCrs.epsg()));
    }

    /** What each of the entries, all of address objects, ended and wrote. One statement. */
    public StateChange.Collector<AddressObject> read(List<Change> changes) {
        return states.read(changes);
    }
}
