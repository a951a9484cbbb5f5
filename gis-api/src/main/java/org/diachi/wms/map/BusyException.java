package org.diachi.wms.map;

/** Too much is being drawn already; later there will be room. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The only thing there is to say. */
    public BusyException() {
        super("The server is drawing as much as it can. Ask again in a while, or for a smaller picture.");
    }
}
