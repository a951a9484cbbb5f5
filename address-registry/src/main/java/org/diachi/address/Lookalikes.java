package org.diachi.address;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.diachi.value.AddressKind;
import org.diachi.value.Code;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Finds live objects of the register that things to be registered may already be, or may lie in: one statement for a
 * whole batch, none for each thing.
 */
final class Lookalikes {

    private final Connection connection;
    private final int srid;

    Lookalikes(Connection connection, int srid) {
        this.connection = connection;
        this.srid = srid;
    }

    /** A live object near a thing; {@code index} is the thing's place in the batch. */
    record Neighbour(int index, Code code, Geometry shape) {}

    /** A live object with the address of a thing, its own or that of an entrance. */
    record Namesake(AddressKey key, Code code) {}

    /** Live objects of the kind whose bounding boxes meet those of the given shapes. */
    List<Neighbour> findNeighbours(AddressKind kind, int[] indexes, List<Geometry> shapes) throws SQLException {
        // Boxes alone decide here; what they share exactly is for the caller to compute. OFFSET keeps the inner look-up
        // an index look-up for each thing, whatever the planner believes of the size of a young table.
        String sql = """
                SELECT thing.i, near.code, near.shape
                  FROM unnest(?::int[], ?::float8[], ?::float8[], ?::float8[], ?::float8[]) AS thing (i, x1, y1, x2, y2)
                 CROSS JOIN LATERAL (
                       SELECT v.code, ST_AsBinary(v.shape) AS shape FROM registry.address_version v
                        WHERE v.shape && ST_MakeEnvelope(thing.x1, thing.y1, thing.x2, thing.y2, ?)
                          AND v.ended IS NULL AND v.valid_to IS NULL AND v.kind = ?
                          AND v.status IN ('proposed', 'current')
                       OFFSET 0) near
                 ORDER BY thing.i, near.code
                """;
        if (indexes.length == 0) {
            return List.of();
        }
        List<Neighbour> neighbours = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int4", Arrays.stream(indexes).boxed().toArray()));
            bindSide(statement, 2, shapes, Envelope::getMinX);
            bindSide(statement, 3, shapes, Envelope::getMinY);
            bindSide(statement, 4, shapes, Envelope::getMaxX);
            bindSide(statement, 5, shapes, Envelope::getMaxY);
            statement.setInt(6, srid);
            statement.setString(7, kind.label());
            WKBReader reader = new WKBReader();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    neighbours.add(new Neighbour(
                            rows.getInt("i"), Code.parse(rows.getString("code")), reader.read(rows.getBytes("shape"))));
                }
            } catch (ParseException e) {
                throw new IllegalStateException("The database sent a geometry that is none", e);
            }
        }
        return neighbours;
    }

    private void bindSide(
            PreparedStatement statement, int position, List<Geometry> shapes, ToDoubleFunction<Envelope> side)
            throws SQLException {
        double[] values = shapes.stream()
                .mapToDouble(shape -> side.applyAsDouble(shape.getEnvelopeInternal()))
                .toArray();
        statement.setObject(position, values);
    }

    /**
     * Live buildings that have one of the addresses, as their own or at an entrance. Many registers have no entrance with
     * an address of its own; then the index of entrances, which is dear to ask, is not asked.
     */
    List<Namesake> findNamesakes(List<AddressKey> keys) throws SQLException {
        String sql = """
                SELECT thing.street, thing.number, same.ward, same.code
                  FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) AS thing (street, number, ward, entrance)
                 CROSS JOIN LATERAL (
                       SELECT v.ward, v.code FROM registry.address_version v
                        WHERE v.street_key = thing.street AND v.number_key = thing.number
                          AND v.ward IS NOT DISTINCT FROM thing.ward
                          AND v.ended IS NULL AND v.valid_to IS NULL AND v.kind = 'building'
                          AND v.status IN ('proposed', 'current')
                        UNION ALL
                       SELECT v.ward, v.code FROM registry.address_version v
                        WHERE (SELECT EXISTS (SELECT FROM registry.address_version WHERE cardinality(part_keys) > 0))
                          AND v.part_keys @> ARRAY[thing.entrance] AND v.ended IS NULL AND v.valid_to IS NULL
                          AND v.kind = 'building' AND v.status IN ('proposed', 'current')
                       OFFSET 0) same
                 ORDER BY same.code
                """;
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Namesake> namesakes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array("text", keys.stream().map(AddressKey::street)));
            statement.setArray(2, array("text", keys.stream().map(AddressKey::number)));
            statement.setArray(3, array("int8", keys.stream().map(AddressKey::ward)));
            statement.setArray(4, array("text", keys.stream().map(AddressKey::streetAndNumber)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    AddressKey key = new AddressKey(
                            rows.getString("street"), rows.getString("number"), rows.getObject("ward", Long.class));
                    namesakes.add(new Namesake(key, Code.parse(rows.getString("code"))));
                }
            }
        }
        return namesakes;
    }

    private Array array(String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
