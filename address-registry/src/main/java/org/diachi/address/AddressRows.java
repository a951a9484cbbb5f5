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
import org.diachi.db.CopyFields;
import org.diachi.db.CopyRows;
import org.diachi.value.AddressKind;
import org.diachi.value.Code;

/** Writes timelines to {@code registry.address_version}: ends the rows that are gone, copies in the new ones. */
final class AddressRows {

    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of("code", "version", "valid_from", "valid_to", "added"), ContentFields.COLUMNS.stream())
            .toList();

    private final ContentFields contents;

    AddressRows(ContentFields contents) {
        this.contents = contents;
    }

    private record NewRow(Timeline timeline, Slice slice, long seq) {}

    private record EndedRow(Code code, Slice slice, long seq) {}

    /**
     * Appends one entry of the log for each touched timeline and writes what the acts made of it.
     *
     * @return the sequence number of each object's entry
     */
    Map<Code, Long> write(Ledger ledger, Collection<Timeline> timelines) throws SQLException {
        List<NewRow> added = new ArrayList<>();
        List<EndedRow> ended = new ArrayList<>();
        Map<Code, Long> seqs = new HashMap<>();
        for (Timeline timeline : timelines) {
            if (!timeline.isTouched()) {
                continue;
            }
            AddressKind kind = timeline.latest().kind();
            long seq = ledger.append(
                    timeline.act(),
                    kind.label(),
                    timeline.code().toString(),
                    timeline.nextVersion(),
                    timeline.effective());
            seqs.put(timeline.code(), seq);
            timeline.added().forEach(slice -> added.add(new NewRow(timeline, slice, seq)));
            timeline.ended().forEach(slice -> ended.add(new EndedRow(timeline.code(), slice, seq)));
        }
        end(ledger.connection(), ended);
        add(ledger.connection(), added);
        return seqs;
    }

    private static void end(Connection connection, List<EndedRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String sql = """
                UPDATE registry.address_version v SET ended = gone.seq
                  FROM unnest(?::text[], ?::int[], ?::date[], ?::bigint[]) AS gone (code, version, valid_from, seq)
                 WHERE v.code = gone.code AND v.version = gone.version AND v.valid_from = gone.valid_from
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    array(
                            connection,
                            "text",
                            rows.stream().map(row -> row.code().toString())));
            statement.setArray(
                    2,
                    array(
                            connection,
                            "int4",
                            rows.stream().map(row -> row.slice().storedVersion())));
            statement.setArray(
                    3,
                    array(
                            connection,
                            "date",
                            rows.stream().map(row -> Date.valueOf(row.slice().from()))));
            statement.setArray(4, array(connection, "int8", rows.stream().map(EndedRow::seq)));
            int count = statement.executeUpdate();
            if (count != rows.size()) {
                throw new IllegalStateException("Ended " + count + " of " + rows.size() + " address rows");
            }
        }
    }

    private static Array array(Connection connection, String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private void add(Connection connection, List<NewRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (CopyRows copy = CopyRows.into(connection, "registry.address_version", COLUMNS)) {
            for (NewRow row : rows) {
                write(row, copy.row());
            }
            copy.finish();
        }
    }

    private void write(NewRow added, CopyFields row) {
        Timeline timeline = added.timeline();
        Slice slice = added.slice();
        AddressContent content = slice.content();
        row.text(timeline.code().toString()).integer(timeline.nextVersion());
        row.date(slice.from()).date(slice.valid().to()).bigint(added.seq());
        row.encoded(contents.of(content));
    }
}
