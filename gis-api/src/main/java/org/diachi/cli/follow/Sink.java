package org.diachi.cli.follow;

import java.io.Closeable;
import java.io.IOException;

/** Where a follower takes the feed to. */
public interface Sink extends Closeable {

    /** The last entry of the log that has arrived for good. */
    long position();

    /**
     * Takes the next piece; when this returns, it has arrived for good.
     *
     * @param lines complete lines, perhaps none
     * @param next the entry up to which that is everything
     */
    void take(byte[] lines, long next) throws IOException, InterruptedException;
}
