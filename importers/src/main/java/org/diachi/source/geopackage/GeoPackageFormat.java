package org.diachi.source.geopackage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.diachi.source.FileHead;
import org.diachi.source.ReadOptions;
import org.diachi.source.Source;
import org.diachi.source.SourceFormat;

/** OGC GeoPackage. */
public final class GeoPackageFormat implements SourceFormat {

    @Override
    public String name() {
        return "GeoPackage";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("gpkg");
    }

    @Override
    public boolean recognises(FileHead head) {
        return head.startsWith("SQLite format 3\0");
    }

    @Override
    public Source open(Path file, ReadOptions options) throws IOException {
        return GeoPackageSource.open(file, options);
    }
}
