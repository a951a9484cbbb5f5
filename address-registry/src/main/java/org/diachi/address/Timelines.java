package org.diachi.address;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.Period;
import org.diachi.value.PositionQuality;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Reads what is now believed of objects through legal time, for acts to work on. */
final class Timelines {

    private static final String SQL = """
            SELECT code, version, valid_from, valid_to, kind, status, name, house_number, street, ward, method,
                   accuracy, located_at, parts, details, ST_AsEWKB(position) AS position, ST_AsEWKB(shape) AS shape
              FROM registry.address_version
             WHERE code = ANY (?) AND ended IS NULL
             ORDER BY code, valid_from
            """;

    private Timelines() {}

    /** The timelines of those of the codes that exist. */
    static Map<Code, Timeline> read(Connection connection, Collection<Code> codes) throws SQLException {
        if (codes.isEmpty()) {
            return Map.of();
        }
        Map<Code, List<Slice>> slices = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", codes.stream().map(Code::toString).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Code code = Code.parse(rows.getString("code"));
                    slices.computeIfAbsent(code, key -> new ArrayList<>()).add(slice(rows));
                }
            }
        }
        Map<Code, Timeline> timelines = new LinkedHashMap<>();
        slices.forEach((code, states) -> timelines.put(code, Timeline.stored(code, states)));
        return timelines;
    }

    private static Slice slice(ResultSet row) throws SQLException {
        Period valid =
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
        return new Slice(valid, content(row), row.getInt("version"));
    }

    private static AddressContent content(ResultSet row) throws SQLException {
        Number accuracy = (Number) row.getObject("accuracy");
        String locatedAt = row.getString("located_at");
        return new AddressContent(
                AddressKind.of(row.getString("kind")),
                AddressStatus.of(row.getString("status")),
                row.getString("name"),
                row.getString("house_number"),
                row.getString("street"),
                row.getObject("ward", Long.class),
                // By way of the digits: 0.3f is 0.3, not 0.30000001192092896, and so no change where nothing changed.
                new PositionQuality(
                        row.getString("method"), accuracy == null ? null : Double.valueOf(accuracy.toString())),
                (Point) geometry(row.getBytes("position")),
                geometry(row.getBytes("shape")),
                locatedAt == null ? null : Code.parse(locatedAt),
                AddressJson.readParts(row.getString("parts")),
                AddressJson.readDetails(row.getString("details")));
    }

    private static Geometry geometry(byte[] ewkb) {
        try {
            return new WKBReader().read(ewkb);
        } catch (ParseException e) {
            throw new IllegalStateException("The database sent a geometry that is none", e);
        }
    }
}
