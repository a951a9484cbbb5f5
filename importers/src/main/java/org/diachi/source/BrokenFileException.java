package org.diachi.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be read as a whole: not of a known format, cut off, malformed, or ambiguous without an option. The
 * message says what is wrong, where, and how to mend it.
 */
public final class BrokenFileException extends RuntimeException {

    private final String what;
    private final String where;
    private final String remedy;

    /**
     * @param what what is wrong, as a phrase without a full stop
     * @param where the row, line or byte, or empty where the whole file is meant
     * @param remedy what the sender of the file can do, as a sentence
     */
    public BrokenFileException(Path file, String what, String where, String remedy) {
        this(file, what, where, remedy, null);
    }

    /** The same with the failure of a library that revealed it. */
    public BrokenFileException(Path file, String what, String where, String remedy, @Nullable Throwable cause) {
        super(file.getFileName() + ": " + what + (where.isEmpty() ? "" : " (" + where + ")") + ". " + remedy, cause);
        this.what = what;
        this.where = where;
        this.remedy = remedy;
    }

    /** What is wrong. */
    public String what() {
        return what;
    }

    /** Row, line or byte; empty where the whole file is meant. */
    public String where() {
        return where;
    }

    /** How to mend it. */
    public String remedy() {
        return remedy;
    }
}
