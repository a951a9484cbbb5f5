package org.diachi.sample;

import java.io.IOException;
import org.diachi.export.Feature;

/** Takes the features of a sample city as they are made, all layers in turns, in the CRS of the city. */
@FunctionalInterface
public interface SampleSink {
    /** Takes one feature with the values of the layer's fields. */
    void write(SampleLayer layer, Feature feature) throws IOException;
}
