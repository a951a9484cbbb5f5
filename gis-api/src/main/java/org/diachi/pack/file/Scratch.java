package org.diachi.pack.file;

import org.diachi.pack.grid.Generaliser;
import org.diachi.pack.grid.Junctions;

/** What is needed for reading shapes, used again and again by one thread. */
public final class Scratch {

    private final Generaliser generaliser = new Generaliser(new Junctions());
    private byte[] bytes = new byte[1 << 12];

    /** Makes shapes coarser that no borders are known of. */
    public Generaliser generaliser() {
        return generaliser;
    }

    byte[] bytes(int length) {
        if (bytes.length < length) {
            bytes = new byte[2 * length];
        }
        return bytes;
    }
}
