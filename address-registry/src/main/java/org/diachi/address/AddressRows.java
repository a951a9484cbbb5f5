package org.diachi.address;

import de.bytefish.pgbulkinsert.pgsql.constants.DataType;
import de.bytefish.pgbulkinsert.row.SimpleRow;
import de.bytefish.pgbulkinsert.row.SimpleRowWriter;
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
import org.diachi.city.AddressGrammar;
import org.diachi.value.AddressKind;
import org.diachi.value.Code;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;

/** Writes timelines to {@code registry.address_version}: ends the rows that are gone, copies in the new ones. */
final class AddressRows {

    private static final SimpleRowWriter.Table TABLE =
            new SimpleRowWriter.Table("registry", "address_version", new String[] {
                "code",
                "version",
                "valid_from",
                "valid_to",
                "added",
                "kind",
                "status",
                "name",
                "house_number",
                "street",
                "street_key",
                "number_key",
                "ward",
                "method",
                "accuracy",
                "located_at",
                "parts",
                "part_keys",
                "details",
                "position",
                "shape"
            });

    private final AddressGrammar grammar;
    /** Of the streets of one batch, which are few. */
    private final Map<String, String> streetKeys = new HashMap<>();

    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);

    AddressRows(AddressGrammar grammar) {
        this.grammar = grammar;
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
        try (SimpleRowWriter writer = new SimpleRowWriter(TABLE, connection.unwrap(PGConnection.class))) {
            for (NewRow row : rows) {
                writer.startRow(target -> fill(target, row));
            }
        }
    }

    private void fill(SimpleRow row, NewRow added) {
        Slice slice = added.slice();
        AddressContent content = slice.content();
        row.setText(0, added.timeline().code().toString());
        row.setInteger(1, added.timeline().nextVersion());
        row.setDate(2, slice.from());
        row.setDate(3, slice.valid().to());
        row.setLong(4, added.seq());
        row.setText(5, content.kind().label());
        row.setText(6, content.status().label());
        row.setText(7, content.name());
        row.setText(8, content.houseNumber());
        row.setText(9, content.street());
        String street = content.street();
        String number = content.houseNumber();
        row.setText(10, street == null ? null : streetKeys.computeIfAbsent(street, grammar::streetKey));
        row.setText(11, number == null ? null : grammar.houseNumberKey(number));
        row.setLong(12, content.ward());
        row.setText(13, content.quality().method());
        Double accuracy = content.quality().accuracyMetres();
        row.setFloat(14, accuracy == null ? null : accuracy.floatValue());
        row.setText(15, content.locatedAt() == null ? null : content.locatedAt().toString());
        row.setJsonb(16, content.parts().isEmpty() ? null : AddressJson.write(content.parts()));
        fillPartKeys(row, content);
        row.setJsonb(18, content.details().isEmpty() ? null : AddressJson.write(content.details()));
        byte[] position = geometry(content.position());
        row.setByteArray(19, position);
        row.setByteArray(20, content.hasOutline() ? geometry(content.shape()) : position);
    }

    private void fillPartKeys(SimpleRow row, AddressContent content) {
        List<String> keys = AddressKey.ofParts(content, grammar);
        if (keys.isEmpty()) {
            row.setText(17, null);
        } else {
            row.setCollection(17, DataType.Text, keys);
        }
    }

    private byte[] geometry(Geometry geometry) {
        return wkb.write(geometry);
    }
}
