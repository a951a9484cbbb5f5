package org.diachi.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** A table of a profile: CSV in UTF-8 with commas and a header. Every fault names the file, the row and the column. */
final class CsvTable {

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .enable(CsvReadFeature.FAIL_ON_MISSING_COLUMNS)
            .build();

    private final Path file;

    CsvTable(Path file) {
        this.file = file;
    }

    /** One row; its number counts the header as 1. */
    final class Row {
        private final int number;
        private final Map<String, String> cells;

        private Row(int number, Map<String, String> cells) {
            this.number = number;
            this.cells = cells;
        }

        /** The cell without blanks around it; empty if the column has no value here. */
        String text(String column) {
            return cells.getOrDefault(column, "").strip();
        }

        /** The cell, which must not be empty. */
        String requireText(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                throw wrong(column, "the cell is empty", "Fill it");
            }
            return text;
        }

        Set<String> columns() {
            return cells.keySet();
        }

        CityProfileException wrong(String column, String problem, String remedy) {
            return new CityProfileException(file, "row " + number + ", column " + column, problem, remedy);
        }
    }

    /** All rows. Columns that are missing or that the predicate does not know are faults. */
    List<Row> read(List<String> required, Predicate<String> isKnown) {
        try (MappingIterator<Map<String, String>> lines = MAPPER.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(Files.readString(file))) {
            List<Row> rows = new ArrayList<>();
            while (lines.hasNext()) {
                rows.add(new Row(rows.size() + 2, lines.next()));
            }
            if (rows.isEmpty()) {
                throw new CityProfileException(file, "the table", "has no rows", "Add them or remove its key");
            }
            checkHeader(rows.get(0), required, isKnown);
            return rows;
        } catch (IOException e) {
            throw new CityProfileException(
                    file, "the file", "cannot be read (" + e + ")", "Add it or mend its name in city.yaml");
        } catch (JacksonException e) {
            throw new CityProfileException(
                    file, "line " + e.getLocation().getLineNr(), e.getOriginalMessage(), "Mend the line");
        }
    }

    private void checkHeader(Row first, List<String> required, Predicate<String> isKnown) {
        TreeSet<String> missing = new TreeSet<>(required);
        missing.removeAll(first.cells.keySet());
        if (!missing.isEmpty()) {
            throw new CityProfileException(file, "the header", "lacks " + missing, "Add the columns");
        }
        for (String column : first.cells.keySet()) {
            if (!isKnown.test(column)) {
                throw new CityProfileException(
                        file, "the header", "column '" + column + "' is not known", "Known are " + required);
            }
        }
    }
}
