package org.diachi.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diachi.pack.file.PackRow;
import org.diachi.pack.grid.Shape;
import org.diachi.pack.grid.WkbShapes;
import org.diachi.value.Code;
import org.diachi.value.Crs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.postgresql.PGStatement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of a layer as they are believed at an entry of the log: all states of all days. For one connection. */
final class PackRows {

    private static final int ROWS_AT_A_TIME = 5000;

    private static final String DAYS = """
            v.valid_from - DATE '1970-01-01' AS first_day, v.valid_to - DATE '1970-01-01' AS end_day,
            ST_AsBinary(v.shape) AS shape""";

    private static final String BELIEVED = " v.shape IS NOT NULL AND v.added <= ? AND (v.ended IS NULL OR v.ended > ?)";

    private static final String FEATURES = """
            SELECT v.id, v.attributes, p.identifier AS plan, %s
              FROM registry.feature v LEFT JOIN registry.plan p ON p.id = v.plan
             WHERE v.layer = ? AND %s""".formatted(DAYS, BELIEVED);

    private static final String ADDRESSES = """
            SELECT v.code, v.kind, v.status, v.name, v.house_number, v.street, v.ward, %s
              FROM registry.address_version v
             WHERE v.status IN ('proposed', 'current') AND %s""".formatted(DAYS, BELIEVED);

    private static final String PLACES = """
            SELECT v.place AS id, v.code, v.level, v.type_word, v.name, v.full_name, %s
              FROM registry.place_version v
             WHERE %s""".formatted(DAYS, BELIEVED);

    private static final String WARDS = """
            SELECT DISTINCT ON (place) place, code FROM registry.place_version
             WHERE added <= ? AND (ended IS NULL OR ended > ?) ORDER BY place, valid_from DESC
            """;

    private static final String IN_BOX = " AND v.shape && ST_MakeEnvelope(?, ?, ?, ?, ?)";

    private static final String ON_DAYS = " AND v.valid_from - DATE '1970-01-01' < ?"
            + " AND (v.valid_to IS NULL OR v.valid_to - DATE '1970-01-01' > ?)";

    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;
    private final PackLayer layer;
    private final WkbShapes shapes;
    private final long seq;
    private final int srid;
    private final Drafts drafts;
    private final Map<Long, String> wards = new HashMap<>();

    /** What belongs to plans that are being drafted at present. */
    enum Drafts {
        /** For everybody. */
        LEFT_OUT(" AND (v.plan IS NULL OR v.plan NOT IN (SELECT d.plan FROM registry.draft_plan d))"),
        /** For those entitled. */
        TAKEN(""),
        /** Nothing else. */
        ALONE(" AND v.plan IN (SELECT d.plan FROM registry.draft_plan d)");

        private final String condition;

        Drafts(String condition) {
            this.condition = condition;
        }
    }

    /** Does something with a row. */
    @FunctionalInterface
    interface Taker {
        void take(PackRow row) throws IOException;
    }

    /** A reader of what everybody may see. */
    PackRows(Connection connection, PackLayer layer, Crs storage, long seq) throws SQLException {
        this(connection, layer, storage, seq, Drafts.LEFT_OUT);
    }

    /**
     * A reader.
     *
     * @param connection in a transaction, so that rows come in portions
     * @param storage the CRS of the shapes
     * @param seq the last entry of the log that counts
     */
    PackRows(Connection connection, PackLayer layer, Crs storage, long seq, Drafts drafts) throws SQLException {
        this.connection = connection;
        this.drafts = drafts;
        this.srid = storage.epsg();
        this.layer = layer;
        this.shapes = new WkbShapes(storage);
        this.seq = seq;
        if (layer.hasCodes()) {
            readWards();
        }
    }

    private void readWards() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WARDS)) {
            statement.setLong(1, seq);
            statement.setLong(2, seq);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    wards.put(rows.getLong(1), rows.getString(2));
                }
            }
        }
    }

    /** All rows, in any order. */
    void forEach(Taker taker) throws SQLException {
        read("", List.of(), taker);
    }

    /**
     * The rows of features.
     *
     * @param ids as the change log has them; those of administrative units are not asked for, there are only few
     */
    void forEach(Collection<String> ids, Taker taker) throws SQLException {
        if (layer.hasCodes()) {
            read(" AND v.code = ANY (?)", List.of(connection.createArrayOf("text", ids.toArray())), taker);
        } else {
            Object[] numbers = ids.stream().map(Long::valueOf).toArray();
            String key = layer.id() == PackLayer.PLACES ? "v.place" : "v.id";
            read(" AND " + key + " = ANY (?)", List.of(connection.createArrayOf("int8", numbers)), taker);
        }
    }

    /** The rows that may have something in a part of the ground and are valid on some of its days. */
    void forEach(GroundPart part, Taker taker) throws SQLException {
        List<Object> binds = new ArrayList<>();
        Envelope box = part.box();
        if (box != null) {
            binds.addAll(List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), srid));
        }
        binds.addAll(List.of(part.days().end(), part.days().first()));
        read((box == null ? "" : IN_BOX) + ON_DAYS, binds, taker);
    }

    private void read(String condition, List<Object> binds, Taker taker) throws SQLException {
        String sql = select() + condition;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            // Binary from the first time on.
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            statement.setFetchSize(ROWS_AT_A_TIME);
            int bind = 1;
            if (layer.id() > 0) {
                statement.setInt(bind++, layer.id());
            }
            statement.setLong(bind++, seq);
            statement.setLong(bind++, seq);
            for (Object value : binds) {
                statement.setObject(bind++, value);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Optional<PackRow> row = row(rows);
                    if (row.isPresent()) {
                        taker.take(row.get());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String select() {
        return switch (layer.id()) {
            case PackLayer.ADDRESSES -> ADDRESSES;
            case PackLayer.PLACES -> PLACES;
            default -> FEATURES + drafts.condition;
        };
    }

    private Optional<PackRow> row(ResultSet rows) throws SQLException {
        Optional<Shape> shape = shapes.read(Objects.requireNonNull(rows.getBytes("shape")));
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        Integer end = rows.getObject("end_day", Integer.class);
        return Optional.of(new PackRow(
                layer.hasCodes() ? Code.parse(rows.getString("code")).payload() : rows.getLong("id"),
                rows.getInt("first_day"),
                end == null ? PackRow.OPEN : end,
                shape.get(),
                values(rows)));
    }

    private @Nullable Object[] values(ResultSet rows) throws SQLException {
        return switch (layer.id()) {
            case PackLayer.ADDRESSES ->
                new @Nullable Object[] {
                    rows.getString("kind"),
                    rows.getString("status"),
                    rows.getString("name"),
                    rows.getString("house_number"),
                    rows.getString("street"),
                    wards.get(rows.getLong("ward"))
                };
            case PackLayer.PLACES ->
                new @Nullable Object[] {
                    rows.getString("code"),
                    rows.getString("level"),
                    rows.getString("type_word"),
                    rows.getString("name"),
                    rows.getString("full_name")
                };
            default -> attributes(rows);
        };
    }

    private @Nullable Object[] attributes(ResultSet rows) throws SQLException {
        JsonNode json = JSON.readTree(rows.getString("attributes"));
        List<String> columns = layer.columns();
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length - 1; i++) {
            values[i] = value(json.get(columns.get(i)));
        }
        values[values.length - 1] = rows.getString("plan");
        return values;
    }

    private static @Nullable Object value(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() && node.canConvertToLong()
                    ? (Object) node.longValue()
                    : (Object) node.doubleValue();
        }
        return node.isString() ? node.stringValue() : node.toString();
    }
}
