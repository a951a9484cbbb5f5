package org.diachi.address;

import java.time.LocalDate;
import java.util.List;
import org.diachi.change.Act;
import org.diachi.change.Ledger;
import org.diachi.place.Reform.Move;
import org.diachi.place.ReformRefusedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Moves the addresses of whole wards to others, by a few statements however many there are. */
final class WardMoves {

    private static final String TABLES = """
            CREATE TEMP TABLE ward_move (from_ward bigint, to_ward bigint, shape geometry) ON COMMIT DROP;
            CREATE TEMP TABLE moving (
                code text COLLATE "C", version int, valid_from date, valid_to date, ward bigint) ON COMMIT DROP;
            CREATE TEMP TABLE moving_object (
                code text COLLATE "C" PRIMARY KEY, kind text, version int, seq bigint) ON COMMIT DROP
            """;

    /** The outline is needed, and kept, only where there is a choice. */
    private static final String ADD_MOVES = """
            INSERT INTO ward_move (from_ward, to_ward, shape)
            SELECT m.from_ward, m.to_ward, CASE WHEN count(*) OVER (PARTITION BY m.from_ward) > 1 THEN w.shape END
              FROM unnest(?::bigint[], ?::bigint[]) AS m (from_ward, to_ward)
              LEFT JOIN LATERAL (
                   SELECT v.shape FROM registry.place_version v
                    WHERE v.place = m.to_ward AND v.ended IS NULL
                      AND v.valid_from <= ? AND (v.valid_to IS NULL OR v.valid_to > ?)) w ON true
            """;

    private static final String WITHOUT_OUTLINE = """
            SELECT p.source_key FROM registry.place p
             WHERE p.id IN (SELECT m.to_ward FROM ward_move m
                             WHERE m.shape IS NULL
                               AND (SELECT count(*) FROM ward_move o WHERE o.from_ward = m.from_ward) > 1)
             ORDER BY p.source_key
            """;

    /** The states that hold on the effective day or later, each with the ward that it is in from then on. */
    private static final String CHOOSE = """
            INSERT INTO moving (code, version, valid_from, valid_to, ward)
            SELECT v.code, v.version, v.valid_from, v.valid_to, chosen.to_ward
              FROM registry.address_version v
             CROSS JOIN LATERAL (
                   SELECT m.to_ward FROM ward_move m
                    WHERE m.from_ward = v.ward
                    ORDER BY CASE WHEN m.shape IS NOT NULL THEN ST_Distance(m.shape, v.position) END, m.to_ward
                    LIMIT 1) chosen
             WHERE v.ward IN (SELECT from_ward FROM ward_move)
               AND v.ended IS NULL AND (v.valid_to IS NULL OR v.valid_to > ?) AND v.ward <> chosen.to_ward
            """;

    private static final String NUMBER = """
            INSERT INTO moving_object (code, kind, version, seq)
            SELECT v.code, min(v.kind), max(v.version) + 1, ? + row_number() OVER (ORDER BY v.code)
              FROM registry.address_version v
             WHERE v.code IN (SELECT code FROM moving)
             GROUP BY v.code
            """;

    private static final String END = """
            UPDATE registry.address_version v SET ended = o.seq
              FROM moving m JOIN moving_object o USING (code)
             WHERE v.code = m.code AND v.version = m.version AND v.valid_from = m.valid_from
            """;

    /** A state that began before the effective day goes on up to it; from there on it is in the other ward. */
    private static final String ADD = """
            INSERT INTO registry.address_version (code, version, valid_from, valid_to, added, kind, status, name,
                   house_number, street, street_key, number_key, ward, method, accuracy, located_at, parts, part_keys,
                   details, position, shape)
            SELECT v.code, o.version, half.valid_from, half.valid_to, o.seq, v.kind, v.status, v.name,
                   v.house_number, v.street, v.street_key, v.number_key, half.ward, v.method, v.accuracy,
                   v.located_at, v.parts, v.part_keys, v.details, v.position, v.shape
              FROM moving m
              JOIN moving_object o USING (code)
              JOIN registry.address_version v
                ON v.code = m.code AND v.version = m.version AND v.valid_from = m.valid_from
             CROSS JOIN LATERAL (VALUES (m.valid_from, ?::date, v.ward),
                                        (greatest(m.valid_from, ?::date), m.valid_to, m.ward))
                     AS half (valid_from, valid_to, ward)
             WHERE half.valid_to IS NULL OR half.valid_from < half.valid_to
            """;

    private final Ledger ledger;
    private final LocalDate day;
    private final JdbcClient jdbc;

    WardMoves(Ledger ledger) {
        this.ledger = ledger;
        this.day = ledger.context().effective();
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(ledger.connection(), true));
    }

    /** Moves all addresses and returns how many objects that were. */
    int move(List<Move> moves) {
        Long[] from = moves.stream().map(Move::from).toArray(Long[]::new);
        Long[] to = moves.stream().map(Move::to).toArray(Long[]::new);
        jdbc.sql(TABLES).update();
        jdbc.sql(ADD_MOVES).params(from, to, day, day).update();
        refuseIfUndecidable();
        jdbc.sql(CHOOSE).param(day).update();
        jdbc.sql(NUMBER).param(ledger.seq()).update();
        int objects = appendEntries();
        jdbc.sql("ANALYZE moving").update();
        jdbc.sql(END).update();
        jdbc.sql(ADD).params(day, day).update();
        return objects;
    }

    private void refuseIfUndecidable() {
        List<String> unknown = jdbc.sql(WITHOUT_OUTLINE).query(String.class).list();
        if (!unknown.isEmpty()) {
            throw new ReformRefusedException(List.of(
                    "A unit is split, and these successors have no outline to go by: " + String.join(", ", unknown)));
        }
    }

    private record Entry(String code, String kind, int version, long seq) {}

    private int appendEntries() {
        List<Entry> entries = jdbc.sql("SELECT code, kind, version, seq FROM moving_object ORDER BY seq")
                .query(Entry.class)
                .list();
        for (Entry entry : entries) {
            long seq = ledger.append(Act.REFORM, entry.kind(), entry.code(), entry.version());
            if (seq != entry.seq()) {
                throw new IllegalStateException("The entry of " + entry.code() + " is " + seq + ", not " + entry.seq());
            }
        }
        return entries.size();
    }
}
