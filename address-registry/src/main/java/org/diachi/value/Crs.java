package org.diachi.value;

import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A horizontal coordinate reference system of the catalogue ({@code epsg.properties} of the module geotools).
 *
 * <p>In geometries coordinates are always x, y: easting, northing in the system's unit, or longitude, latitude in
 * degrees. The order that the authority prescribes ({@link #isLatitudeFirst()}) is a matter of the edges. Two are equal
 * when they have the same {@link #uri()}: {@link #CRS84} and EPSG:4326 differ, though in geometries they are the same
 * numbers.
 */
public final class Crs {

    /** WGS 84 in longitude, latitude by authority, the system of GeoJSON; its SRID is 4326. */
    public static final Crs CRS84 = new Crs(CrsDefinition.of(4326), "http://www.opengis.net/def/crs/OGC/1.3/CRS84");

    private static final ConcurrentMap<Integer, Crs> BY_CODE = new ConcurrentHashMap<>();
    private static final String EPSG_URI = "http://www.opengis.net/def/crs/EPSG/0/";

    private final CrsDefinition definition;
    private final String uri;

    private Crs(CrsDefinition definition, String uri) {
        this.definition = definition;
        this.uri = uri;
    }

    /**
     * The system of an EPSG code. Deprecated duplicates are mapped to what replaced them: 6956–6959 to 5896–5899, 3785,
     * 900913, 102100 and 102113 to 3857.
     *
     * @throws IllegalArgumentException if the catalogue does not have the code
     */
    public static Crs of(int epsg) {
        int code = CrsCatalogue.current(epsg);
        Crs known = BY_CODE.get(code);
        return known != null ? known : BY_CODE.computeIfAbsent(code, c -> new Crs(CrsDefinition.of(c), EPSG_URI + c));
    }

    /** Whether {@link #of(int)} knows the EPSG code. */
    public static boolean isKnown(int epsg) {
        return CrsCatalogue.contains(CrsCatalogue.current(epsg));
    }

    /**
     * Reads a reference to a system: {@code EPSG:9214}, {@code 9214}, {@code http://www.opengis.net/def/crs/EPSG/0/9214}
     * (also https, in angle or square brackets), {@code urn:ogc:def:crs:EPSG::9214}, {@code CRS84}, {@code CRS:84},
     * {@code OGC:CRS84} or the URI or URN of CRS84.
     *
     * @throws IllegalArgumentException if the text is none of these or the catalogue does not have the code
     */
    public static Crs parse(String text) {
        String reference = withoutBrackets(text.strip());
        String upper = reference.toUpperCase(Locale.ROOT);
        if (isCrs84(upper)) {
            return CRS84;
        }
        Integer code = codeOf(upper);
        if (code == null) {
            throw new IllegalArgumentException("Not a coordinate reference system: '" + text
                    + "'. Give for example EPSG:9214, http://www.opengis.net/def/crs/EPSG/0/9214 or CRS84");
        }
        return of(code);
    }

    private static String withoutBrackets(String text) {
        boolean angles = text.startsWith("<") && text.endsWith(">");
        boolean squares = text.startsWith("[") && text.endsWith("]");
        return angles || squares ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean isCrs84(String upper) {
        return switch (upper) {
            case "CRS84", "CRS:84", "OGC:CRS84", "OGC:1.3:CRS84" -> true;
            default ->
                (upper.startsWith("URN:OGC:DEF:CRS:OGC:") && upper.endsWith(":CRS84"))
                        || (isDefinitionUri(upper) && upper.contains("/DEF/CRS/OGC/") && upper.endsWith("/CRS84"));
        };
    }

    private static boolean isDefinitionUri(String upper) {
        return upper.startsWith("HTTP://WWW.OPENGIS.NET/") || upper.startsWith("HTTPS://WWW.OPENGIS.NET/");
    }

    private static @Nullable Integer codeOf(String upper) {
        boolean uri = isDefinitionUri(upper) && upper.contains("/DEF/CRS/EPSG/");
        boolean oldUri = isDefinitionUri(upper) && upper.contains("/GML/SRS/EPSG.XML#");
        boolean urn = upper.startsWith("URN:OGC:DEF:CRS:EPSG:") || upper.startsWith("URN:X-OGC:DEF:CRS:EPSG:");
        boolean plain = upper.startsWith("EPSG:") && upper.indexOf(':') == upper.lastIndexOf(':');
        int last = Math.max(upper.lastIndexOf('/'), Math.max(upper.lastIndexOf(':'), upper.lastIndexOf('#')));
        boolean bare = last < 0;
        String digits = upper.substring(last + 1);
        boolean isNumber =
                !digits.isEmpty() && digits.length() <= 9 && digits.chars().allMatch(Crs::isDigit);
        return isNumber && (uri || oldUri || urn || plain || bare) ? Integer.valueOf(digits) : null;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The EPSG code, which is also the SRID of geometries; 4326 for CRS84. */
    public int epsg() {
        return definition.epsg();
    }

    /** The authority's name of the system, for people. */
    public String name() {
        return definition.name();
    }

    /** The OGC URI, for example {@code http://www.opengis.net/def/crs/EPSG/0/9214}. */
    public String uri() {
        return uri;
    }

    /** The definition as OGC well-known text (WKT 1). */
    public String wkt() {
        return definition.wkt();
    }

    /** Whether coordinates are longitude and latitude in degrees. */
    public boolean isGeographic() {
        return definition.geographic();
    }

    /** Whether the authority's order is latitude, longitude or northing, easting. */
    public boolean isLatitudeFirst() {
        return this != CRS84 && definition.northFirst();
    }

    /**
     * Length of one unit in metres: 1 for metres, 0.3048006… for US survey feet; for degrees that of an arc of the
     * meridian on a sphere of the equatorial radius, good for estimates only.
     */
    public double metresPerUnit() {
        return definition.metresPerUnit();
    }

    CrsDefinition definition() {
        return definition;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Crs crs && uri.equals(crs.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    /** {@code EPSG:9214}, or {@code CRS84}. */
    @Override
    public String toString() {
        return this == CRS84 ? "CRS84" : "EPSG:" + epsg();
    }
}
