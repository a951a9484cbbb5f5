package org.diachi.run;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.diachi.city.CoverageRules;
import org.diachi.landuse.coverage.PlanZones;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.mapping.Mapping;
import org.diachi.registry.Registry;

/** What must fit one another by the rules of a city: the zones of a plan, nodes and links of the drainage network. */
final class CityLayerChecks implements LayerChecks {

    private final Registry registry;
    private final CoverageRules rules;

    CityLayerChecks(Registry registry) {
        this.registry = registry;
        this.rules = registry.landUseRules().coverage();
    }

    @Override
    public Optional<FileCheck<FeatureRegistration>> find(Layer layer, Mapping mapping, Map<String, Long> plans) {
        LocalDate day = mapping.validFrom() == null ? registry.profile().today() : mapping.validFrom();
        if (NetworkFileCheck.LAYERS.contains(layer.collection())) {
            return Optional.of(NetworkFileCheck.of(registry, mapping, day));
        }
        Map<String, Long> covering = new HashMap<>(plans);
        for (Mapping.PlanSettings plan : mapping.plans()) {
            if (rules.overlayTypes().contains(plan.type())) {
                covering.remove(plan.identifier());
            }
        }
        if (covering.isEmpty()) {
            return Optional.empty();
        }
        int srid = registry.profile().storageCrs().epsg();
        return Optional.of(
                new ZoneCheck(new PlanZones(registry.dataSource(), srid), rules, mapping.source(), day, covering));
    }
}
