package org.diachi.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A file format. Implementations are found by {@link java.util.ServiceLoader}, so that this package knows none of them. */
public interface SourceFormat {

    /** The name people know it by. */
    String name();

    /** Its usual file name extensions, lower case, without the dot. */
    Set<String> extensions();

    /** Whether the first bytes prove this format, whatever the file is called. */
    boolean recognises(FileHead head);

    /** Opens a file for reading from its first row. */
    Source open(Path file, ReadOptions options) throws IOException;

    /** All files that make up the data set, the given one first. */
    default List<Path> parts(Path file) {
        return List.of(file);
    }
}
