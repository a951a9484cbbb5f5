package org.diachi.city;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content of {@code city.yaml} as it stands there, before it is checked; the components are its keys. */
record CityFile(
        @Nullable String id,
        @Nullable Map<String, String> names,
        @Nullable String country,
        @Nullable List<String> languages,
        @Nullable String storageCrs,
        @Nullable List<String> outputCrs,
        @Nullable Golden goldenPoint,
        @Nullable Key codeKey,
        @Nullable Address address,
        @Nullable Plate plate,
        @Nullable String timeZone,
        @Nullable String places,
        @Nullable Map<String, String> codeLists,
        @Nullable List<CodeMapFile> codeMaps,
        @Nullable List<String> personalFields) {

    record Golden(
            @Nullable String crs,
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Double toleranceMetres) {}

    record CodeMapFile(
            @Nullable String from,
            @Nullable String to,
            @Nullable String file) {}

    record Key(@Nullable String environment) {}

    record Plate(
            @Nullable String ground,
            @Nullable String ink,
            @Nullable String numberWord,
            @Nullable Map<String, Size> sizes) {}

    record Size(@Nullable Double width, @Nullable Double height) {}

    record Address(
            @Nullable String pattern,
            @Nullable String city,
            @Nullable String spelling,
            @Nullable List<String> numberWords,
            @Nullable List<String> alleyWords,
            @Nullable List<String> suffixWords,
            @Nullable List<String> streetWords,
            @Nullable List<String> placeWords,
            @Nullable Map<String, String> abbreviations,
            @Nullable List<List<String>> sameWords,
            @Nullable Map<String, String> placeAbbreviations,
            @Nullable Map<String, String> nameAbbreviations,
            @Nullable List<String> typing) {}
}
