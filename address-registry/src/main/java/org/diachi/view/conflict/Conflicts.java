package org.diachi.view.conflict;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.diachi.city.ConflictRule;
import org.diachi.db.Geometries;
import org.diachi.value.Period;
import org.diachi.view.Coverage;
import org.diachi.view.Subject;
import org.diachi.view.TableView;
import tools.jackson.databind.json.JsonMapper;

/** The conflicts of the whole city, by the rules of its profile. */
public final class Conflicts extends TableView {

    /** Address objects that are named of one conflict. */
    private static final int ADDRESSES_NAMED = 100;

    private static final JsonMapper JSON = new JsonMapper();

    private final List<ConflictRule> rules;
    private final Geometries geometries;

    /**
     * The conflicts of one registry.
     *
     * @param storageSrid the EPSG code of the storage CRS
     */
    public Conflicts(DataSource dataSource, List<ConflictRule> rules, int storageSrid) {
        super(dataSource, Map.of("rules", JSON.writeValueAsString(rules)));
        this.rules = List.copyOf(rules);
        this.geometries = new Geometries(storageSrid);
    }

    @Override
    public String name() {
        return "conflicts";
    }

    @Override
    public Coverage coverage() {
        return Coverage.ofStates(Subject.BUILDING, Subject.BUSINESS, Subject.PUBLIC_SPACE, Subject.FEATURE)
                .ignoring("the ward of a conflict is looked up when it is asked for", Subject.PLACE);
    }

    /** The rules, in the order of the profile. */
    public List<ConflictRule> rules() {
        return rules;
    }

    /**
     * Conflicts at the view's position, in the order of their ids. Of layers that are not open nothing is told.
     *
     * @param limit the most that are wanted
     */
    public List<Conflict> list(ConflictQuery query, int limit) {
        String sql = """
                SELECT c.*, ST_AsBinary(c.shape) AS wkb, ward.code AS ward, concerned.codes, concerned.number
                  FROM view.conflict c
                  LEFT JOIN LATERAL (
                       SELECT p.code FROM registry.place_version p
                        WHERE p.level = 'ward' AND p.ended IS NULL
                          AND p.valid_from <= :day AND (p.valid_to IS NULL OR p.valid_to > :day)
                          AND (p.shape && c.inside AND ST_Intersects(p.shape, c.inside)
                               OR p.place = (SELECT a.ward FROM registry.address_version a
                                              WHERE a.code = c.left_object AND a.ended IS NULL
                                                AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to > :day)))
                        ORDER BY p.shape IS NULL, p.code LIMIT 1) ward ON true
                 CROSS JOIN LATERAL (
                       SELECT coalesce((array_agg(a.code ORDER BY a.code))[1 : :named], '{}') AS codes,
                              count(*) AS number
                         FROM registry.address_version a
                        WHERE a.shape && c.shape AND a.ended IS NULL AND a.status IN ('proposed', 'current')
                          AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to > :day)
                          AND (ST_Intersects(a.position, c.shape)
                               OR a.code IN (c.left_object, c.right_object)
                               OR ST_Dimension(a.shape) = 2 AND ST_Relate(a.shape, c.shape, '2********'))) concerned
                 WHERE c.id > :after AND c.valid_from <= :day AND (c.valid_to IS NULL OR c.valid_to > :day)
                   AND c.rule = ANY (:rules)
                   AND (CAST(:ward AS text) IS NULL OR ward.code = :ward)
                   AND NOT EXISTS (SELECT FROM registry.layer l
                                    WHERE l.collection IN (c.left_collection, c.right_collection) AND l.access <> 'open')
                 ORDER BY c.id LIMIT :limit
                """;
        return jdbc().sql(sql)
                .param("day", query.day())
                .param("named", ADDRESSES_NAMED)
                .param("after", query.after())
                .param("rules", wanted(query))
                .param("ward", query.ward())
                .param("limit", limit)
                .query((row, number) -> conflict(row))
                .list();
    }

    private String[] wanted(ConflictQuery query) {
        return rules.stream()
                .filter(rule -> query.rule() == null || rule.id().equals(query.rule()))
                .filter(rule -> query.severity() == null || rule.severity().equals(query.severity()))
                .map(ConflictRule::id)
                .toArray(String[]::new);
    }

    private Conflict conflict(ResultSet row) throws SQLException {
        Array codes = row.getArray("codes");
        return new Conflict(
                row.getLong("id"),
                text(row, "rule"),
                new Conflict.Party(
                        text(row, "left_collection"), text(row, "left_object"), row.getString("left_source")),
                new Conflict.Party(
                        text(row, "right_collection"), text(row, "right_object"), row.getString("right_source")),
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getDouble("area"),
                Objects.requireNonNull(geometries.read(row, "wkb")),
                row.getString("ward"),
                row.getLong("found"),
                List.of((String[]) codes.getArray()),
                row.getLong("number"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
