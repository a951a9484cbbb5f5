package org.diachi.export.collection;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.diachi.export.CsvWriter;
import org.diachi.export.Feature;
import org.diachi.export.FeatureType;
import org.diachi.export.FeatureWriter;
import org.diachi.export.FlatGeobufWriter;
import org.diachi.export.GeoJsonWriter;
import org.diachi.export.GeoPackage;
import org.diachi.export.GeometryKind;
import org.diachi.value.Crs;

/** The formats of files, told by the end of their name. */
enum FileFormat {
    GEOPACKAGE(".gpkg") {
        @Override
        FeatureWriter open(Path file, FeatureType type, Instant lastChange) throws IOException {
            GeoPackage geoPackage = GeoPackage.create(file, type.crs(), lastChange);
            FeatureWriter table = geoPackage.table(type);
            return new FeatureWriter() {
                @Override
                public void write(Feature feature) throws IOException {
                    table.write(feature);
                }

                @Override
                public void close() throws IOException {
                    geoPackage.close();
                }
            };
        }
    },

    FLATGEOBUF(".fgb") {
        @Override
        FeatureWriter open(Path file, FeatureType type, Instant lastChange) throws IOException {
            return new FlatGeobufWriter(stream(file), type);
        }
    },

    GEOJSON(".geojson") {
        @Override
        FeatureWriter open(Path file, FeatureType type, Instant lastChange) throws IOException {
            return GeoJsonWriter.collection(stream(file), inLongitudeAndLatitude(type));
        }
    },

    GEOJSON_LINES(".geojsonl") {
        @Override
        FeatureWriter open(Path file, FeatureType type, Instant lastChange) throws IOException {
            return GeoJsonWriter.sequence(stream(file), inLongitudeAndLatitude(type));
        }
    },

    CSV(".csv") {
        @Override
        FeatureWriter open(Path file, FeatureType type, Instant lastChange) throws IOException {
            if (type.geometry() != GeometryKind.POINT) {
                return CsvWriter.withWkt(stream(file), type, "geometry");
            }
            boolean isGeographic = type.crs().isGeographic();
            return CsvWriter.withPoint(stream(file), type, isGeographic ? "lon" : "x", isGeographic ? "lat" : "y");
        }
    };

    private final String ending;

    FileFormat(String ending) {
        this.ending = ending;
    }

    /**
     * The format of a file.
     *
     * @throws ExportException if its name does not tell
     */
    static FileFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending))
                .findFirst()
                .orElseThrow(() -> new ExportException("The format of " + file
                        + " is not known. Files end in "
                        + Arrays.stream(values()).map(format -> format.ending).collect(Collectors.joining(", "))
                        + "."));
    }

    /** RFC 7946 knows no other coordinates, and nothing in the file could tell of them. */
    private static FeatureType inLongitudeAndLatitude(FeatureType type) {
        if (!type.crs().equals(Crs.CRS84)) {
            throw new ExportException("GeoJSON is in longitude and latitude (CRS84), not in " + type.crs()
                    + ". Leave out --crs, or write a .gpkg or .fgb file.");
        }
        return type;
    }

    private static OutputStream stream(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file));
    }

    /**
     * A writer of a new file.
     *
     * @param lastChange when the state was recorded, where the format tells so
     * @throws ExportException if the format cannot hold the features
     */
    abstract FeatureWriter open(Path file, FeatureType type, Instant lastChange) throws IOException;
}
