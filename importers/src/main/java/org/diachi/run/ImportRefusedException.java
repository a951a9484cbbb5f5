package org.diachi.run;

/** An import that cannot begin. The message says why and what to do. */
public final class ImportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImportRefusedException(String message) {
        super(message);
    }
}
