package org.diachi.rest.drainage;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.diachi.drainage.trace.Trace;
import org.diachi.export.network.NetworkGeoPackage;
import org.diachi.export.network.NetworkPart;
import org.diachi.export.network.SwmmModel;
import org.diachi.http.Body;
import org.diachi.http.OutputCrs;

/** Traces as files. */
final class TraceFiles {

    private TraceFiles() {}

    /** A GeoPackage, made on disk first since SQLite needs a file. */
    static Body geoPackage(Trace trace, OutputCrs system) {
        return out -> {
            Path file = Files.createTempFile("trace", ".gpkg");
            try {
                NetworkGeoPackage.write(NetworkPart.of(trace), file, system.storage(), system.crs(), Instant.now());
                Files.copy(file, out);
            } finally {
                Files.deleteIfExists(file);
            }
        };
    }

    /** Input of EPA SWMM. */
    static Body model(Trace trace, LocalDate day) {
        return out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            write(trace, day, writer);
            writer.flush();
        };
    }

    private static void write(Trace trace, LocalDate day, Writer writer) throws IOException {
        SwmmModel.write(NetworkPart.of(trace), "Trace " + trace.direction().label() + ", " + day, writer);
    }
}
