package org.diachi.source.shapefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.diachi.source.FileHead;
import org.diachi.source.ReadOptions;
import org.diachi.source.Source;
import org.diachi.source.SourceFormat;

/** Esri shapefile, or its dBase table alone. */
public final class ShapefileFormat implements SourceFormat {

    @Override
    public String name() {
        return "Shapefile";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("shp", "dbf");
    }

    @Override
    public boolean recognises(FileHead head) {
        return head.extension().equals("shp") && head.startsWith((byte) 0, (byte) 0, (byte) 0x27, (byte) 0x0A);
    }

    @Override
    public Source open(Path file, ReadOptions options) throws IOException {
        return ShapefileSource.open(Sidecars.of(file), options);
    }

    @Override
    public List<Path> parts(Path file) {
        return Sidecars.of(file).all();
    }
}
