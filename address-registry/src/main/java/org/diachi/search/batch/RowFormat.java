package org.diachi.search.batch;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How rows stand in a text. */
interface RowFormat {

    /**
     * A row as it came.
     *
     * @param raw its text without the end of the line
     * @param end the end of the line; empty at the end of the text
     * @param address what is to be matched
     * @param issue why it cannot be read
     */
    record Row(
            String raw,
            String end,
            @Nullable String address,
            @Nullable String issue) {}

    /** What comes before the rows, or nothing. */
    void begin(Writer out) throws IOException;

    /** The next row; empty at the end. */
    Optional<Row> next() throws IOException;

    /** Writes a row with what was found for it. */
    void write(Row row, MatchedRow matched, Writer out) throws IOException;
}
