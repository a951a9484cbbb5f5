package org.diachi.ogc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diachi.db.SqlPart;
import org.diachi.filter.Column;
import org.diachi.filter.FilterException;
import org.diachi.filter.ParsedFilter;
import org.diachi.filter.SortKey;
import org.diachi.filter.cql.FilterLanguage;
import org.diachi.filter.sql.FilterSql;
import org.diachi.http.AreaParameters;
import org.diachi.http.CrsParameters;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.value.Crs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads filters (OGC API Features, part 3), values of queryables, and orders. */
@Component
class Wishes {

    private static final int MOST_KEYS = 10;

    private final AreaParameters areas;
    private final CrsParameters systems;

    Wishes(AreaParameters areas, CrsParameters systems) {
        this.areas = areas;
        this.systems = systems;
    }

    /**
     * What the caller wrote.
     *
     * @param values of queryables, as they were written
     */
    record Request(
            @Nullable String filter,
            @Nullable String language,
            @Nullable String crs,
            @Nullable String sortby,
            Map<String, String> values) {}

    /**
     * The wish.
     *
     * @param columns what may be asked for
     * @throws ProblemException if it cannot be read
     */
    Wish read(Request request, Map<String, Column> columns) {
        List<SqlPart> conditions = new ArrayList<>();
        Set<String> properties = new HashSet<>(request.values().keySet());
        FilterLanguage language = language(request.language());
        Crs crs = systems.read("filter-crs", request.crs());
        if (request.filter() != null) {
            try {
                ParsedFilter parsed = language.parse(request.filter());
                FilterSql sql = new FilterSql(
                        columns,
                        geometry -> areas.toStorage(geometry, crs),
                        systems.storage().metresPerUnit());
                conditions.add(sql.of(parsed));
                properties.addAll(parsed.properties());
            } catch (FilterException e) {
                throw ProblemException.badValue("filter", "The filter is wrong at " + e.place() + ": " + e.why() + ".");
            }
        }
        request.values().forEach((name, text) -> conditions.add(QueryableValue.equal(columns.get(name), text)));
        SqlPart condition = conditions.isEmpty() ? null : SqlPart.joined(" AND ", conditions);
        return new Wish(condition, properties, order(request.sortby(), columns));
    }

    private static FilterLanguage language(@Nullable String label) {
        if (label == null) {
            return FilterLanguage.CQL2_TEXT;
        }
        return FilterLanguage.find(label).orElseThrow(() -> {
            List<String> known = FilterLanguage.labels();
            String detail =
                    "The parameter \"filter-lang\" is \"" + label + "\". Give " + String.join(" or ", known) + ".";
            return new ProblemException(Problem.badValue("filter-lang", detail).withKnown(known));
        });
    }

    /** Names between commas, each with a sign before it; a plus that was not percent-encoded has become a space. */
    private static List<SortKey> order(@Nullable String sortby, Map<String, Column> columns) {
        List<SortKey> keys = new ArrayList<>();
        if (sortby == null) {
            return keys;
        }
        Set<String> seen = new HashSet<>();
        for (String part : sortby.split(",", -1)) {
            boolean isDescending = part.startsWith("-");
            String name = isDescending || part.startsWith("+") ? part.substring(1) : part.strip();
            Column column = columns.get(name);
            if (column == null || !column.isSortable()) {
                throw unsortable(name, columns);
            }
            if (!seen.add(name) || seen.size() > MOST_KEYS) {
                throw ProblemException.badValue(
                        "sortby", "In \"sortby\" each property stands once, and " + MOST_KEYS + " are the most.");
            }
            keys.add(new SortKey(column, isDescending));
        }
        return keys;
    }

    private static ProblemException unsortable(String name, Map<String, Column> columns) {
        List<String> known = columns.values().stream()
                .filter(Column::isSortable)
                .map(Column::name)
                .toList();
        String detail = "Nothing can be sorted by \"" + name + "\". Known are " + String.join(", ", known) + ".";
        return new ProblemException(Problem.badValue("sortby", detail).withKnown(known));
    }
}
