package org.diachi.address;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diachi.change.Ledger;
import org.diachi.db.BoundRows;
import org.diachi.db.CopyFields;
import org.diachi.db.CopyRows;
import org.diachi.db.RowFields;
import org.diachi.place.WardCourse;
import org.diachi.value.AddressKind;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;

/**
 * Writes timelines to {@code registry.address_version}: ends the rows that are gone, copies in the new ones, each state in
 * the ward that there is in its days. New objects
 * that nothing will touch any more may be sent one by one, so that the database stores them while others are decided on;
 * until the rest is written, the connection can do nothing else.
 */
final class AddressRows implements AutoCloseable {

    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of("code", "version", "valid_from", "valid_to", "added"), ContentFields.COLUMNS.stream())
            .toList();

    private static final String TABLE = "registry.address_version";

    private static final String END = """
            UPDATE registry.address_version v SET ended = gone.seq
              FROM unnest(?::text[], ?::int[], ?::date[], ?::bigint[]) AS gone (code, version, valid_from, seq)
             WHERE v.code = gone.code AND v.version = gone.version AND v.valid_from = gone.valid_from
            """;

    private static final int MARKS_OF_END = 4;

    /** So many rows are inserted; more are copied. */
    private static final int FEW = 4;

    private final Ledger ledger;
    private final ContentFields contents;
    private final WardCourse wards;
    private final Map<Code, Long> seqs = new HashMap<>();
    private @Nullable CopyRows sent;

    AddressRows(Ledger ledger, ContentFields contents, WardCourse wards) {
        this.ledger = ledger;
        this.contents = contents;
        this.wards = wards;
    }

    private record NewRow(Timeline timeline, Slice slice, long seq) {}

    private record EndedRow(Code code, Slice slice, long seq) {}

    /** Whether so many things are worth to be sent one by one. */
    static boolean areMany(int things) {
        return things > FEW;
    }

    /** Appends the entry of a new object and sends its row. */
    void send(Timeline timeline) throws SQLException {
        if (sent == null) {
            sent = CopyRows.into(ledger.connection(), TABLE, COLUMNS);
        }
        long seq = append(timeline);
        for (Slice slice : timeline.added()) {
            write(new NewRow(timeline, slice, seq), sent);
        }
    }

    /** Appends one entry of the log for each touched timeline and writes what the acts made of it. */
    void write(Collection<Timeline> timelines) throws SQLException {
        if (sent != null) {
            sent.finish();
        }
        List<NewRow> added = new ArrayList<>();
        List<EndedRow> ended = new ArrayList<>();
        for (Timeline timeline : timelines) {
            if (!timeline.isTouched()) {
                continue;
            }
            long seq = append(timeline);
            timeline.added().forEach(slice -> added.add(new NewRow(timeline, slice, seq)));
            timeline.ended().forEach(slice -> ended.add(new EndedRow(timeline.code(), slice, seq)));
        }
        if (areMany(added.size())) {
            end(ledger.connection(), ended);
            copy(ledger.connection(), added);
        } else if (!added.isEmpty()) {
            endAndInsert(ledger.connection(), ended, added);
        }
    }

    private long append(Timeline timeline) {
        timeline.follow(wards);
        AddressKind kind = timeline.latest().kind();
        long seq = ledger.append(
                timeline.act(), kind.label(), timeline.code().toString(), timeline.nextVersion(), timeline.effective());
        seqs.put(timeline.code(), seq);
        return seq;
    }

    /** The number of the entry of each object that was sent or written. */
    Map<Code, Long> entries() {
        return seqs;
    }

    /** Takes back what was sent and not followed by {@link #write}. */
    @Override
    public void close() throws SQLException {
        if (sent != null) {
            sent.close();
        }
    }

    private static void end(Connection connection, List<EndedRow> rows) throws SQLException {
        if (!rows.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(END)) {
                bind(statement, rows);
                requireEnded(statement.executeUpdate(), rows);
            }
        }
    }

    private static void requireEnded(int count, List<EndedRow> rows) {
        if (count != rows.size()) {
            throw new IllegalStateException("Ended " + count + " of " + rows.size() + " address rows");
        }
    }

    private static void bind(PreparedStatement statement, List<EndedRow> rows) throws SQLException {
        Connection connection = statement.getConnection();
        Stream<String> codes = rows.stream().map(row -> row.code().toString());
        Stream<Integer> versions = rows.stream().map(row -> row.slice().storedVersion());
        Stream<Date> days = rows.stream().map(row -> Date.valueOf(row.slice().from()));
        statement.setArray(1, array(connection, "text", codes));
        statement.setArray(2, array(connection, "int4", versions));
        statement.setArray(3, array(connection, "date", days));
        statement.setArray(4, array(connection, "int8", rows.stream().map(EndedRow::seq)));
    }

    private static Array array(Connection connection, String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private void copy(Connection connection, List<NewRow> rows) throws SQLException {
        try (CopyRows copy = CopyRows.into(connection, TABLE, COLUMNS)) {
            for (NewRow row : rows) {
                write(row, copy);
            }
            copy.finish();
        }
    }

    private void write(NewRow added, CopyRows copy) throws SQLException {
        CopyFields row = copy.row();
        write(added, row);
        row.encoded(contents.of(added.slice().content()));
    }

    /** In one round trip, which every other writer waits for. */
    private void endAndInsert(Connection connection, List<EndedRow> ended, List<NewRow> added) throws SQLException {
        BoundRows rows = new BoundRows(TABLE, COLUMNS);
        for (NewRow row : added) {
            write(row, rows);
            contents.write(row.slice().content(), rows);
        }
        String sql = ended.isEmpty() ? rows.sql() : END + ";" + rows.sql();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (!ended.isEmpty()) {
                bind(statement, ended);
            }
            rows.bind(statement, ended.isEmpty() ? 1 : MARKS_OF_END + 1);
            statement.execute();
            if (!ended.isEmpty()) {
                requireEnded(statement.getUpdateCount(), ended);
            }
        }
    }

    private static void write(NewRow added, RowFields row) {
        Timeline timeline = added.timeline();
        Slice slice = added.slice();
        row.text(timeline.code().toString()).integer(timeline.nextVersion());
        row.date(slice.from()).date(slice.valid().to()).bigint(added.seq());
    }
}
