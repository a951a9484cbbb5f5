package org.diachi.source.flatgeobuf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.diachi.source.FileHead;
import org.diachi.source.ReadOptions;
import org.diachi.source.Source;
import org.diachi.source.SourceFormat;

/** FlatGeobuf, version 3. */
public final class FlatGeobufFormat implements SourceFormat {

    @Override
    public String name() {
        return "FlatGeobuf";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("fgb");
    }

    @Override
    public boolean recognises(FileHead head) {
        return head.startsWith("fgb\3fgb");
    }

    @Override
    public Source open(Path file, ReadOptions options) throws IOException {
        return FlatGeobufSource.open(file, options);
    }
}
