package org.diachi.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What makes a system the system it is, in one spelling for OGC and ESRI: datum, ellipsoid, projection, parameters in
 * degrees and metres.
 *
 * @param datum the datum's name, letters and digits only
 * @param ellipsoid semi-major axis in metres and inverse flattening
 * @param projection the method's name, letters and digits only; empty for geographic systems
 * @param parameters by name; angles in degrees, lengths in metres
 * @param metresPerUnit length of the unit; 0 for geographic systems
 */
record CrsSignature(
        String datum, List<Double> ellipsoid, String projection, Map<String, Double> parameters, double metresPerUnit) {

    /** Published parameters are rounded to about eight digits after the point of a degree, that is a millimetre. */
    private static final double PARAMETER_TOLERANCE = 1e-3;

    private static final double ANGLE_TOLERANCE = 2e-8;
    private static final double FLATTENING_TOLERANCE = 1e-5;
    private static final double DEGREE = Math.toRadians(1);

    /** Names of a datum that mean the same; the authority's is the value. */
    private static final Map<String, String> DATUM_NAMES = Map.ofEntries(
            Map.entry("worldgeodeticsystem1984", "wgs1984"),
            Map.entry("wgs84", "wgs1984"),
            Map.entry("northamerican1983", "northamericandatum1983"),
            Map.entry("nad83", "northamericandatum1983"),
            Map.entry("etrs1989", "europeanterrestrialreferencesystem1989"),
            Map.entry("etrs89", "europeanterrestrialreferencesystem1989"),
            Map.entry("euref89", "europeanterrestrialreferencesystem1989"),
            Map.entry("rgf1993", "reseaugeodesiquefrancais1993"),
            Map.entry("rgf93", "reseaugeodesiquefrancais1993"),
            Map.entry("osgb36", "osgb1936"),
            Map.entry("vn2000", "vietnam2000"),
            Map.entry("ch190395", "ch1903plus"),
            Map.entry("ch1903plus95", "ch1903plus"),
            Map.entry("gda1994", "geocentricdatumofaustralia1994"),
            Map.entry("gda2020", "geocentricdatumofaustralia2020"),
            Map.entry("nzgd2000", "newzealandgeodeticdatum2000"),
            Map.entry("belge1972", "reseaunationalbelge1972"),
            Map.entry("mgi", "militargeographischeinstitute"));

    private static final Map<String, String> PROJECTION_NAMES = Map.of(
            "gausskruger", "transversemercator",
            "lambertconformalconic", "lambertconformalconic2sp",
            "mercatorauxiliarysphere", "popularvisualisationpseudomercator",
            "doublestereographic", "obliquestereographic",
            "albers", "albersconicequalarea",
            "rectifiedskeworthomorphiccenter", "hotineobliquemercatorazimuthcenter");

    private static final Map<String, String> PARAMETER_NAMES = Map.of(
            "latitudeofcenter", "latitudeoforigin",
            "longitudeofcenter", "centralmeridian",
            "longitudeoforigin", "centralmeridian");

    /** What a left-out parameter means. */
    private static final Map<String, Double> DEFAULTS = Map.of("scalefactor", 1.0);

    CrsSignature {
        ellipsoid = List.copyOf(ellipsoid);
        parameters = Map.copyOf(parameters);
    }

    /** All signatures of the catalogue, read on first use. */
    private static final class Catalogue {
        private static final Map<Integer, CrsSignature> BY_CODE = read();

        private static Map<Integer, CrsSignature> read() {
            Map<Integer, CrsSignature> found = new TreeMap<>();
            for (int epsg : CrsCatalogue.codes()) {
                of(WktNode.parse(CrsCatalogue.getWkt(epsg))).ifPresent(signature -> found.put(epsg, signature));
            }
            return found;
        }
    }

    /**
     * The signature of a PROJCS or GEOGCS element, or empty for another kind of element.
     *
     * @throws IllegalArgumentException if a part of it is missing
     */
    static Optional<CrsSignature> of(WktNode root) {
        return switch (root.keyword()) {
            case "GEOGCS" -> Optional.of(geographic(root));
            case "PROJCS" -> Optional.of(projected(root));
            default -> Optional.empty();
        };
    }

    private static CrsSignature geographic(WktNode node) {
        WktNode datum = node.getChild("DATUM");
        WktNode spheroid = datum.getChild("SPHEROID");
        requireCommonMeridianAndUnit(node);
        List<Double> ellipsoid = List.of(spheroid.number(1), spheroid.number(2));
        return new CrsSignature(datumName(datum.text(0)), ellipsoid, "", Map.of(), 0);
    }

    private static void requireCommonMeridianAndUnit(WktNode geographic) {
        boolean greenwich = Math.abs(geographic.getChild("PRIMEM").number(1)) < ANGLE_TOLERANCE;
        boolean degrees = Math.abs(geographic.getChild("UNIT").number(1) - DEGREE) < 1e-10;
        if (!greenwich || !degrees) {
            throw new IllegalArgumentException("Only degrees from Greenwich are in the catalogue");
        }
    }

    private static CrsSignature projected(WktNode node) {
        CrsSignature base = geographic(node.getChild("GEOGCS"));
        double metresPerUnit = node.getChild("UNIT").number(1);
        String method = plain(node.getChild("PROJECTION").text(0));
        String projection = PROJECTION_NAMES.getOrDefault(method, method);
        Map<String, Double> parameters = new HashMap<>();
        for (WktNode parameter : node.children("PARAMETER")) {
            addParameter(parameter, metresPerUnit, parameters);
        }
        if (parameters.containsKey("azimuth")) {
            // Given by OGC, left out by ESRI: in every system of the catalogue it is the azimuth.
            parameters.remove("rectifiedgridangle", parameters.get("azimuth"));
        }
        if (projection.equals("popularvisualisationpseudomercator")) {
            // OGC and ESRI name different parameters for the one sphere that both mean.
            parameters.keySet().retainAll(List.of("falseeasting", "falsenorthing", "centralmeridian"));
        }
        return new CrsSignature(base.datum, base.ellipsoid, projection, parameters, metresPerUnit);
    }

    private static void addParameter(WktNode parameter, double metresPerUnit, Map<String, Double> parameters) {
        String given = plain(parameter.text(0));
        String name = PARAMETER_NAMES.getOrDefault(given, given);
        double value = parameter.number(1);
        parameters.put(name, name.startsWith("false") ? value * metresPerUnit : value);
    }

    /** The lowest EPSG code of the catalogue with the same signature. */
    Optional<Integer> findInCatalogue() {
        return Catalogue.BY_CODE.entrySet().stream()
                .filter(entry -> sameAs(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether the two mean the same system within the rounding of published definitions. */
    boolean sameAs(CrsSignature other) {
        return datum.equals(other.datum)
                && Math.abs(ellipsoid.get(0) - other.ellipsoid.get(0)) < PARAMETER_TOLERANCE
                && Math.abs(ellipsoid.get(1) - other.ellipsoid.get(1)) < FLATTENING_TOLERANCE
                && projection.equals(other.projection)
                && Math.abs(metresPerUnit - other.metresPerUnit) < 1e-9
                && sameParameters(other);
    }

    private boolean sameParameters(CrsSignature other) {
        List<String> names = new ArrayList<>(parameters.keySet());
        names.addAll(other.parameters.keySet());
        return sameParallels(other)
                && names.stream()
                        .filter(name -> !name.startsWith("standardparallel"))
                        .allMatch(name -> close(name, value(name), other.value(name)));
    }

    /** The two standard parallels of a cone may come in either order. */
    private boolean sameParallels(CrsSignature other) {
        return parallels().equals(other.parallels());
    }

    private List<Long> parallels() {
        return parameters.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("standardparallel"))
                .map(entry -> Math.round(entry.getValue() * 1e7))
                .sorted()
                .toList();
    }

    private double value(String name) {
        return parameters.getOrDefault(name, DEFAULTS.getOrDefault(name, 0.0));
    }

    private static boolean close(String name, double a, double b) {
        double tolerance = name.startsWith("false") ? PARAMETER_TOLERANCE : ANGLE_TOLERANCE;
        return Math.abs(a - b) < tolerance;
    }

    private static String datumName(String given) {
        String name = plain(given.startsWith("D_") ? given.substring(2) : given);
        return DATUM_NAMES.getOrDefault(name, name);
    }

    /** Letters and digits only, in lower case; a plus sign, which distinguishes CH1903 and CH1903+, as a word. */
    private static String plain(String name) {
        StringBuilder letters = new StringBuilder();
        String lower = name.replace("+", "plus").toLowerCase(Locale.ROOT);
        lower.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
