package org.diachi.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.diachi.city.CityProfile;
import org.diachi.mapping.Mapping;
import org.diachi.registry.Registry;
import org.diachi.run.ImportJob;
import org.diachi.run.ImportOptions;
import org.diachi.run.ImportResult;
import org.diachi.run.RunListener;

/**
 * The sample data of a city profile: made from {@code sample/city.yaml}, imported by {@code sample/mappings}, a small
 * piece kept in {@code sample/files}.
 */
public final class SampleData {

    /** Files and their mappings, in the order in which each finds what it refers to. */
    private static final List<Step> STEPS = List.of(
            new Step("wards.geojson", "wards"),
            new Step("buildings.gpkg", "buildings"),
            new Step("businesses.csv", "businesses"),
            new Step("public-spaces.geojsonl", "public-spaces"),
            new Step("zones.fgb", "zones"),
            new Step("green-spaces.gpkg", "green-spaces"),
            new Step("drainage.gpkg", "drainage-nodes"),
            new Step("drainage.gpkg", "drainage-links"),
            new Step("heritage-belts.geojson", "heritage-belts"),
            new Step("flood-lines.geojson", "flood-lines"),
            new Step("building-sites.geojson", "building-sites"));

    private final Path folder;

    private record Step(String file, String mapping) {}

    private SampleData(Path folder) {
        this.folder = folder;
    }

    /** The sample data of the profile in a folder. */
    public static SampleData of(Path profileFolder) {
        return new SampleData(profileFolder.resolve("sample"));
    }

    /** Where the small piece is that every checkout has. */
    public Path smallFiles() {
        return folder.resolve("files");
    }

    /** Where the mappings of the files are, named after what they hold. */
    public Path mappings() {
        return folder.resolve("mappings");
    }

    /**
     * Makes the files of the sample city.
     *
     * @param scale 1 is about 300,000 buildings
     * @param seed the same seed gives the same bytes
     * @param progress told from 0 to 1
     * @throws IOException if the files cannot be written
     */
    public void write(CityProfile profile, double scale, long seed, Path to, DoubleConsumer progress)
            throws IOException {
        SampleFiles.write(SampleAreaFile.read(folder.resolve("city.yaml"), profile), scale, seed, to, progress);
    }

    /**
     * Imports the files of the sample city.
     *
     * @param from where they are
     * @return what became of each, up to the one that was cancelled
     */
    public List<ImportResult> load(
            Registry registry, Path from, ImportOptions options, RunListener listener, BooleanSupplier isCancelled) {
        ImportJob job = new ImportJob(registry);
        List<ImportResult> results = new ArrayList<>();
        for (Step step : STEPS) {
            Mapping mapping = Mapping.read(mappings().resolve(step.mapping() + ".yaml"));
            ImportResult result = job.run(from.resolve(step.file()), mapping, from, options, listener, isCancelled);
            results.add(result);
            if (result.isCancelled()) {
                break;
            }
        }
        return results;
    }
}
