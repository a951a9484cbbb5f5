package org.diachi.drainage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.diachi.city.CityProfileException;
import org.diachi.drainage.check.Rule;
import org.diachi.drainage.network.NetworkRules;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What is particular to a city's network: {@code drainage.yaml} in the folder of its profile, all of which may be left out.
 *
 * @param rules how features become a network
 * @param catchments the layer of catchments, whose attribute {@code nodeId} tells where they drain to
 * @param addressMetres how far from a link the addresses are that it serves
 * @param tolerated severe rules of the checks whose findings keep no import out here
 */
public record DrainageSettings(NetworkRules rules, String catchments, double addressMetres, Set<Rule> tolerated) {

    /** The file in the folder of a profile. */
    public static final String FILE = "drainage.yaml";

    /** For cities that tell nothing else. */
    public static final DrainageSettings USUAL =
            new DrainageSettings(NetworkRules.BY_IDS, "drainage-catchments", 50, Set.of());

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public DrainageSettings {
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(catchments, "catchments");
        tolerated = Set.copyOf(tolerated);
    }

    /** The file as it is written. */
    private record Content(
            @Nullable Double toleranceMetres,
            @Nullable Double endToleranceMetres,
            @Nullable Set<String> outfallTypes,
            @Nullable String catchments,
            @Nullable Double addressMetres,
            @Nullable Set<String> tolerated) {}

    /**
     * Reads the settings of a city.
     *
     * @throws CityProfileException if a key is unknown or a value does not fit
     */
    public static DrainageSettings read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return USUAL;
        }
        try {
            return of(YAML.readValue(Files.readString(file), Content.class), file);
        } catch (JacksonException e) {
            throw new CityProfileException(file, "the file", e.getOriginalMessage(), "Mend it");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static DrainageSettings of(Content told, Path file) {
        NetworkRules usual = USUAL.rules;
        return new DrainageSettings(
                new NetworkRules(
                        Objects.requireNonNullElse(told.toleranceMetres, usual.toleranceMetres()),
                        Objects.requireNonNullElse(told.endToleranceMetres, usual.endToleranceMetres()),
                        Objects.requireNonNullElse(told.outfallTypes, usual.outfallTypes())),
                Objects.requireNonNullElse(told.catchments, USUAL.catchments),
                Objects.requireNonNullElse(told.addressMetres, USUAL.addressMetres),
                told.tolerated == null
                        ? Set.of()
                        : told.tolerated.stream()
                                .map(label -> rule(label, file))
                                .collect(Collectors.toSet()));
    }

    private static Rule rule(String label, Path file) {
        return Rule.find(label)
                .orElseThrow(() -> new CityProfileException(
                        file, "tolerated", "there is no rule \"" + label + "\"", "Name one such as duplicate-node"));
    }
}
