package org.diachi.bench.imports;

import java.nio.file.Path;
import org.diachi.issue.ImportReport;
import org.diachi.mapping.Mapping;
import org.diachi.registry.Registry;
import org.diachi.run.ImportJob;
import org.diachi.run.ImportOptions;
import org.diachi.run.ImportResult;
import org.diachi.run.RunListener;
import org.diachi.sample.SampleData;

/** The part of the measurement that runs in a process of its own: imports the wards, then, on the clock, the buildings. */
public final class MeasuredImport {

    private static final double NANOS_PER_SECOND = 1e9;

    private final ImportJob job;
    private final SampleData sample;
    private final RunListener listener;

    public MeasuredImport(Registry registry, SampleData sample, RunListener listener) {
        this.job = new ImportJob(registry);
        this.sample = sample;
        this.listener = listener;
    }

    /**
     * Imports the files of a sample city.
     *
     * @param folder where they are
     * @return what became of the buildings, from the check pass to the fresh statistics of the tables; without the start
     *     of the virtual machine and the founding of the register
     */
    public ImportRate run(Path folder) {
        run(folder, "wards.geojson", "wards.yaml");
        long began = System.nanoTime();
        ImportReport report = run(folder, "buildings.gpkg", "buildings.yaml").report();
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        return new ImportRate(report.read(), report.read() - report.refused(), seconds);
    }

    private ImportResult run(Path folder, String file, String mapping) {
        Mapping read = Mapping.read(sample.mappings().resolve(mapping));
        return job.run(folder.resolve(file), read, folder, new ImportOptions("bench", false), listener, () -> false);
    }
}
