package org.diachi.city;

import java.util.List;

/** Profiles like another one. */
public final class TestProfiles {

    private TestProfiles() {}

    /** A city with other places. */
    public static CityProfile withPlaces(CityProfile city, List<PlaceEntry> places) {
        return new CityProfile(
                city.id(),
                city.names(),
                city.country(),
                city.languages(),
                city.storageCrs(),
                city.outputCrs(),
                city.goldenPoint(),
                city.codeKey(),
                city.grammar(),
                city.plates(),
                city.timeZone(),
                places,
                city.codeLists(),
                city.codeMaps(),
                city.personalFields(),
                city.folder());
    }
}
