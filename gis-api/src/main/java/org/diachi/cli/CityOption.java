package org.diachi.cli;

import java.nio.file.Path;
import java.util.Map;
import org.diachi.city.CityProfile;
import org.diachi.db.Database;
import org.diachi.registry.Registry;
import picocli.CommandLine.Option;

/** Which city a command works for, and how its register is opened. */
final class CityOption {

    @Option(
            names = "--city",
            paramLabel = "CITY",
            defaultValue = "${env:DIACHI_CITY:-hue}",
            description = "The city: a folder of the data folder. Default: ${DEFAULT-VALUE}")
    private String city = "hue";

    /** The folder of the city's profile, below {@code DIACHI_DATA} or {@code data}. */
    Path folder() {
        String data = System.getenv().getOrDefault("DIACHI_DATA", "data");
        return Path.of(data).resolve(city);
    }

    CityProfile profile() {
        return CityProfile.read(folder());
    }

    /** Opens the city's register in the database of the environment, starting the private cluster if need be. */
    Registry openRegistry() {
        Map<String, String> environment = System.getenv();
        return Registry.open(Database.open(environment), profile(), environment);
    }
}
