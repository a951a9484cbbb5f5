package org.diachi.landuse;

/** An act on a plan that does not apply; the message says why and what would. */
public final class PlanRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PlanRefusedException(String message) {
        super(message);
    }
}
