package org.diachi.sample;

import java.io.IOException;
import java.util.function.DoubleConsumer;
import org.diachi.export.Feature;
import org.locationtech.jts.geom.Polygon;

/**
 * A sample city. At scale 1 it has about 300,000 buildings, 30,000 businesses, 2,000 public spaces, 12,000 zones, 6,000
 * green spaces and 60,000 drains on some 190 km²; counts and area grow with the scale, the number of wards stays.
 */
public final class SampleCity {
    private final CityPlan plan;
    private final double scale;

    /**
     * Plans a city; the same arguments always give the same city.
     *
     * @param scale above 0; below about 0.03 the streets stay and the houses get fewer
     */
    public SampleCity(SampleArea area, double scale, long seed) {
        if (!(scale > 0 && scale <= 100)) {
            throw new IllegalArgumentException("The scale must lie between 0 and 100, not " + scale + ".");
        }
        this.plan = new CityPlan(area, scale, seed);
        this.scale = scale;
    }

    /** The outline of the whole city in its CRS; wards and the zones of each plan cover exactly this. */
    public Polygon extent() {
        return plan.wards.outline(-1, plan.geometries);
    }

    /**
     * Makes all features, in the CRS of the city, the wards first.
     *
     * @param progress told the share done, from 0 to 1
     */
    public void write(SampleSink target, DoubleConsumer progress) throws IOException {
        SampleSink sink = new ConflictSeeds(target, plan.area, plan.geometries);
        writeWards(sink);
        OpenSpaces openSpaces = new OpenSpaces(plan.shape, plan.seed);
        Zoning zoning = new Zoning(plan, openSpaces);
        Greenery greenery = new Greenery(plan, openSpaces);
        Buildings buildings = new Buildings(plan, openSpaces, scale);
        Drainage drainage = new Drainage(plan);
        for (int row = 0; row < plan.grid.rows(); row++) {
            for (int column = 0; column < plan.grid.columns(); column++) {
                if (!plan.grid.contains(column, row)) {
                    continue;
                }
                zoning.write(column, row, sink);
                drainage.write(column, row, sink);
                if (!plan.grid.isRiver(row)) {
                    for (Block block : plan.blocks.of(column, row)) {
                        greenery.write(block, sink);
                        buildings.write(block, sink);
                    }
                }
            }
            progress.accept((row + 1.0) / plan.grid.rows());
        }
    }

    private void writeWards(SampleSink sink) throws IOException {
        for (int w = 0; w < plan.area.wards().size(); w++) {
            SampleArea.Ward ward = plan.area.wards().get(w);
            Polygon outline = plan.wards.outline(w, plan.geometries);
            sink.write(SampleLayer.WARDS, Feature.of(outline, ward.code(), ward.name(), ward.typeWord()));
        }
    }
}
