package org.diachi.run;

import java.util.Map;
import java.util.Optional;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.mapping.Mapping;

/** Knows which layers have features that must fit one another. */
@FunctionalInterface
interface LayerChecks {

    /**
     * A check for one run, fresh; empty if the features of the layer stand each for itself.
     *
     * @param plans ids of the mapping's plans by identifier; below 0 those of plans that the register does not have yet
     */
    Optional<FileCheck<FeatureRegistration>> find(Layer layer, Mapping mapping, Map<String, Long> plans);
}
