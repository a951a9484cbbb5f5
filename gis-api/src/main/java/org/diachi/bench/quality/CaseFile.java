package org.diachi.bench.quality;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diachi.bench.BenchException;

/** Reads cases from files: our own CSV, that of geocoder-tester, and the JSON of Pelias. Writes our own. */
public final class CaseFile {

    private static final String SEPARATOR = " | ";

    private CaseFile() {}

    /**
     * Reads a file by its form.
     *
     * @throws BenchException if it has none of the known forms
     */
    public static List<Case> read(Path file) throws IOException {
        if (file.toString().endsWith(".json")) {
            return PeliasFile.read(file);
        }
        String header = Files.readAllLines(file).get(0);
        return header.startsWith("family,") ? readOwn(file) : GeocoderTesterFile.read(file, header);
    }

    private static List<Case> readOwn(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String answers = row.getField("answers");
                cases.add(new Case(
                        row.getField("family"),
                        row.getField("query"),
                        Case.Expected.valueOf(row.getField("expected").toUpperCase(Locale.ROOT)),
                        answers.isEmpty() ? List.of() : List.of(answers.split(" \\| ", -1)),
                        Map.of()));
            }
        } catch (IllegalArgumentException e) {
            throw new BenchException(file + " cannot be read: " + e.getMessage(), e);
        }
        return cases;
    }

    /** Writes cases that name their answers. */
    public static void write(List<Case> cases, Path file) throws IOException {
        try (CsvWriter rows = CsvWriter.builder().build(file)) {
            rows.writeRecord("family", "query", "expected", "answers");
            for (Case one : cases) {
                rows.writeRecord(
                        one.family(),
                        one.query(),
                        one.expected().name().toLowerCase(Locale.ROOT),
                        String.join(SEPARATOR, one.answers()));
            }
        }
    }
}
