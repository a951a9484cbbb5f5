package org.diachi.bench.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.diachi.city.CityProfile;
import org.diachi.sample.SampleData;

/**
 * A sample city in files, kept from one measurement to the next.
 *
 * @param folder where the files are
 * @param scale 1 is about 300,000 buildings
 * @param seed of the sample city
 */
public record BenchCity(Path folder, double scale, long seed) {

    /** The file with the buildings. */
    public Path buildings() {
        return folder.resolve("buildings.gpkg");
    }

    /** Writes the files, unless those of the same city are there, whole. */
    public void ensure(CityProfile profile, SampleData sample, DoubleConsumer progress) throws IOException {
        Path note = folder.resolve("city.txt");
        String city = "%s, scale %s, seed %d".formatted(profile.id(), scale, seed);
        if (Files.exists(note) && Files.readString(note).equals(city)) {
            return;
        }
        Files.createDirectories(folder);
        Files.deleteIfExists(note);
        sample.write(profile, scale, seed, folder, progress);
        Files.writeString(note, city);
    }
}
