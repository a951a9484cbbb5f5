package org.diachi.city;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/** Reads the table of administrative units. */
final class PlaceTable {

    private static final List<String> COLUMNS = List.of(
            "id",
            "code",
            "level",
            "type",
            "name",
            "full_name",
            "valid_from",
            "valid_to",
            "parents",
            "successors",
            "population");

    private static final Set<String> LEVELS = Set.of("province", "district", "ward");

    private final CsvTable table;

    PlaceTable(Path file) {
        table = new CsvTable(file);
    }

    List<PlaceEntry> read() {
        List<CsvTable.Row> rows = table.read(COLUMNS, COLUMNS::contains);
        Set<String> ids = new HashSet<>();
        for (CsvTable.Row row : rows) {
            if (!ids.add(row.requireText("id"))) {
                throw row.wrong("id", "'" + row.text("id") + "' stands twice", "Give each unit its own");
            }
        }
        List<PlaceEntry> places = new ArrayList<>();
        for (CsvTable.Row row : rows) {
            places.add(place(row, ids));
        }
        return places;
    }

    private static PlaceEntry place(CsvTable.Row row, Set<String> ids) {
        String level = row.requireText("level");
        if (!LEVELS.contains(level)) {
            throw row.wrong("level", "'" + level + "' is not known", "Write province, district or ward");
        }
        return new PlaceEntry(
                row.requireText("id"),
                row.requireText("code"),
                level,
                row.requireText("type"),
                row.requireText("name"),
                row.requireText("full_name"),
                period(row),
                references(row, "parents", ids),
                references(row, "successors", ids),
                population(row));
    }

    private static Period period(CsvTable.Row row) {
        LocalDate from = date(row, "valid_from");
        try {
            return new Period(from == null ? Period.BEGINNING : from, date(row, "valid_to"));
        } catch (IllegalArgumentException e) {
            throw row.wrong("valid_to", String.valueOf(e.getMessage()), "Give a later day, or none");
        }
    }

    private static @Nullable LocalDate date(CsvTable.Row row, String column) {
        String text = row.text(column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw row.wrong(column, "'" + text + "' is no day", "Write it as 2025-07-01");
        }
    }

    private static List<String> references(CsvTable.Row row, String column, Set<String> ids) {
        String text = row.text(column);
        List<String> references = text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
        for (String reference : references) {
            if (!ids.contains(reference)) {
                throw row.wrong(column, "no unit has the id '" + reference + "'", "Separate ids by one blank");
            }
        }
        return references;
    }

    private static @Nullable Integer population(CsvTable.Row row) {
        String text = row.text("population");
        try {
            return text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw row.wrong("population", "'" + text + "' is no whole number", "Write digits only");
        }
    }
}
