package org.diachi.landuse.compare;

/** Too many comparisons wait already. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BusyException() {
        super("Too many comparisons wait already");
    }
}
