package org.diachi.address;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.diachi.db.Geometries;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.diachi.value.Period;
import org.diachi.value.PositionQuality;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.jdbc.core.RowMapper;

/** One row of {@link AddressReader} to one object. */
final class AddressObjectMapper implements RowMapper<AddressObject> {

    private final Geometries geometries;

    AddressObjectMapper(int storageSrid) {
        this.geometries = new Geometries(storageSrid);
    }

    @Override
    public AddressObject mapRow(ResultSet row, int number) throws SQLException {
        return new AddressObject(
                Code.parse(text(row, "code")),
                row.getInt("version"),
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                AddressKind.of(text(row, "kind")),
                AddressStatus.of(text(row, "status")),
                row.getString("name"),
                row.getString("house_number"),
                row.getString("street"),
                ward(row),
                quality(row),
                code(row.getString("located_at")),
                externalIds(row),
                lineage(row, "predecessors"),
                lineage(row, "successors"),
                AddressJson.readParts(row.getString("parts")),
                row.getString("details"),
                Objects.requireNonNull((Point) geometries.read(row, "position")),
                geometries.read(row, "outline"),
                row.getLong("changed"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static @Nullable Code code(@Nullable String text) {
        return text == null ? null : Code.parse(text);
    }

    private static @Nullable WardName ward(ResultSet row) throws SQLException {
        String code = row.getString("ward_code");
        return code == null ? null : new WardName(code, text(row, "ward_name"));
    }

    private static PositionQuality quality(ResultSet row) throws SQLException {
        float accuracy = row.getFloat("accuracy");
        // Widening by way of the digits: 0.3f is 0.3, not 0.30000001192092896.
        Double metres = row.wasNull() ? null : Double.valueOf(Float.toString(accuracy));
        return new PositionQuality(text(row, "method"), metres);
    }

    private static List<ExternalId> externalIds(ResultSet row) throws SQLException {
        List<ExternalId> ids = new ArrayList<>();
        for (String[] pair : rows(row, "external_ids")) {
            ids.add(new ExternalId(pair[0], pair[1]));
        }
        ids.sort(Comparator.comparing(ExternalId::scheme).thenComparing(ExternalId::value));
        return ids;
    }

    private static List<Lineage> lineage(ResultSet row, String column) throws SQLException {
        List<Lineage> links = new ArrayList<>();
        for (String[] link : rows(row, column)) {
            links.add(new Lineage(Code.parse(link[0]), link[1], LocalDate.parse(link[2])));
        }
        links.sort(Comparator.comparing(Lineage::effective).thenComparing(Lineage::code));
        return links;
    }

    private static String[][] rows(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? new String[0][] : (String[][]) array.getArray();
    }
}
