package org.diachi.source.geojson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.diachi.source.FileHead;
import org.diachi.source.ReadOptions;
import org.diachi.source.Source;
import org.diachi.source.SourceFormat;

/** GeoJSON (RFC 7946, with the coordinate systems of its 2008 draft) and GeoJSON text sequences (RFC 8142). */
public final class GeoJsonFormat implements SourceFormat {

    private static final byte RECORD_SEPARATOR = 0x1E;

    @Override
    public String name() {
        return "GeoJSON";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("geojson", "json", "geojsonl", "geojsons", "geojsonseq", "ndjson", "jsonl");
    }

    @Override
    public boolean recognises(FileHead head) {
        byte first = head.firstSign();
        return first == '{' || first == RECORD_SEPARATOR;
    }

    @Override
    public Source open(Path file, ReadOptions options) throws IOException {
        return GeoJsonSource.open(file, options);
    }
}
