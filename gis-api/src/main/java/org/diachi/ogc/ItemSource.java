package org.diachi.ogc;

import java.io.IOException;

/** Features, one after the other. */
@FunctionalInterface
interface ItemSource {

    /** Takes one feature. */
    @FunctionalInterface
    interface Sink {
        void take(Item item) throws IOException;
    }

    /** Hands over every feature. */
    void each(Sink sink) throws IOException;
}
