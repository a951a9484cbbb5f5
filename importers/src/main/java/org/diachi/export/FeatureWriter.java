package org.diachi.export;

import java.io.IOException;

/** Takes the features of one layer, one after the other. The output is complete only after {@link #close()}. */
public interface FeatureWriter extends AutoCloseable {

    /**
     * Writes one feature.
     *
     * @throws IllegalArgumentException if it does not fit the layer's {@link FeatureType}
     * @throws IOException if the output cannot be written
     */
    void write(Feature feature) throws IOException;

    @Override
    void close() throws IOException;
}
