package org.diachi.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A unit of length that files and the register use. */
public enum Unit {
    @JsonProperty("m")
    METRE(1),
    @JsonProperty("mm")
    MILLIMETRE(0.001),
    @JsonProperty("cm")
    CENTIMETRE(0.01),
    @JsonProperty("km")
    KILOMETRE(1000),
    /** International inch: 25.4 mm by the agreement of 1959. */
    @JsonProperty("in")
    INCH(0.0254),
    /** International foot: 0.3048 m by the agreement of 1959. */
    @JsonProperty("ft")
    FOOT(0.3048),
    /** US survey foot: 1200/3937 m by the Mendenhall Order of 1893. */
    @JsonProperty("us-ft")
    US_SURVEY_FOOT(1200.0 / 3937.0);

    private final double metres;

    Unit(double metres) {
        this.metres = metres;
    }

    /** A length of this unit, in another. */
    public double convert(double length, Unit to) {
        return length * metres / to.metres;
    }
}
