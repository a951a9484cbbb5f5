package org.diachi.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file states about its coordinate reference system, before anybody interprets it. Coordinates are always in the
 * order x, y (easting and northing, or longitude and latitude), whatever the axis order of the authority.
 *
 * @param epsg the EPSG code if one is stated
 * @param text the statement as written (well-known text, URN), if it is no plain code
 */
public record DeclaredCrs(@Nullable Integer epsg, @Nullable String text) {

    /** The file says nothing. */
    public static final DeclaredCrs NONE = new DeclaredCrs(null, null);

    private static final Pattern LAST_AUTHORITY =
            Pattern.compile("(?:AUTHORITY|ID)\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d{4,6})\"?\\s*]\\s*]\\s*$");
    private static final Pattern NAMED_CODE = Pattern.compile("(?i)^(?:.*[:/])?EPSG[:/](?:[\\d.]*[:/])?(\\d{4,6})$");
    private static final Pattern CRS84 = Pattern.compile("(?i)^(?:.*[:/])?CRS84$");
    private static final int WGS84 = 4326;

    /** A system known by its EPSG code. */
    public static DeclaredCrs ofEpsg(int code) {
        return new DeclaredCrs(code, null);
    }

    /** A name such as {@code EPSG:9214}, {@code urn:ogc:def:crs:EPSG::9214} or {@code CRS84}; others stay text. */
    public static DeclaredCrs ofName(String name) {
        String trimmed = name.strip();
        if (CRS84.matcher(trimmed).matches()) {
            return ofEpsg(WGS84);
        }
        Matcher code = NAMED_CODE.matcher(trimmed);
        return code.matches() ? ofEpsg(Integer.parseInt(code.group(1))) : ofText(trimmed);
    }

    /** Well-known text; its EPSG code is taken from the authority that closes it, where there is one. */
    public static DeclaredCrs ofWkt(String wkt) {
        Matcher code = LAST_AUTHORITY.matcher(wkt.strip());
        return code.find() ? new DeclaredCrs(Integer.valueOf(code.group(1)), wkt.strip()) : ofText(wkt.strip());
    }

    private static DeclaredCrs ofText(String text) {
        return text.isEmpty() ? NONE : new DeclaredCrs(null, text);
    }

    /** Whether anything is stated. */
    public boolean isStated() {
        return epsg != null || text != null;
    }

    /** The spatial reference id that geometries of this system carry: the EPSG code, or 0 where none is known. */
    public int srid() {
        return epsg == null ? 0 : epsg;
    }
}
