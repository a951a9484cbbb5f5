package org.diachi.wms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diachi.city.CityProfile;
import org.diachi.value.Crs;
import org.diachi.wms.map.MapFrame;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Reads which part of the world is wanted on which pixels. Thread-safe. */
final class FrameParameters {

    /** The most pixels each way. */
    static final int MOST_PIXELS = 10_000;

    private static final double LEAST_DPI = 10;
    private static final double MOST_DPI = 2_400;

    private final List<Crs> systems;
    private final long mostPixels;

    /**
     * A reader.
     *
     * @param mostPixels that a picture may have
     */
    FrameParameters(CityProfile profile, long mostPixels) {
        Set<Crs> all = new LinkedHashSet<>(List.of(Crs.of(4326), Crs.CRS84, Crs.of(3857)));
        all.addAll(profile.outputCrs());
        this.systems = List.copyOf(all);
        this.mostPixels = mostPixels;
    }

    /** The systems that maps are drawn in. */
    List<Crs> systems() {
        return systems;
    }

    /** The most pixels that a picture may have. */
    long mostPixels() {
        return mostPixels;
    }

    /**
     * The frame that is asked for.
     *
     * @throws ServiceException if a parameter is missing or wrong
     */
    MapFrame read(Kvp kvp, WmsVersion version) {
        Crs crs = crs(kvp, version);
        int width = kvp.number("WIDTH", kvp.get("WIDTH"), 1, MOST_PIXELS);
        int height = kvp.number("HEIGHT", kvp.get("HEIGHT"), 1, MOST_PIXELS);
        if ((long) width * height > mostPixels) {
            throw new ServiceException(
                    ServiceException.INVALID_VALUE,
                    "WIDTH",
                    "A picture of " + width + " x " + height + " pixels is too large. Ask for at most " + mostPixels
                            + " pixels.");
        }
        boolean isLatitudeFirst = version == WmsVersion.V1_3_0 && crs.isLatitudeFirst();
        return new MapFrame(crs, box(kvp.get("BBOX"), isLatitudeFirst), width, height, dotsPerInch(kvp));
    }

    private Crs crs(Kvp kvp, WmsVersion version) {
        String text = kvp.get(version.crsParameter());
        try {
            Crs crs = Crs.parse(text);
            if (systems.contains(crs)) {
                return crs;
            }
        } catch (IllegalArgumentException e) {
            throw invalidCrs(text, version, e);
        }
        throw invalidCrs(text, version, null);
    }

    private ServiceException invalidCrs(String text, WmsVersion version, @Nullable Exception cause) {
        return new ServiceException(
                version.invalidCrs(),
                version.crsParameter(),
                "The reference system \"" + Kvp.shorten(text) + "\" is not offered. Known are "
                        + String.join(
                                ", ",
                                systems.stream().map(FrameParameters::name).toList()) + ".",
                cause);
    }

    /** What a system is called in WMS. */
    static String name(Crs crs) {
        return crs.equals(Crs.CRS84) ? "CRS:84" : "EPSG:" + crs.epsg();
    }

    private static Envelope box(String text, boolean isLatitudeFirst) {
        String[] parts = text.split(",", -1);
        double[] numbers = new double[4];
        try {
            for (int i = 0; i < parts.length && parts.length == numbers.length; i++) {
                numbers[i] = Double.parseDouble(parts[i].strip());
            }
        } catch (NumberFormatException e) {
            throw invalidBox(text, e);
        }
        int x = isLatitudeFirst ? 1 : 0;
        int y = isLatitudeFirst ? 0 : 1;
        boolean isBox = parts.length == numbers.length
                && numbers[x] < numbers[x + 2]
                && numbers[y] < numbers[y + 2]
                && Double.isFinite(numbers[x + 2] - numbers[x])
                && Double.isFinite(numbers[y + 2] - numbers[y]);
        if (!isBox) {
            throw invalidBox(text, null);
        }
        return new Envelope(numbers[x], numbers[x + 2], numbers[y], numbers[y + 2]);
    }

    private static ServiceException invalidBox(String text, @Nullable Exception cause) {
        return new ServiceException(
                ServiceException.INVALID_VALUE,
                "BBOX",
                "The parameter BBOX is \"" + Kvp.shorten(text)
                        + "\". Give four numbers: the lower corner, then the upper, each greater than the one before.",
                cause);
    }

    /** As QGIS, MapServer and GeoServer spell it; QGIS sends all three. */
    private static double dotsPerInch(Kvp kvp) {
        String text = kvp.get("DPI", kvp.get("MAP_RESOLUTION", option(kvp.get("FORMAT_OPTIONS", ""))));
        if (text.isEmpty()) {
            return MapFrame.STANDARD_DPI;
        }
        try {
            double dpi = Double.parseDouble(text);
            if (dpi >= LEAST_DPI && dpi <= MOST_DPI) {
                return dpi;
            }
        } catch (NumberFormatException e) {
            throw invalidDpi(text, e);
        }
        throw invalidDpi(text, null);
    }

    private static ServiceException invalidDpi(String text, @Nullable Exception cause) {
        return new ServiceException(
                ServiceException.INVALID_VALUE,
                "DPI",
                "The resolution \"" + Kvp.shorten(text) + "\" is no number from " + LEAST_DPI + " to " + MOST_DPI + ".",
                cause);
    }

    private static String option(String options) {
        for (String option : options.split(";", -1)) {
            if (option.regionMatches(true, 0, "dpi:", 0, 4)) {
                return option.substring(4);
            }
        }
        return "";
    }
}
