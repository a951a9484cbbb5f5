package org.diachi.bench.imports;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diachi.bench.BenchException;
import org.diachi.bench.Program;
import org.diachi.bench.ScratchDatabase;
import org.diachi.db.DatabaseAddress;

/**
 * The baseline: {@code ogr2ogr} copies a table of a GeoPackage into PostGIS as it is, with a spatial index.
 *
 * @param program the executable
 */
record GdalCopy(Path program) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final String TABLE = "copied_buildings";

    /**
     * Finds the program.
     *
     * @throws BenchException if it is not installed
     */
    static GdalCopy get() {
        return new GdalCopy(Program.find("ogr2ogr")
                .orElseThrow(() -> new BenchException("ogr2ogr, the baseline, is missing. Install it with:"
                        + " apt-get install -y --no-install-recommends gdal-bin")));
    }

    String version() {
        return Program.run(List.of(program.toString(), "--version"), Map.of());
    }

    /** Copies the buildings; the clock includes the start of the program, which takes no more than a blink. */
    ImportRate run(BenchCity city, ScratchDatabase scratch) {
        DatabaseAddress address = scratch.address();
        Map<String, String> variables = new HashMap<>(Map.of("PG_USE_COPY", "YES"));
        if (!address.user().isEmpty()) {
            variables.put("PGUSER", address.user());
        }
        if (!address.password().isEmpty()) {
            variables.put("PGPASSWORD", address.password());
        }
        long began = System.nanoTime();
        Program.run(command(city.buildings(), address), variables);
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        long rows = scratch.count("public." + TABLE);
        return new ImportRate(rows, rows, seconds);
    }

    private List<String> command(Path file, DatabaseAddress address) {
        return List.of(
                program.toString(),
                "-f",
                "PostgreSQL",
                address.url().substring("jdbc:".length()),
                file.toString(),
                "buildings",
                "-nln",
                TABLE,
                "-lco",
                "SCHEMA=public",
                "-lco",
                "SPATIAL_INDEX=GIST");
    }
}
