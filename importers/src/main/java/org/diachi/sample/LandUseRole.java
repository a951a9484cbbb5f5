package org.diachi.sample;

/** What the sample city needs to know about a land-use code to put it in the right place. */
public enum LandUseRole {
    URBAN_RESIDENTIAL,
    RURAL_RESIDENTIAL,
    COMMERCIAL,
    PUBLIC,
    INDUSTRIAL,
    GREEN,
    FARM,
    FOREST,
    WATER;

    boolean isBuilt() {
        return ordinal() <= INDUSTRIAL.ordinal();
    }

    boolean isResidential() {
        return this == URBAN_RESIDENTIAL || this == RURAL_RESIDENTIAL;
    }
}
