package org.diachi.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The well-known texts of {@code epsg.properties}, the one catalogue that GeoTools reads too. */
final class CrsCatalogue {

    private static final String RESOURCE = "/epsg.properties";

    /** Deprecated and private codes that old files carry, and the code that means the same today. */
    private static final Map<Integer, Integer> REPLACED = Map.of(
            6956, 5896, 6957, 5897, 6958, 5898, 6959, 5899, 3785, 3857, 900913, 3857, 102100, 3857, 102113, 3857);

    private static final Map<Integer, String> WKT_BY_CODE = read();

    private CrsCatalogue() {}

    private static Map<Integer, String> read() {
        InputStream resource = CrsCatalogue.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException("The class path has no " + RESOURCE);
        }
        Map<Integer, String> found = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int equals = line.indexOf('=');
                if (!line.startsWith("#") && equals > 0) {
                    found.put(Integer.valueOf(line.substring(0, equals)), line.substring(equals + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + RESOURCE, e);
        }
        return found;
    }

    /** The code to use instead of a deprecated one; else the code itself. */
    static int current(int epsg) {
        return REPLACED.getOrDefault(epsg, epsg);
    }

    static boolean contains(int epsg) {
        return WKT_BY_CODE.containsKey(epsg);
    }

    /** All codes, ascending. */
    static Set<Integer> codes() {
        return WKT_BY_CODE.keySet();
    }

    /**
     * The definition as WKT 1.
     *
     * @throws IllegalArgumentException if the catalogue does not have the code
     */
    static String getWkt(int epsg) {
        String wkt = WKT_BY_CODE.get(epsg);
        if (wkt == null) {
            throw new IllegalArgumentException("EPSG:" + epsg + " is not in the catalogue of coordinate reference"
                    + " systems; add its well-known text to epsg.properties of the module geotools");
        }
        return wkt;
    }
}
