package org.diachi.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How dense every quarter is built: a centre at the river, smaller towns around it, countryside between. The shares of
 * the four densities are exact at every scale, so the numbers of buildings follow the scale.
 */
final class Districts {
    /** From the densest to the emptiest. */
    enum Density {
        CORE,
        URBAN,
        SUBURB,
        COUNTRY
    }

    private static final double QUARTERS_PER_TOWN = 420;
    private static final double CORE_UNTIL = 0.10;
    private static final double URBAN_UNTIL = 0.33;
    private static final double SUBURB_UNTIL = 0.58;

    private final CityGrid grid;
    private final long seed;
    private final byte[] density;

    Districts(CityGrid grid, long seed) {
        this.grid = grid;
        this.seed = seed;
        this.density = new byte[grid.columns() * grid.rows()];
        rank();
    }

    Density density(int column, int row) {
        return Density.values()[density[grid.index(column, row)]];
    }

    /** Whether people live and streets run here. */
    boolean isBuilt(int column, int row) {
        return grid.contains(column, row) && !grid.isRiver(row) && density(column, row) != Density.COUNTRY;
    }

    /** Whether the quarter is open country, or not of the city at all. */
    boolean isWild(int column, int row) {
        return !grid.contains(column, row) || !grid.isRiver(row) && density(column, row) == Density.COUNTRY;
    }

    /** Farm land in the plains, forest on the rises, a pond here and there. */
    LandUseRole nature(int column, int row) {
        double height = Noise.at(seed, Purpose.NATURE, column / 7.0, row / 7.0)
                + 0.5 * Noise.at(seed, Purpose.NATURE, column / 2.5, 1000 + row / 2.5);
        if (height < -0.85) {
            return LandUseRole.WATER;
        }
        return height < 0.35 ? LandUseRole.FARM : LandUseRole.FOREST;
    }

    private void rank() {
        List<double[]> towns = towns();
        List<double[]> quarters = new ArrayList<>();
        for (int r = 0; r < grid.rows(); r++) {
            for (int c = 0; c < grid.columns(); c++) {
                if (grid.contains(c, r) && !grid.isRiver(r)) {
                    quarters.add(new double[] {remoteness(towns, c, r), grid.index(c, r)});
                }
            }
        }
        quarters.sort(Comparator.<double[]>comparingDouble(q -> q[0]).thenComparingDouble(q -> q[1]));
        for (int i = 0; i < quarters.size(); i++) {
            double share = i / (double) quarters.size();
            Density rank = share < CORE_UNTIL
                    ? Density.CORE
                    : share < URBAN_UNTIL ? Density.URBAN : share < SUBURB_UNTIL ? Density.SUBURB : Density.COUNTRY;
            density[(int) quarters.get(i)[1]] = (byte) rank.ordinal();
        }
    }

    /** Column, row and weight of the towns: the centre first. */
    private List<double[]> towns() {
        List<double[]> towns = new ArrayList<>();
        double all = grid.columns() * (double) grid.rows();
        towns.add(new double[] {grid.columns() / 2.0, grid.rows() / 2.0, Math.sqrt(all) * 0.30});
        for (int i = 1; i <= all / QUARTERS_PER_TOWN; i++) {
            Dice dice = Dice.of(seed, Purpose.TOWN, i, 0);
            towns.add(new double[] {
                grid.columns() * dice.between(0.15, 0.85),
                grid.rows() * dice.between(0.14, 0.86),
                Math.sqrt(all) * 0.02 + dice.between(2.2, 4.5)
            });
        }
        return towns;
    }

    private double remoteness(List<double[]> towns, int c, int r) {
        double nearest = Double.MAX_VALUE;
        for (double[] town : towns) {
            double dx = c + 0.5 - town[0];
            double dy = r + 0.5 - town[1];
            nearest = Math.min(nearest, Math.sqrt(dx * dx + dy * dy) / town[2]);
        }
        return nearest
                + 0.30 * Noise.at(seed, Purpose.DENSITY, c / 5.0, r / 5.0)
                + 0.10 * Noise.at(seed, Purpose.DENSITY, c / 1.7, 500 + r / 1.7);
    }
}
