package org.diachi.source;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An open file that gives its rows one by one. Used by one thread; must be closed. */
public interface Source extends AutoCloseable {

    /** What is known of the file. */
    SourceSchema schema();

    /**
     * The next row, or null after the last. Throws {@link BrokenFileException} where the file cannot be read on, and
     * {@link java.io.UncheckedIOException} where the disk fails.
     */
    @Nullable
    Row next();

    /** Hands every remaining row over, in file order. */
    default void forEach(Consumer<Row> consumer) {
        for (Row row = next(); row != null; row = next()) {
            consumer.accept(row);
        }
    }

    /**
     * Reads over every remaining row, for no more than to see that the file can be read to its end.
     *
     * @return how many there are
     */
    default long readThrough() {
        long rows = 0;
        while (next() != null) {
            rows++;
        }
        return rows;
    }

    @Override
    void close();
}
