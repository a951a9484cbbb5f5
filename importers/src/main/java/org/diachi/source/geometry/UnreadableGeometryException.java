package org.diachi.source.geometry;

/** A geometry that cannot be built; the message, a phrase, says why. It concerns one row, never the file. */
public final class UnreadableGeometryException extends Exception {

    public UnreadableGeometryException(String why) {
        super(why);
    }

    public UnreadableGeometryException(String why, Throwable cause) {
        super(why, cause);
    }
}
