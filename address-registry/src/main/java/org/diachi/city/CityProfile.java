package org.diachi.city;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diachi.value.Crs;

/**
 * Everything that is particular to a city: the folder {@code data/<city>} with {@code city.yaml} and the tables it names.
 *
 * @param id one word, the name of the folder
 * @param names the city's name by language tag
 * @param country ISO 3166 code of two letters
 * @param languages language tags, the official one first
 * @param storageCrs the official projected system, in which geometries are stored; its unit is the metre
 * @param outputCrs the systems offered to clients, the storage system among them
 * @param goldenPoint the point that proves the transforms
 * @param codeKey where the key of the codes comes from
 * @param grammar the words and order of addresses
 * @param plates how door plates look
 * @param timeZone in which a legal day begins and ends
 * @param places administrative units through their eras; empty where the profile names no table
 * @param codeLists code lists by the tables the profile names
 * @param codeMaps what codes of one scheme are called in another
 * @param personalFields those details of address objects that tell of persons
 * @param folder where the profile is, with the styles of its maps in {@code styles}
 */
public record CityProfile(
        String id,
        Map<String, String> names,
        String country,
        List<String> languages,
        Crs storageCrs,
        List<Crs> outputCrs,
        GoldenPoint goldenPoint,
        CodeKeySource codeKey,
        AddressGrammar grammar,
        PlateStyle plates,
        ZoneId timeZone,
        List<PlaceEntry> places,
        List<CodeList> codeLists,
        List<CodeMap> codeMaps,
        PersonalFields personalFields,
        Path folder) {

    /** Copies the lists. */
    public CityProfile {
        names = Map.copyOf(names);
        languages = List.copyOf(languages);
        outputCrs = List.copyOf(outputCrs);
        places = List.copyOf(places);
        codeLists = List.copyOf(codeLists);
        codeMaps = List.copyOf(codeMaps);
    }

    /**
     * Reads the profile in a folder.
     *
     * @throws CityProfileException if anything in it is missing, unknown or wrong; the first fault is told
     */
    public static CityProfile read(Path folder) {
        return new CityProfileReader(folder).read();
    }

    /** The present day in the city. */
    public LocalDate today() {
        return LocalDate.now(timeZone);
    }

    /** The code list of a scheme. */
    public Optional<CodeList> findCodeList(String scheme) {
        return codeLists.stream().filter(list -> list.scheme().equals(scheme)).findFirst();
    }
}
