package org.diachi.place;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.diachi.change.Act;
import org.diachi.change.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The tables of places in the transaction of a reform. */
final class ReformRows {

    private final Ledger ledger;
    private final LocalDate day;
    private final JdbcClient jdbc;

    ReformRows(Ledger ledger) {
        Connection connection = ledger.connection();
        this.ledger = ledger;
        this.day = ledger.context().effective();
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** A unit of the register and the last of its versions. */
    record Unit(long id, String key, int version) {}

    /** The units of a code that are in force on the eve of the reform. */
    List<Unit> listBefore(String level, String code) {
        return list(level, code, "v.valid_from < ? AND (v.valid_to IS NULL OR v.valid_to >= ?)");
    }

    /** The units of a code that are in force on the day of the reform. */
    List<Unit> listAfter(String level, String code) {
        return list(level, code, "v.valid_from <= ? AND (v.valid_to IS NULL OR v.valid_to > ?)");
    }

    private List<Unit> list(String level, String code, String inForce) {
        String sql = """
                SELECT DISTINCT p.id, p.source_key,
                       (SELECT max(version) FROM registry.place_version WHERE place = p.id) AS version
                  FROM registry.place_version v JOIN registry.place p ON p.id = v.place
                 WHERE v.ended IS NULL AND v.level = ? AND v.code = ? AND %s
                """;
        return jdbc.sql(sql.formatted(inForce))
                .params(level, code, day, day)
                .query((row, number) -> new Unit(row.getLong("id"), row.getString("source_key"), row.getInt("version")))
                .list();
    }

    /** Ends a unit on the day of the reform, if it would go on. */
    void end(Unit unit) {
        String goesOn = """
                SELECT EXISTS (SELECT FROM registry.place_version
                                WHERE place = ? AND ended IS NULL AND (valid_to IS NULL OR valid_to > ?))
                """;
        if (jdbc.sql(goesOn).params(unit.id(), day).query(Boolean.class).single()) {
            end(unit, ledger.append(Act.REFORM, PlaceRegister.KIND, unit.key(), unit.version() + 1));
        }
    }

    private void end(Unit unit, long seq) {
        String end = """
                UPDATE registry.place_version SET ended = ?
                 WHERE place = ? AND ended IS NULL AND (valid_to IS NULL OR valid_to > ?)
                """;
        jdbc.sql(end).params(seq, unit.id(), day).update();
        String add = """
                INSERT INTO registry.place_version (place, version, valid_from, valid_to, added, code, level, type_word,
                                                    name, full_name, name_key, fold_key, parent, population, shape)
                SELECT place, ?, valid_from, ?, ended, code, level, type_word, name, full_name, name_key, fold_key,
                       parent, population, shape
                  FROM registry.place_version WHERE place = ? AND ended = ? AND valid_from < ?
                """;
        jdbc.sql(add).params(unit.version() + 1, day, unit.id(), seq, day).update();
    }

    /** Links a unit to its successor; does nothing if the link is there. */
    void link(Unit from, Unit to, boolean isSplit) {
        String isLinked = """
                SELECT EXISTS (SELECT FROM registry.place_succession
                                WHERE predecessor = ? AND successor = ? AND effective = ? AND ended IS NULL)
                """;
        if (jdbc.sql(isLinked)
                .params(from.id(), to.id(), day)
                .query(Boolean.class)
                .single()) {
            return;
        }
        String add = """
                INSERT INTO registry.place_succession (predecessor, successor, kind, effective, added)
                VALUES (?, ?, ?, ?, ?)
                """;
        jdbc.sql(add)
                .params(from.id(), to.id(), isSplit ? "split" : "reform", day, ledger.seq())
                .update();
    }
}
