package org.diachi.run;

import java.util.Optional;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.mapping.Mapping;

/** Knows which layers have features that must fit one another. */
@FunctionalInterface
interface LayerChecks {

    /** A check for one run, fresh; empty if the features of the layer stand each for itself. */
    Optional<FileCheck<FeatureRegistration>> find(Layer layer, Mapping mapping);
}
