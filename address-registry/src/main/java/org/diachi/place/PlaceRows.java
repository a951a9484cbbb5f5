package org.diachi.place;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diachi.city.AddressGrammar;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** The tables of places, within one transaction. Places are few: they are written row by row. */
final class PlaceRows {

    private final Connection connection;
    private final AddressGrammar grammar;
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);
    private final Map<String, Unit> fresh = new HashMap<>();

    PlaceRows(Connection connection, AddressGrammar grammar) {
        this.connection = connection;
        this.grammar = grammar;
    }

    /** A unit that the register knows, with the last of its versions. */
    record Stored(long id, String key, int version) {}

    /** A unit that others refer to, and the day on which it ends. */
    private record Unit(long id, @Nullable LocalDate to) {}

    Optional<Stored> find(PlaceRow place) throws SQLException {
        String sql = """
                SELECT p.id, p.source_key, max(v.version) AS version, bool_or(p.source_key = ?) AS has_key
                  FROM registry.place p JOIN registry.place_version v ON v.place = p.id
                 WHERE v.ended IS NULL
                   AND (p.source_key = ?
                        OR (v.code = ? AND v.level = ? AND v.name_key = ?
                            AND daterange(v.valid_from, v.valid_to) && daterange(?, ?)))
                 GROUP BY p.id ORDER BY has_key DESC, p.id LIMIT 1
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, place.key());
            statement.setString(2, place.key());
            statement.setString(3, place.code());
            statement.setString(4, place.level());
            statement.setString(5, grammar.placeKey(place.fullName()));
            statement.setObject(6, place.period().from());
            statement.setObject(7, place.period().to());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Stored(row.getLong("id"), row.getString("source_key"), row.getInt("version")))
                        : Optional.empty();
            }
        }
    }

    /** Whether the register knows all that the source tells. What a source does not tell is not compared. */
    boolean isSame(Stored stored, PlaceRow place) throws SQLException {
        String sql = """
                SELECT bool_and((?::int IS NULL OR population IS NOT DISTINCT FROM ?::int)
                            AND (?::bytea IS NULL OR (shape IS NOT NULL AND ST_AsEWKB(shape, 'XDR') = ?::bytea)))
                  FROM registry.place_version WHERE place = ? AND ended IS NULL
                """;
        byte[] shape = place.shape() == null ? null : wkb.write(place.shape());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, place.population());
            statement.setObject(2, place.population());
            statement.setBytes(3, shape);
            statement.setBytes(4, shape);
            statement.setLong(5, stored.id());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Gives a new unit its id, so that others can refer to it. */
    void identify(PlaceRow place) throws SQLException {
        String sql = "INSERT INTO registry.place (source_key) VALUES (?) RETURNING id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, place.key());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                fresh.put(place.key(), new Unit(row.getLong(1), place.period().to()));
            }
        }
    }

    /** Writes a new unit: one row for each parent that it has had. */
    void add(PlaceRow place, long seq) throws SQLException {
        String sql = """
                INSERT INTO registry.place_version (place, version, valid_from, valid_to, added, code, level, type_word,
                                                    name, full_name, name_key, fold_key, parent, population, shape)
                VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bytea::geometry)
                """;
        for (State state : states(place)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(
                        1, Objects.requireNonNull(fresh.get(place.key())).id());
                statement.setObject(2, state.valid().from());
                statement.setObject(3, state.valid().to());
                statement.setLong(4, seq);
                statement.setString(5, place.code());
                statement.setString(6, place.level());
                statement.setString(7, place.type());
                statement.setString(8, place.name());
                statement.setString(9, place.fullName());
                statement.setString(10, grammar.placeKey(place.fullName()));
                statement.setString(11, grammar.foldKey(place.name()));
                statement.setObject(12, state.parent());
                statement.setObject(13, place.population());
                statement.setBytes(14, place.shape() == null ? null : wkb.write(place.shape()));
                statement.executeUpdate();
            }
        }
    }

    private record State(Period valid, @Nullable Long parent) {}

    /** The periods of a unit by the parent that was in force; parents are told oldest first. */
    private List<State> states(PlaceRow place) throws SQLException {
        List<State> states = new ArrayList<>();
        LocalDate from = place.period().from();
        LocalDate end = place.period().to();
        for (String key : place.parents()) {
            Unit parent = parent(key);
            LocalDate to = parent.to() == null || (end != null && end.isBefore(parent.to())) ? end : parent.to();
            if (to == null || from.isBefore(to)) {
                states.add(new State(new Period(from, to), parent.id()));
                if (to == null) {
                    return states;
                }
                from = to;
            }
        }
        if (end == null || from.isBefore(end)) {
            states.add(new State(new Period(from, end), null));
        }
        return states;
    }

    private Unit parent(String key) throws SQLException {
        Unit unit = fresh.get(key);
        return unit != null ? unit : storedParent(key);
    }

    private Unit storedParent(String key) throws SQLException {
        String sql = """
                SELECT p.id, max(v.valid_to) AS valid_to, bool_or(v.valid_to IS NULL) AS is_open
                  FROM registry.place p JOIN registry.place_version v ON v.place = p.id AND v.ended IS NULL
                 WHERE p.source_key = ? GROUP BY p.id
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("There is no place with the key " + key);
                }
                LocalDate to = row.getBoolean("is_open") ? null : row.getObject("valid_to", LocalDate.class);
                return new Unit(row.getLong("id"), to);
            }
        }
    }

    /** The source knows more of a unit: the register knew too little all the time. */
    void complete(Stored stored, PlaceRow place, long seq) throws SQLException {
        String end = "UPDATE registry.place_version SET ended = ? WHERE place = ? AND ended IS NULL";
        try (PreparedStatement statement = connection.prepareStatement(end)) {
            statement.setLong(1, seq);
            statement.setLong(2, stored.id());
            statement.executeUpdate();
        }
        String add = """
                INSERT INTO registry.place_version (place, version, valid_from, valid_to, added, code, level, type_word,
                                                    name, full_name, name_key, fold_key, parent, population, shape)
                SELECT place, ?, valid_from, valid_to, ?, code, level, type_word, name, full_name, name_key, fold_key,
                       parent, coalesce(?::int, population), coalesce(?::bytea::geometry, shape)
                  FROM registry.place_version WHERE place = ? AND ended = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(add)) {
            statement.setInt(1, stored.version() + 1);
            statement.setLong(2, seq);
            statement.setObject(3, place.population());
            statement.setBytes(4, place.shape() == null ? null : wkb.write(place.shape()));
            statement.setLong(5, stored.id());
            statement.setLong(6, seq);
            statement.executeUpdate();
        }
    }

    /** Links a unit to the one with that code that is in force when it ends; does nothing if the link is there. */
    void succeed(PlaceRow place, String successorCode, long seq) throws SQLException {
        String sql = """
                INSERT INTO registry.place_succession (predecessor, successor, kind, effective, added)
                SELECT ?, s.place, 'reform', ?, ?
                  FROM registry.place_version s JOIN registry.place p ON p.id = s.place
                 WHERE s.ended IS NULL AND s.place <> ? AND (s.code = ? OR p.source_key = ?) AND s.level = ?
                   AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to > ?)
                   AND NOT EXISTS (SELECT FROM registry.place_succession l
                                    WHERE l.predecessor = ? AND l.successor = s.place AND l.ended IS NULL)
                """;
        Stored stored = find(place).orElseThrow();
        LocalDate day = Objects.requireNonNull(place.period().to());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, stored.id());
            statement.setObject(2, day);
            statement.setLong(3, seq);
            statement.setLong(4, stored.id());
            statement.setString(5, successorCode);
            statement.setString(6, successorCode);
            statement.setString(7, place.level());
            statement.setObject(8, day);
            statement.setObject(9, day);
            statement.setLong(10, stored.id());
            statement.executeUpdate();
        }
    }
}
