package org.diachi.city;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a code map: {@code from}, {@code to}, {@code loss} (yes or no) and {@code note}. */
final class CodeMapTable {

    private static final List<String> COLUMNS = List.of("from", "to", "loss", "note");

    private final CsvTable table;

    CodeMapTable(Path file) {
        table = new CsvTable(file);
    }

    CodeMap read(String from, String to) {
        Set<List<String>> pairs = new HashSet<>();
        List<CodeMap.Entry> entries = new ArrayList<>();
        for (CsvTable.Row row : table.read(COLUMNS, COLUMNS::contains)) {
            String code = row.requireText("from");
            String becomes = row.requireText("to");
            if (!pairs.add(List.of(code, becomes))) {
                throw row.wrong("to", "'" + code + "' becomes '" + becomes + "' twice", "Keep one row");
            }
            String note = row.text("note");
            boolean isLossy = isLossy(row);
            if (isLossy && note.isEmpty()) {
                throw row.wrong("note", "a loss is not explained", "Say what is lost");
            }
            entries.add(new CodeMap.Entry(code, becomes, isLossy, note.isEmpty() ? null : note));
        }
        return new CodeMap(from, to, entries);
    }

    private static boolean isLossy(CsvTable.Row row) {
        return switch (row.text("loss")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw row.wrong("loss", "'" + row.text("loss") + "' is unclear", "Write yes or no");
        };
    }
}
