package org.diachi.city;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a code list: {@code code}, {@code colour}, {@code in_force} and one column {@code name_xx} per language. */
final class CodeListTable {

    private static final List<String> COLUMNS = List.of("code", "colour", "in_force");
    private static final String NAME_PREFIX = "name_";

    private final CsvTable table;

    CodeListTable(Path file) {
        table = new CsvTable(file);
    }

    CodeList read(String scheme) {
        List<CsvTable.Row> rows =
                table.read(COLUMNS, column -> COLUMNS.contains(column) || column.startsWith(NAME_PREFIX));
        Set<String> codes = new HashSet<>();
        List<CodeList.Entry> entries = new ArrayList<>();
        for (CsvTable.Row row : rows) {
            String code = row.requireText("code");
            if (!codes.add(code)) {
                throw row.wrong("code", "'" + code + "' stands twice", "Keep one row");
            }
            entries.add(new CodeList.Entry(code, names(row), colour(row), inForce(row)));
        }
        return new CodeList(scheme, entries);
    }

    private static Map<String, String> names(CsvTable.Row row) {
        Map<String, String> names = new TreeMap<>();
        for (String column : row.columns()) {
            if (column.startsWith(NAME_PREFIX)) {
                names.put(column.substring(NAME_PREFIX.length()), row.requireText(column));
            }
        }
        return names;
    }

    private static @Nullable String colour(CsvTable.Row row) {
        String text = row.text("colour");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("#[0-9A-Fa-f]{6}")) {
            throw row.wrong("colour", "'" + text + "' is no colour", "Write it as #RRGGBB, or nothing");
        }
        return text;
    }

    private static boolean inForce(CsvTable.Row row) {
        return switch (row.text("in_force")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw row.wrong("in_force", "'" + row.text("in_force") + "' is unclear", "Write yes or no");
        };
    }
}
