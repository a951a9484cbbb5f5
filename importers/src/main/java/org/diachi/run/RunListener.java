package org.diachi.run;

import org.diachi.issue.RowIssue;
import org.jspecify.annotations.Nullable;

/** Told of the course of a run, on the thread that submits. */
public interface RunListener {

    /** Nobody looks. */
    RunListener NONE = new RunListener() {};

    /** A task of that many rows begins. */
    default void begin(String task, long rows) {}

    /** So many rows are done. */
    default void reach(long row) {}

    /** Something is to be said of a row. */
    default void note(long rowNumber, @Nullable String sourceId, RowIssue issue) {}

    /** The task is over, done or not. */
    default void end() {}
}
