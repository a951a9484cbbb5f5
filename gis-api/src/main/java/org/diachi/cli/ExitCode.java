package org.diachi.cli;

/** What a command's end means to the script that called it. */
public final class ExitCode {

    /** All is done. */
    public static final int DONE = 0;
    /** Done, but rows were refused. */
    public static final int DONE_WITH_REFUSED_ROWS = 1;
    /** The call was wrong; nothing was done. */
    public static final int WRONG_CALL = 2;
    /** It failed. */
    public static final int FAILED = 3;

    private ExitCode() {}
}
