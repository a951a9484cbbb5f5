package org.diachi.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.diachi.layer.FeatureRegistration;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * An invented quarter of a square mile, the same in every run: zones that meet without gaps, green spaces with holes and
 * drains with nodes, all askew.
 */
final class InventedQuarter {

    /** Its south-western corner in EPSG:9214, and its sides in metres. */
    static final double EASTING = 580_000;

    static final double NORTHING = 1_840_000;
    static final double SIDE = 1_600;

    private static final int BLOCKS = 16;
    private static final List<String> CODES = List.of("ODT", "TMD", "DKV", "LUC", "CLN", "DGT", "SON", "DGD");

    private final Random random = new Random(20_260_701);
    private final double[][][] corners = new double[BLOCKS + 1][BLOCKS + 1][];

    InventedQuarter() {
        double side = SIDE / BLOCKS;
        for (int row = 0; row <= BLOCKS; row++) {
            for (int column = 0; column <= BLOCKS; column++) {
                corners[row][column] = new double[] {
                    EASTING + side * (column + 0.5 * random.nextDouble()),
                    NORTHING + side * (row + 0.5 * random.nextDouble())
                };
            }
        }
    }

    /** One for each block, its corners those of its neighbours. */
    List<FeatureRegistration> zones() {
        List<FeatureRegistration> zones = new ArrayList<>();
        for (int row = 0; row < BLOCKS; row++) {
            for (int column = 0; column < BLOCKS; column++) {
                String code = CODES.get(random.nextInt(CODES.size()));
                zones.add(feature("zone", zones.size(), Map.of("code", code), "POLYGON (" + ring(row, column) + ")"));
            }
        }
        return zones;
    }

    private String ring(int row, int column) {
        StringBuilder ring = new StringBuilder("(");
        int[][] steps = {{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}};
        for (int[] step : steps) {
            ring.append(ring.length() > 1 ? ", " : "").append(point(corners[row + step[0]][column + step[1]]));
        }
        return ring.append(')').toString();
    }

    private static String point(double... xy) {
        return String.format(Locale.ROOT, "%.3f %.3f", xy[0], xy[1]);
    }

    /** Stars with a hole. */
    List<FeatureRegistration> greenSpaces() {
        String[] types = {"park", "playground", "lawn", "grove"};
        List<FeatureRegistration> spaces = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            double x = EASTING + SIDE * random.nextDouble();
            double y = NORTHING + SIDE * random.nextDouble();
            String wkt = "POLYGON (" + star(x, y, 60, 14) + ", " + star(x, y, 8, 5) + ")";
            spaces.add(feature("green", i, Map.of("type", types[i % types.length], "access", "public"), wkt));
        }
        return spaces;
    }

    private String star(double x, double y, double radius, int tips) {
        StringBuilder ring = new StringBuilder("(");
        String first = "";
        for (int i = 0; i < tips; i++) {
            double angle = 2 * Math.PI * i / tips;
            double reach = radius * (0.5 + 0.5 * random.nextDouble());
            String point = point(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
            first = i == 0 ? point : first;
            ring.append(point).append(", ");
        }
        return ring.append(first).append(')').toString();
    }

    /** Lines that wander from west to east. */
    List<FeatureRegistration> drains() {
        List<FeatureRegistration> drains = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double x = EASTING + 100 * random.nextDouble();
            double y = NORTHING + SIDE * random.nextDouble();
            StringBuilder line = new StringBuilder("LINESTRING (").append(point(x, y));
            while (x < EASTING + SIDE) {
                x += 5 + 40 * random.nextDouble();
                y += 40 * random.nextDouble() - 20;
                line.append(", ").append(point(x, y));
            }
            Map<String, Object> attributes =
                    i % 3 == 0 ? Map.of("type", "channel") : Map.of("type", "pipe", "diameter", 300 + 100 * i);
            drains.add(feature("drain", i, attributes, line + ")"));
        }
        return drains;
    }

    List<FeatureRegistration> nodes() {
        String[] types = {"manhole", "inlet", "outfall", "pump", "junction"};
        List<FeatureRegistration> nodes = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            double[] place = {EASTING + SIDE * random.nextDouble(), NORTHING + SIDE * random.nextDouble()};
            nodes.add(feature("node", i, Map.of("type", types[i % types.length]), "POINT (" + point(place) + ")"));
        }
        return nodes;
    }

    /** A shape of each kind, in the middle. */
    List<FeatureRegistration> surveys() {
        double x = EASTING + SIDE / 2;
        double y = NORTHING + SIDE / 2;
        return List.of(
                feature("survey", 1, Map.of(), "POLYGON (" + star(x, y, 70, 9) + ")"),
                feature(
                        "survey",
                        2,
                        Map.of(),
                        "LINESTRING (" + point(x - 120, y + 60) + ", " + point(x, y + 90) + ", "
                                + point(x + 30, y - 100) + ")"),
                feature("survey", 3, Map.of(), "POINT (" + point(x - 60, y - 90) + ")"));
    }

    private static FeatureRegistration feature(String kind, int number, Map<String, Object> attributes, String wkt) {
        try {
            Geometry geometry = new WKTReader().read(wkt);
            geometry.setSRID(9214);
            return new FeatureRegistration(kind + number, (long) number, null, null, attributes, geometry);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
