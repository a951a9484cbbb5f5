package org.diachi.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** What all parts of one sample city share: the lattice, its districts, streets and wards. */
final class CityPlan {
    final SampleArea area;
    final long seed;
    final CityGrid grid;
    final Districts districts;
    final CityShape shape;
    final Outlines outlines;
    final Blocks blocks;
    final WardMap wards;
    final Streets streets;
    final GeometryFactory geometries;

    CityPlan(SampleArea area, double scale, long seed) {
        this.area = area;
        this.seed = seed;
        grid = new CityGrid(area.wards().size(), scale, seed);
        districts = new Districts(grid, seed);
        shape = new CityShape(grid, districts, new Coordinate(area.x(), area.y()), seed);
        outlines = new Outlines(shape, districts, seed);
        blocks = new Blocks(grid, districts, seed);
        wards = new WardMap(grid, outlines, area.wards().size(), seed);
        streets = new Streets(grid, districts, blocks, seed);
        streets.name(wards, area.wards().size(), area.words().streets());
        geometries = new GeometryFactory(new PrecisionModel(), area.crs().epsg());
    }

    /** The code of the ward in which a block lies. */
    String wardCode(Block block) {
        return area.wards().get(wards.at(block.x() / 2, block.y() / 2)).code();
    }
}
