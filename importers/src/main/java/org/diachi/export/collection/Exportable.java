package org.diachi.export.collection;

import java.util.stream.Stream;
import org.diachi.export.Feature;
import org.diachi.export.FeatureType;
import org.diachi.value.Crs;

/** A collection in one state of the register. */
interface Exportable {

    /** What its features have in common. */
    FeatureType type(Crs crs);

    /** How many features there are. */
    long count();

    /** The features in the order of their ids, with geometries in the storage CRS; read while they are consumed. */
    Stream<Feature> features();
}
