package org.diachi.ogc;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.diachi.export.CsvWriter;
import org.diachi.export.FeatureWriter;
import org.diachi.export.FlatGeobufWriter;
import org.diachi.export.GeoPackage;
import org.diachi.http.Body;
import org.diachi.http.Format;
import org.diachi.http.OutputCrs;
import org.diachi.http.geojson.GeoJson;
import tools.jackson.core.JsonGenerator;

/** Features in the formats of files. All but GeoPackage, which is made in a file first, are written as they are read. */
final class ItemFiles {

    private ItemFiles() {}

    /** The body in one of these formats. */
    static Body body(Format format, ItemSource items, ItemTable table, Members members, OutputCrs crs) {
        return switch (format) {
            case CSV ->
                out -> {
                    try (FeatureWriter csv = CsvWriter.withWkt(unclosed(out), table.type(), "geometry")) {
                        items.each(item -> csv.write(table.row(item)));
                    }
                };
            case FLATGEOBUF ->
                out -> {
                    try (FeatureWriter file = new FlatGeobufWriter(unclosed(out), table.type())) {
                        items.each(item -> file.write(table.row(item)));
                    }
                };
            case GEOPACKAGE -> out -> geoPackage(out, items, table);
            default -> out -> sequence(out, items, members, crs);
        };
    }

    /** The server closes its streams itself. */
    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static void geoPackage(OutputStream out, ItemSource items, ItemTable table) throws IOException {
        Path file = Files.createTempFile("diachi-", ".gpkg");
        try {
            try (GeoPackage geoPackage = GeoPackage.create(file, table.type().crs(), Instant.now());
                    FeatureWriter rows = geoPackage.table(table.type())) {
                items.each(item -> rows.write(table.row(item)));
            }
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** GeoJSON text sequences (RFC 8142): a record separator before each feature, a line feed after it. */
    private static void sequence(OutputStream out, ItemSource items, Members members, OutputCrs crs)
            throws IOException {
        try (JsonGenerator json = GeoJson.sequence(out)) {
            items.each(item -> {
                json.writeRaw('\u001e');
                members.write(item, json, crs);
                json.writeRaw('\n');
            });
        }
    }
}
