package org.diachi.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads and checks {@link LandUseRules}; every fault names the file and the key. */
final class LandUseRulesReader {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;

    LandUseRulesReader(Path file) {
        this.file = file;
    }

    /** The content of the file as it stands there; the components are its keys. */
    private record Content(
            @Nullable Coverage coverage, @Nullable List<Conflict> conflicts) {}

    private record Conflict(
            @Nullable String id,
            @Nullable Map<String, String> titles,
            @Nullable String severity,
            ConflictRule.@Nullable Side left,
            ConflictRule.@Nullable Side right,
            @Nullable Double distanceMetres,
            @Nullable Double minAreaSquareMetres) {}

    private record Coverage(
            @Nullable Double sliverWidthMetres,
            @Nullable Double ignoredAreaSquareMetres,
            @Nullable List<String> severe,
            @Nullable List<String> overlayTypes) {}

    LandUseRules read() {
        Content content = parse();
        CoverageRules coverage = content.coverage() == null ? CoverageRules.USUAL : coverage(content.coverage());
        List<Conflict> told = Objects.requireNonNullElse(content.conflicts(), List.of());
        try {
            return new LandUseRules(
                    coverage, told.stream().map(LandUseRulesReader::conflict).toList());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new CityProfileException(file, "conflicts", String.valueOf(e.getMessage()), "Mend it");
        }
    }

    private Content parse() {
        try {
            return Objects.requireNonNull(MAPPER.readValue(Files.readString(file), Content.class));
        } catch (IOException e) {
            throw new CityProfileException(file, "the file", "cannot be read (" + e + ")", "Mend or remove it");
        } catch (JacksonException e) {
            throw new CityProfileException(
                    file,
                    e.getLocation() == null
                            ? "the file"
                            : "line " + e.getLocation().getLineNr(),
                    e.getOriginalMessage(),
                    "Write it as the other profiles do");
        }
    }

    private static ConflictRule conflict(Conflict told) {
        return new ConflictRule(
                Objects.requireNonNull(told.id(), "a rule has no id"),
                Objects.requireNonNull(told.titles(), "a rule has no titles"),
                Objects.requireNonNull(told.severity(), "a rule has no severity"),
                Objects.requireNonNull(told.left(), "a rule has no left side"),
                Objects.requireNonNull(told.right(), "a rule has no right side"),
                Objects.requireNonNullElse(told.distanceMetres(), 0.0),
                Objects.requireNonNullElse(told.minAreaSquareMetres(), 0.0));
    }

    private CoverageRules coverage(Coverage told) {
        CoverageRules usual = CoverageRules.USUAL;
        try {
            return new CoverageRules(
                    Objects.requireNonNullElse(told.sliverWidthMetres(), usual.sliverWidthMetres()),
                    Objects.requireNonNullElse(told.ignoredAreaSquareMetres(), usual.ignoredAreaSquareMetres()),
                    told.severe() == null ? usual.severe() : faults(told.severe()),
                    Objects.requireNonNullElse(told.overlayTypes(), usual.overlayTypes()));
        } catch (IllegalArgumentException e) {
            throw new CityProfileException(file, "coverage", String.valueOf(e.getMessage()), "Mend it");
        }
    }

    private Set<CoverageFault> faults(List<String> labels) {
        Set<CoverageFault> faults = EnumSet.noneOf(CoverageFault.class);
        for (String label : labels) {
            faults.add(CoverageFault.find(label)
                    .orElseThrow(() -> new CityProfileException(
                            file,
                            "coverage.severe",
                            "'" + label + "' is no fault of a coverage",
                            "Known are "
                                    + Arrays.stream(CoverageFault.values())
                                            .map(CoverageFault::label)
                                            .collect(Collectors.joining(", ")))));
        }
        return faults;
    }
}
