package org.diachi.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.diachi.export.CsvWriter;
import org.diachi.export.Feature;
import org.diachi.export.FeatureType;
import org.diachi.export.FeatureWriter;
import org.diachi.export.FlatGeobufWriter;
import org.diachi.export.GeoJsonWriter;
import org.diachi.export.GeoPackage;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.locationtech.jts.geom.Geometry;

/** Writes a {@link SampleCity} to files; the package description lists them with their fields. */
public final class SampleFiles {
    /** The only time in the files, so that they stay the same from run to run. */
    private static final Instant LAST_CHANGE = Instant.parse("2025-07-01T00:00:00Z");

    private SampleFiles() {}

    /**
     * Makes a city and writes its files, replacing those of an earlier run.
     *
     * @param progress told the share done, from 0 to 1
     */
    public static void write(SampleArea area, double scale, long seed, Path dir, DoubleConsumer progress)
            throws IOException {
        Files.createDirectories(dir);
        SampleCity city = new SampleCity(area, scale, seed);
        try (Outputs outputs = new Outputs(area, dir)) {
            city.write(outputs, progress);
        }
    }

    /** The open files. */
    private static final class Outputs implements SampleSink, AutoCloseable {
        private final SampleArea area;
        private final Path dir;
        private final CrsTransform toWgs84;
        private final Map<SampleLayer, FeatureWriter> writers = new EnumMap<>(SampleLayer.class);
        private final Deque<AutoCloseable> open = new ArrayDeque<>();

        Outputs(SampleArea area, Path dir) throws IOException {
            this.area = area;
            this.dir = dir;
            this.toWgs84 = CrsTransform.between(area.crs(), Crs.CRS84);
            try {
                openAll();
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        @Override
        public void write(SampleLayer layer, Feature feature) throws IOException {
            Geometry geometry = feature.geometry();
            Feature written = layer.isGeographic() && geometry != null
                    ? new Feature(toWgs84.apply(geometry), feature.values())
                    : feature;
            FeatureWriter writer = writers.get(layer);
            if (writer == null) {
                throw new IllegalStateException("No file for " + layer);
            }
            writer.write(written);
        }

        @Override
        public void close() throws IOException {
            IOException failure = null;
            while (!open.isEmpty()) {
                try {
                    open.pop().close();
                } catch (Exception e) {
                    failure = failure == null ? new IOException("Cannot finish the sample files", e) : failure;
                }
            }
            if (failure != null) {
                throw failure;
            }
        }

        private void openAll() throws IOException {
            add(SampleLayer.WARDS, GeoJsonWriter.collection(file("wards.geojson"), type(SampleLayer.WARDS)));
            add(
                    SampleLayer.BUSINESSES,
                    CsvWriter.withPoint(file("businesses.csv"), type(SampleLayer.BUSINESSES), "lon", "lat"));
            add(
                    SampleLayer.PUBLIC_SPACES,
                    GeoJsonWriter.sequence(file("public-spaces.geojsonl"), type(SampleLayer.PUBLIC_SPACES)));
            add(SampleLayer.ZONES, new FlatGeobufWriter(file("zones.fgb"), type(SampleLayer.ZONES)));
            add(
                    SampleLayer.HERITAGE_BELTS,
                    GeoJsonWriter.collection(file("heritage-belts.geojson"), type(SampleLayer.HERITAGE_BELTS)));
            add(
                    SampleLayer.FLOOD_LINES,
                    GeoJsonWriter.collection(file("flood-lines.geojson"), type(SampleLayer.FLOOD_LINES)));
            add(
                    SampleLayer.BUILDING_SITES,
                    GeoJsonWriter.collection(file("building-sites.geojson"), type(SampleLayer.BUILDING_SITES)));
            add(
                    SampleLayer.SEEDED_CONFLICTS,
                    CsvWriter.withPoint(
                            file("seeded-conflicts.csv"), type(SampleLayer.SEEDED_CONFLICTS), "lon", "lat"));
            tables("buildings.gpkg", SampleLayer.BUILDINGS);
            tables("green-spaces.gpkg", SampleLayer.GREEN_SPACES);
            tables("drainage.gpkg", SampleLayer.DRAINAGE_NODES, SampleLayer.DRAINAGE_LINKS);
        }

        private void tables(String name, SampleLayer... layers) throws IOException {
            GeoPackage file = GeoPackage.create(dir.resolve(name), area.crs(), LAST_CHANGE);
            open.push(file);
            for (SampleLayer layer : layers) {
                writers.put(layer, file.table(type(layer)));
            }
        }

        private void add(SampleLayer layer, FeatureWriter writer) {
            writers.put(layer, writer);
            open.push(writer);
        }

        private FeatureType type(SampleLayer layer) {
            return layer.type(area.crs());
        }

        private OutputStream file(String name) throws IOException {
            return Files.newOutputStream(dir.resolve(name));
        }
    }
}
