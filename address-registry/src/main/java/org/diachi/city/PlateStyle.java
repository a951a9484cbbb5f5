package org.diachi.city;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the door plates of a city look: the key {@code plate} of its profile.
 *
 * @param ground colour of the plate, as {@code #RRGGBB}
 * @param ink colour of what is written on it
 * @param numberWord written before the house number, such as {@code Số}
 * @param formats of every size
 */
public record PlateStyle(
        String ground, String ink, @Nullable String numberWord, Map<PlateSize, Format> formats) {

    /** For cities that say nothing about plates: white on dark blue. */
    public static final PlateStyle USUAL = new PlateStyle(
            "#12326B",
            "#FFFFFF",
            null,
            Map.of(
                    PlateSize.DOOR, new Format(200, 150),
                    PlateSize.GATE, new Format(300, 200),
                    PlateSize.PUBLIC_SPACE, new Format(400, 300)));

    private static final String COLOUR = "#[0-9A-Fa-f]{6}";

    /**
     * The outer measures of a plate.
     *
     * @param width in millimetres
     * @param height in millimetres
     */
    public record Format(double width, double height) {

        /** The smallest and the largest side that can be drawn, in millimetres. */
        private static final double SMALLEST = 40;

        private static final double LARGEST = 1200;

        public Format {
            if (!(width >= SMALLEST && width <= LARGEST && height >= SMALLEST && height <= LARGEST)) {
                throw new IllegalArgumentException("A plate of " + width + " by " + height
                        + " mm cannot be made; each side is " + SMALLEST + " to " + LARGEST + " mm");
            }
            if (width < height) {
                throw new IllegalArgumentException("A plate of " + width + " by " + height + " mm is not broad");
            }
        }
    }

    public PlateStyle {
        for (String colour : new String[] {ground, ink}) {
            if (!colour.matches(COLOUR)) {
                throw new IllegalArgumentException("'" + colour + "' is no colour such as #12326B");
            }
        }
        formats = Map.copyOf(formats);
        if (formats.size() != PlateSize.values().length) {
            throw new IllegalArgumentException("The sizes door, gate and publicSpace are needed");
        }
    }

    /** The measures of a size. */
    public Format format(PlateSize size) {
        return Objects.requireNonNull(formats.get(size), size.label());
    }
}
