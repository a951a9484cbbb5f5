package org.diachi.cli;

/** What the exit codes of every command mean. */
final class ExitCode {

    static final int DONE = 0;
    static final int REFUSED_ROWS = 1;
    static final int WRONG_CALL = 2;
    static final int FAILED = 3;

    private ExitCode() {}
}
