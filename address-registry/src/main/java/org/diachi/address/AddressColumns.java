package org.diachi.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diachi.change.Snapshot;
import org.diachi.city.AddressGrammar;
import org.diachi.db.SqlPart;
import org.diachi.filter.Column;
import org.diachi.filter.ValueType;

/** What can be asked of address objects. Their geometry is the outline where it is known, as for boxes. */
public final class AddressColumns {

    private static final String WARD = """
            (SELECT p.code FROM registry.place_version p
              WHERE p.place = v.ward AND p.added <= ? AND (p.ended IS NULL OR p.ended > ?)
              ORDER BY p.valid_from <= ? DESC, p.valid_from DESC
              LIMIT 1)""";

    private static final String EXTERNAL_IDS = """
            ARRAY(SELECT x.scheme || ':' || x.value FROM registry.external_id x
                   WHERE x.code = v.code AND x.added <= ? AND (x.ended IS NULL OR x.ended > ?))""";

    private static final String PREDECESSORS =
            "ARRAY(SELECT s.predecessor::text FROM registry.succession s WHERE s.successor = v.code AND s.added <= ?)";

    private static final String SUCCESSORS =
            "ARRAY(SELECT s.successor::text FROM registry.succession s WHERE s.predecessor = v.code AND s.added <= ?)";

    private AddressColumns() {}

    /**
     * Columns by the names of all APIs.
     *
     * @param snapshot the state in which what stands in other tables counts
     */
    public static Map<String, Column> of(AddressGrammar grammar, Snapshot snapshot) {
        long seq = snapshot.seq();
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Column column : List.of(
                Column.of("geometry", ValueType.GEOMETRY, "v.shape"),
                Column.of("code", ValueType.TEXT, "v.code"),
                Column.of("kind", ValueType.TEXT, "v.kind"),
                Column.of("status", ValueType.TEXT, "v.status"),
                Column.of("name", ValueType.TEXT, "v.name"),
                Column.of("houseNumber", ValueType.TEXT, "v.house_number"),
                Column.of("street", ValueType.TEXT, "v.street").implying(street -> sameKey(street, grammar)),
                Column.of("ward", ValueType.TEXT, WARD, seq, seq, snapshot.asOf())
                        .implying(AddressColumns::inWardsOf),
                Column.of("position.method", ValueType.TEXT, "v.method"),
                Column.of("position.accuracy", ValueType.NUMBER, "v.accuracy::numeric"),
                Column.of("locatedAt", ValueType.TEXT, "v.located_at"),
                Column.of("externalIds", ValueType.TEXTS, EXTERNAL_IDS, seq, seq),
                Column.of("predecessors", ValueType.TEXTS, PREDECESSORS, seq),
                Column.of("successors", ValueType.TEXTS, SUCCESSORS, seq),
                Column.of("validFrom", ValueType.DATE, "v.valid_from"),
                Column.of("validTo", ValueType.DATE, "v.valid_to"),
                Column.of("version", ValueType.NUMBER, "v.version"))) {
            columns.put(column.name(), column);
        }
        return columns;
    }

    /** A street that is written so is compared so. */
    private static SqlPart sameKey(String street, AddressGrammar grammar) {
        String key = AddressKey.of(null, street, null, grammar).street();
        return key == null ? SqlPart.of("v.street_key IS NULL") : SqlPart.of("v.street_key = ?", key);
    }

    private static SqlPart inWardsOf(String code) {
        return SqlPart.of("v.ward IN (SELECT w.place FROM registry.place_version w WHERE w.code = ?)", code);
    }
}
