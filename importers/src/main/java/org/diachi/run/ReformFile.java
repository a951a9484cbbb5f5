package org.diachi.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.place.PlaceRow;
import org.diachi.place.Reform;
import org.diachi.place.ReformRefusedException;
import org.diachi.source.ReadOptions;
import org.diachi.source.Row;
import org.diachi.source.Source;
import org.diachi.source.SourceFile;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/**
 * Reads the table of a reform: a row for each succession, with the columns {@code from} and {@code to} (codes). Where
 * {@code name} is filled in, the unit {@code to} begins with the reform; {@code type} is its type word and
 * {@code population} its inhabitants. Outlines may be imported before or afterwards.
 */
public final class ReformFile {

    private final LocalDate effective;
    private final String level;
    private final Map<String, PlaceRow> units = new LinkedHashMap<>();
    private final List<Reform.Step> steps = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private ReformFile(LocalDate effective, String level) {
        this.effective = effective;
        this.level = level;
    }

    /**
     * Reads a table.
     *
     * @param effective first day of the new order
     * @param level of all units, such as {@code ward}
     * @throws ReformRefusedException naming every row that lacks a code
     */
    public static Reform read(Path file, LocalDate effective, String level) {
        ReformFile reform = new ReformFile(effective, level);
        try (Source source = SourceFile.open(file, ReadOptions.DETECT)) {
            source.forEach(reform::add);
        }
        if (!reform.faults.isEmpty()) {
            throw new ReformRefusedException(reform.faults);
        }
        return new Reform(level, List.copyOf(reform.units.values()), reform.steps);
    }

    private void add(Row row) {
        String from = text(row, "from");
        String to = text(row, "to");
        if (from == null || to == null) {
            faults.add("Row " + row.number() + " lacks " + (from == null ? "from" : "to"));
            return;
        }
        steps.add(new Reform.Step(from, to));
        String name = text(row, "name");
        if (name != null) {
            units.putIfAbsent(to, unit(to, name, row));
        }
    }

    private PlaceRow unit(String code, String name, Row row) {
        String type = Objects.requireNonNullElse(text(row, "type"), "");
        return new PlaceRow(
                code + "-since-" + effective,
                code,
                level,
                type,
                name,
                (type + " " + name).strip(),
                Period.since(effective),
                List.of(),
                List.of(),
                population(row),
                null);
    }

    private static @Nullable Integer population(Row row) {
        Double number = text(row, "population") == null ? null : row.number("population");
        return number == null ? null : (int) Math.round(number);
    }

    /** Columns may be left out. */
    private static @Nullable String text(Row row, String column) {
        return row.schema().findIndex(column).isPresent() ? row.text(column) : null;
    }
}
