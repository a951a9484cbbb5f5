package org.diachi.bench.quality;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the CSV of geocoder-tester: a query and columns {@code expected_…}. */
final class GeocoderTesterFile {

    private static final String PREFIX = "expected_";

    private GeocoderTesterFile() {}

    static List<Case> read(Path file, String header) throws IOException {
        char separator = header.indexOf(';') >= 0 ? ';' : ',';
        String family = String.valueOf(file.getFileName()).replaceFirst("\\.csv$", "");
        List<Case> cases = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                Map<String, String> properties = new LinkedHashMap<>();
                row.getFieldsAsMap().forEach((column, value) -> {
                    if (column.startsWith(PREFIX) && !value.isBlank() && !column.endsWith("coordinate")) {
                        properties.put(column.substring(PREFIX.length()), value.strip());
                    }
                });
                String query = row.findField("query").orElse("").strip();
                if (!query.isEmpty() && !properties.isEmpty()) {
                    cases.add(new Case(family, query, Case.Expected.FIRST, List.of(), properties));
                }
            }
        }
        return cases;
    }
}
