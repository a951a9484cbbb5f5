package org.diachi.source.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.diachi.source.FileHead;
import org.diachi.source.ReadOptions;
import org.diachi.source.Source;
import org.diachi.source.SourceFormat;

/** Delimited text; it has no signature, so only its extension tells. */
public final class CsvFormat implements SourceFormat {

    @Override
    public String name() {
        return "CSV";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("csv", "tsv", "tab", "psv", "txt");
    }

    @Override
    public boolean recognises(FileHead head) {
        return false;
    }

    @Override
    public Source open(Path file, ReadOptions options) throws IOException {
        return CsvSource.open(file, options);
    }
}
