package org.diachi.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diachi.city.CityProfile;
import org.diachi.city.PlaceEntry;
import org.diachi.sample.SampleArea.LandUse;
import org.diachi.sample.SampleArea.Plan;
import org.diachi.sample.SampleArea.Ward;
import org.diachi.sample.SampleArea.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the sample city of a profile is made of, as its {@code sample/city.yaml} tells; its wards are those of the profile
 * that are in force.
 *
 * @param centre easting and northing of the middle, in the storage CRS of the profile
 */
record SampleAreaFile(List<Double> centre, List<LandUse> landUses, List<Plan> plans, Words words) {

    private static final String WARD = "ward";

    SampleAreaFile {
        if (centre == null || centre.size() != 2) {
            throw new IllegalArgumentException("centre: give easting and northing, such as [561000, 1821000]");
        }
    }

    /**
     * Reads the description.
     *
     * @throws IllegalArgumentException if it cannot be used; the message names the file and what is wrong
     */
    static SampleArea read(Path file, CityProfile profile) {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            return yaml.readValue(Files.readString(file), SampleAreaFile.class).area(profile);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private SampleArea area(CityProfile profile) {
        List<Ward> wards = profile.places().stream()
                .filter(place -> place.level().equals(WARD) && place.period().isOpen())
                .map(SampleAreaFile::ward)
                .toList();
        return new SampleArea(profile.storageCrs(), centre.get(0), centre.get(1), wards, landUses, plans, words);
    }

    private static Ward ward(PlaceEntry place) {
        return new Ward(place.code(), place.name(), place.type());
    }
}
